import { el, onTrustedClick } from './dom';
import { makeHost, onEscape, onKey } from './host';
import { settleIn } from './press';

/** What the dialog says of a draft that is held. */
export interface HoldView {
  /** What it is about, in two or three words. */
  title: string;
  /** Why, one sentence each. */
  why: readonly string[];
  draft: string;
  /** Places in the draft to mark, in order and apart. */
  words: readonly { start: number; end: number }[];
  /** What a rep may say to post it all the same. */
  reasons: readonly { label: string; run: () => void }[];
  /** Null where the draft has nothing that belongs into a direct message. */
  takePrivate: (() => void) | null;
}

/** How a dialog that is open can be changed. */
export interface Hold {
  /** Shows what is held now, in the same dialog. */
  update(view: HoldView): void;
  /** Greys the buttons while something is under way. */
  busy(is: boolean): void;
  close(): void;
}

/** A mouse press so soon after the dialog came belongs to what was there before (a double click), in milliseconds. */
const TOO_SOON = 500;
/** So often the dialog comes back if the page takes it away; after that the draft stays where it is, unposted. */
const COME_BACK = 5;
const WIDTH = { least: 320, most: 600 };
const MARGIN = 12;

/**
 * Opens the dialog that asks about a draft before it is public. A native one: it lies over everything, and the page
 * behind it, X's own keys and focus included, stands still.
 *
 * @param over the composer: the dialog is as wide, and lies on it
 * @param edit called once when the rep goes back to the draft, by button or Escape, or the page has made it impossible
 */
export function openHold(over: Element, view: HoldView, edit: () => void): Hold {
  const host = makeHost('hold', null);
  const dialog = el('dialog', { class: 'hold', 'aria-labelledby': 'title', 'aria-describedby': 'why' });
  host.body.append(dialog);
  const opened = performance.now();
  let over_ = over.getBoundingClientRect();
  let isOpen = true;
  let returns = 0;
  let isBusy = false;

  const place = (): void => {
    // X may have taken the composer away meanwhile: then the place where it was.
    if (over.isConnected) over_ = over.getBoundingClientRect();
    const width = Math.min(Math.max(over_.width, WIDTH.least), WIDTH.most, window.innerWidth - 2 * MARGIN);
    const height = dialog.getBoundingClientRect().height;
    const left = over_.left + (over_.width - width) / 2;
    const clamp = (value: number, most: number): number => Math.max(MARGIN, Math.min(value, most - MARGIN));
    dialog.style.width = `${width}px`;
    dialog.style.left = `${clamp(left, window.innerWidth - width)}px`;
    dialog.style.top = `${clamp(over_.top, window.innerHeight - height)}px`;
  };
  const show = (): void => {
    const parent = document.body ?? document.documentElement;
    parent.append(host.element);
    settleIn(host.element, parent, null);
    if (!dialog.open) dialog.showModal();
    place();
  };
  const observer = new MutationObserver(() => {
    if (!isOpen || (host.element.isConnected && dialog.open)) return;
    // A dialog that was taken out of the page is open by its attribute only.
    dialog.removeAttribute('open');
    if (++returns <= COME_BACK) show();
    else leave(edit);
  });
  const leave = (then: () => void): void => {
    if (!isOpen) return;
    isOpen = false;
    observer.disconnect();
    window.removeEventListener('resize', place);
    dialog.close();
    host.element.remove();
    then();
  };
  const press = (button: HTMLElement, run: () => void): void =>
    onTrustedClick(button, (event) => {
      if (isBusy || !isOpen) return;
      if (event.detail > 0 && performance.now() - opened < TOO_SOON) return;
      run();
    });

  const draw = (next: HoldView): void => {
    const edits = el('button', { type: 'button', class: 'pill', autofocus: '' }, 'Edit');
    press(edits, () => leave(edit));
    const buttons: HTMLElement[] = [edits];
    if (next.takePrivate) {
      const take = el('button', { type: 'button', class: 'pill second' }, 'Take it private');
      press(take, next.takePrivate);
      buttons.push(take);
    }
    const reasons = next.reasons.map(({ label, run }) => {
      const reason = el('button', { type: 'button', class: 'reason', 'aria-label': `Post anyway: ${label}` }, label);
      press(reason, run);
      return reason;
    });
    dialog.replaceChildren(
      el('h2', { id: 'title' }, ours(next.title)),
      el('div', { id: 'why' }, ...next.why.map((sentence) => el('p', {}, ours(sentence)))),
      el('blockquote', { dir: 'auto', 'aria-label': 'Your draft', tabindex: '-1' }, ...marked(next.draft, next.words)),
      el('div', { class: 'actions' }, ...buttons),
      el('div', { class: 'anyway', role: 'group', 'aria-label': 'Post anyway' }, ours('Post anyway:'), ...reasons),
    );
    edits.focus();
  };

  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    leave(edit);
  });
  // Browsers close a dialog on the second Escape even where the first was refused.
  dialog.addEventListener('close', () => leave(edit));
  onEscape(host, () => leave(edit));
  // A key that was held down as the dialog came must not press what has the focus now.
  onKey(host, (event) => {
    if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
  });

  draw(view);
  show();
  dialog.querySelector('button')?.focus();
  observer.observe(document, { childList: true, subtree: true });
  window.addEventListener('resize', place);
  return {
    update(next) {
      isBusy = false;
      draw(next);
      place();
    },
    busy(is) {
      isBusy = is;
      dialog.setAttribute('aria-busy', String(is));
    },
    close: () => leave(() => {}),
  };
}

/** Words of our own, which read from left to right, at the edge where lines begin in X's page. */
const ours = (words: string): HTMLElement => el('bdi', {}, words);

/** The draft with some of its words marked. */
function marked(draft: string, words: HoldView['words']): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const { start, end } of words) {
    if (start < at || end <= start || end > draft.length) continue;
    parts.push(draft.slice(at, start), el('mark', {}, draft.slice(start, end)));
    at = end;
  }
  return [...parts, draft.slice(at)];
}
