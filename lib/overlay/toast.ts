import { el, onTrustedClick } from './dom';
import { type Host, makeHost } from './host';
import { settleIn } from './press';

/** A short message at the foot of the page, as X shows its own. */
export interface Toast {
  text: string;
  trouble?: boolean;
  /** True where X shows a message of its own at the foot of the page: ours comes above it. */
  above?: boolean;
  actions?: readonly { label: string; run: () => void }[];
}

/** How long a message stays, in milliseconds; with something to read or undo a little longer. */
const STAY = 4_000;
const STAY_LONG = 8_000;

let shown: { host: Host; timer: ReturnType<typeof setTimeout> } | null = null;

function clear(): void {
  if (!shown) return;
  clearTimeout(shown.timer);
  shown.host.element.remove();
  shown = null;
}

/** Shows a message; it takes the place of the one before. It stays as long as mouse or focus are on it. */
export function showToast({ text, trouble = false, above = false, actions = [] }: Toast): void {
  clear();
  const host = makeHost('toast', null);
  const message = el(
    'div',
    { class: `message${trouble ? ' trouble' : ''}${above ? ' above' : ''}`, role: trouble ? 'alert' : 'status' },
    el('span', { dir: 'auto' }, text),
  );
  for (const { label, run } of actions) {
    const button = el('button', { type: 'button' }, label);
    onTrustedClick(button, () => {
      clear();
      run();
    });
    message.append(button);
  }
  host.body.append(message);
  const stay = trouble || text.length > 60 || actions.length > 1 ? STAY_LONG : STAY;
  const later = (): ReturnType<typeof setTimeout> =>
    setTimeout(() => {
      if (shown?.host === host) clear();
    }, stay);
  const hold = (): void => clearTimeout(shown?.timer);
  const resume = (): void => {
    if (shown?.host === host) shown.timer = later();
  };
  message.addEventListener('mouseenter', hold);
  message.addEventListener('mouseleave', resume);
  message.addEventListener('focusin', hold);
  message.addEventListener('focusout', resume);
  const parent = document.body ?? document.documentElement;
  parent.append(host.element);
  settleIn(host.element, parent, null);
  shown = { host, timer: later() };
}
