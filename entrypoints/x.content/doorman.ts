import { showToast } from '../../lib/overlay/toast';
import { selectors } from '../../lib/x/selectors';
import { fetchMore, moreNow } from './more';
import { accountNow, isNobodysBusiness, isOfBrand } from './who';
import { ask, isConnected } from './worker';

/** How long after a key the verdict is asked for; what was pasted or inserted is complete at once (milliseconds). */
export const AFTER_KEY = 250;
const AFTER_PASTE = 30;
/** How long a post may be kept waiting for the script that looks it over, and again for its verdict, in milliseconds. */
export const DEADLINE = 100;

export const UNCHECKED = 'This post went unchecked.';

/** A press was stopped and waits: no other one counts meanwhile. */
let waiting = false;

/**
 * Stands at X's editors and post buttons, and passes on what happens there to the script that knows what to do. Must be
 * called before X's scripts run: only then do these listeners come before all of theirs.
 */
export function standAtTheDoor(): void {
  window.addEventListener('click', onClick, { capture: true });
  window.addEventListener('keydown', onKey, { capture: true });
  const listen = (types: readonly string[], delay: number): void => {
    for (const type of types)
      window.addEventListener(type, ({ target }) => onTyping(type, target, delay), { capture: true, passive: true });
  };
  listen(['input', 'keyup', 'cut'], AFTER_KEY);
  // The worker may be asleep: a composer that gets the focus wakes it.
  listen(['paste', 'drop', 'focusin'], AFTER_PASTE);
}

/** It is known now, or known otherwise, as whom the brand posts: an editor may have the focus already. */
export function accountsChanged(): void {
  moreNow()?.accountsChanged();
  if (document.activeElement) onTyping('focusin', document.activeElement, AFTER_PASTE);
}

function onTyping(type: string, target: EventTarget | null, delay: number): void {
  const editor = target instanceof Element ? target.closest(selectors.editor) : null;
  if (!editor) return;
  const more = moreNow();
  if (!more) {
    if (isOurs()) fetchMore().catch(() => {});
    return;
  }
  if (type === 'focusin') more.focused(editor);
  more.typing(editor, delay);
}

function onClick(event: MouseEvent): void {
  // What the page presses itself is its own affair; so is our own press, which comes after a verdict.
  if (!event.isTrusted || !(event.target instanceof Element)) return;
  const button = event.target.closest(selectors.postButton);
  if (button) onPress(event, button, false);
}

function onKey(event: KeyboardEvent): void {
  if (!event.isTrusted || !(event.target instanceof Element)) return;
  const isEnter = event.key === 'Enter';
  if (!isEnter && event.key !== ' ') return;
  // In some browsers the target of a key is the editable box around the focus.
  const editor = isEnter && (event.ctrlKey || event.metaKey) && event.target.closest(selectors.editor);
  const part = editor || event.target.closest(selectors.postButton);
  if (part) onPress(event, part, event.repeat);
}

function onPress(event: Event, part: Element, repeated: boolean): void {
  const more = moreNow();
  if (more) {
    more.press(event, part, repeated);
    return;
  }
  try {
    const button = buttonOf(part);
    // X does not post these either.
    if (!isOurs() || button?.matches(selectors.disabled)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!repeated && !waiting) void wait(part, button);
  } catch {
    // Whatever is wrong with Hark must not keep anybody from posting.
    if (!event.defaultPrevented) sayUnchecked('failed');
  }
}

/** A press came before the script that looks over what is posted: that is waited for, but not long. */
async function wait(part: Element, button: HTMLElement | null): Promise<void> {
  waiting = true;
  const more = await Promise.race([
    fetchMore().catch(() => 'failed' as const),
    new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), DEADLINE)),
  ]);
  waiting = false;
  if (typeof more === 'object' && more.decide(part)) return;
  button?.click();
  if (typeof more === 'string') sayUnchecked(more);
}

/** X's button for what is written in an editor: the one in the smallest box around it. */
function buttonOf(part: Element): HTMLElement | null {
  if (part.matches(selectors.postButton)) return part as HTMLElement;
  for (let box = part.parentElement; box; box = box.parentElement) {
    const button = box.querySelector<HTMLElement>(selectors.postButton);
    if (button) return button;
  }
  return null;
}

/** Whether what is written here goes out as the brand. */
function isOurs(): boolean {
  return isConnected() && !isNobodysBusiness() && isOfBrand(accountNow());
}

/** Says that a post went out without having been looked over, and has it counted. */
export function sayUnchecked(why: 'late' | 'failed'): void {
  const reason = why === 'late' ? 'Hark did not answer in time.' : 'Hark could not look it over.';
  showToast({ text: `${UNCHECKED} ${reason}`, above: true });
  void ask('unchecked', { why }).catch(() => {});
}
