import { approachNames } from '../replies/approaches';
import type { Suggestion } from '../replies/request';
import { el, type IconNode, icon, onTrustedClick } from './dom';
import { type Host, makeHost, onEscape, onKey } from './host';
import { isMeant } from './press';

/** What the button does. */
export interface SuggestActions {
  /** Who is answered, without "@". */
  handle: string;
  /** @throws {Error} with words for the rep */
  ask(): Promise<readonly Suggestion[]>;
  insert(text: string): void;
  /** Gives the focus back to X's editor. */
  goBack(): void;
}

/** X's icons in a composer are this large, in px. */
const ICON = 20;
/** A skeleton that flashes up is worse than none, in milliseconds. */
const PATIENCE = 200;
const MARGIN = 8;
/** X's limit; a suggestion says itself how long it is. */
const LONGEST = 280;

/** Hark's own sign: a rule in the margin, and a voice. */
const sign: IconNode = [['path', { d: 'M4 5v14M9 6h8a3 3 0 0 1 3 3v4a3 3 0 0 1-3 3h-2.5L11 19.5V16H9' }]];

/** "Suggest a reply", one more button in the row of icons under X's composer. */
export class SuggestButton {
  readonly host: Host;
  readonly #button: HTMLButtonElement;
  #list: HTMLElement | null = null;
  #suggestions: readonly Suggestion[] = [];
  #choices: HTMLButtonElement[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly tweetId: string,
    private readonly actions: SuggestActions,
  ) {
    this.host = makeHost('suggest', tweetId);
    const label = `Suggest a reply to @${actions.handle}`;
    this.#button = el(
      'button',
      { type: 'button', 'aria-label': label, title: label, 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
      icon(sign, ICON),
    );
    this.host.body.append(this.#button);
    onTrustedClick(this.#button, () => (this.#list ? this.#close() : this.#open()));
    onEscape(this.host, () => {
      if (!this.#list) return;
      this.#close();
      this.actions.goBack();
    });
    onKey(this.host, (event) => this.#onKey(event));
  }

  /** Takes the button off the page, with whatever is open. */
  remove(): void {
    this.#close();
    this.host.element.remove();
  }

  #open(): void {
    const list = el('div', {
      class: 'suggestions',
      role: 'dialog',
      'aria-label': `Suggested replies to @${this.actions.handle}`,
      tabindex: '-1',
      popover: 'manual',
    });
    this.#list = list;
    this.host.body.append(list);
    this.#button.setAttribute('aria-expanded', 'true');
    list.showPopover();
    list.focus({ preventScroll: true });
    window.addEventListener('pointerdown', this.#onOutside, { capture: true });
    window.addEventListener('scroll', this.#place, { capture: true, passive: true });
    window.addEventListener('resize', this.#place);
    void this.#fill(list);
  }

  #close(): void {
    clearTimeout(this.#timer);
    if (!this.#list) return;
    window.removeEventListener('pointerdown', this.#onOutside, { capture: true });
    window.removeEventListener('scroll', this.#place, { capture: true });
    window.removeEventListener('resize', this.#place);
    this.#list.remove();
    this.#list = null;
    this.#choices = [];
    this.#button.setAttribute('aria-expanded', 'false');
  }

  async #fill(list: HTMLElement): Promise<void> {
    this.#choices = [];
    const waiting = el('p', { class: 'quiet', role: 'status' }, 'Looking for words…');
    list.replaceChildren(waiting);
    list.style.opacity = '0';
    this.#timer = setTimeout(() => {
      list.style.opacity = '';
      this.#place();
    }, PATIENCE);
    try {
      const suggestions = await this.actions.ask();
      if (this.#list !== list) return;
      if (suggestions.length > 0) this.#offer(list, suggestions);
      else say(list, 'Hark has nothing to suggest here. Write it in your own words.');
    } catch (error) {
      if (this.#list !== list) return;
      say(list, error instanceof Error ? error.message : 'Hark did not answer.');
      const again = el('button', { type: 'button', class: 'again' }, 'Try again');
      onTrustedClick(again, () => {
        list.focus({ preventScroll: true });
        void this.#fill(list);
      });
      list.append(again);
    }
    clearTimeout(this.#timer);
    list.style.opacity = '';
    this.#place();
    if (this.host.root.activeElement === list) this.#choices[0]?.focus({ preventScroll: true });
  }

  #offer(list: HTMLElement, suggestions: readonly Suggestion[]): void {
    this.#choices = suggestions.map((suggestion, at) => {
      const choice = el(
        'button',
        { type: 'button', class: 'choice' },
        el(
          'span',
          { class: 'top' },
          el('kbd', { 'aria-hidden': 'true' }, String(at + 1)),
          el('b', {}, approachNames[suggestion.approach]),
          el('span', { class: 'length' }, `${suggestion.length}/${LONGEST}`),
        ),
        el('span', { class: 'words', dir: 'auto' }, suggestion.text),
        ...usesOf(suggestion),
        ...(suggestion.missing === null ? [] : [el('span', { class: 'missing', dir: 'auto' }, suggestion.missing)]),
      );
      onTrustedClick(choice, () => this.#choose(suggestion));
      return choice;
    });
    this.#suggestions = suggestions;
    list.replaceChildren(...this.#choices);
  }

  #choose({ text }: Suggestion): void {
    this.#close();
    this.actions.insert(text);
  }

  #onKey(event: KeyboardEvent): void {
    const { activeElement } = this.host.root;
    // The page may give the focus to our host, but not to what is in it.
    if (!this.#list || !(activeElement instanceof HTMLElement) || !this.#list.contains(activeElement)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = this.#choices.indexOf(activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = (at + step + this.#choices.length) % this.#choices.length;
      this.#choices[at === -1 && step === -1 ? this.#choices.length - 1 : next]?.focus();
      return;
    }
    const chosen = /^[1-9]$/.test(event.key) ? this.#suggestions[Number(event.key) - 1] : undefined;
    if (!chosen || this.#choices.length === 0 || event.repeat) return;
    event.preventDefault();
    if (isMeant({ detail: 0, clientX: 0, clientY: 0 }, this.host.element)) this.#choose(chosen);
  }

  readonly #onOutside = ({ target }: Event): void => {
    if (target !== this.host.element) this.#close();
  };

  /** Below the button, or above it where there is more room; always within the window. */
  readonly #place = (): void => {
    const list = this.#list;
    if (!list) return;
    const anchor = this.#button.getBoundingClientRect();
    if (anchor.bottom < 0 || anchor.top > window.innerHeight) {
      this.#close();
      return;
    }
    list.style.maxHeight = '';
    const { width, height } = list.getBoundingClientRect();
    const below = window.innerHeight - anchor.bottom - 2 * MARGIN;
    const above = anchor.top - 2 * MARGIN;
    const isBelow = height <= below || below >= above;
    const shown = Math.min(height, isBelow ? below : above);
    const rtl = getComputedStyle(this.host.element).direction === 'rtl';
    const left = rtl ? anchor.right - width : anchor.left;
    list.style.maxHeight = `${shown}px`;
    list.style.left = `${Math.max(MARGIN, Math.min(left, window.innerWidth - width - MARGIN))}px`;
    list.style.top = `${isBelow ? anchor.bottom + MARGIN / 2 : anchor.top - shown - MARGIN / 2}px`;
  };
}

function say(list: HTMLElement, text: string): void {
  list.replaceChildren(el('p', { role: 'status' }, text));
}

/** What of this customer is in a reply: to see at a glance that it is about them. */
function usesOf({ uses }: Suggestion): HTMLElement[] {
  const texts = [...new Set(uses.map(({ text }) => text))];
  return texts.length === 0 ? [] : [el('span', { class: 'uses', dir: 'auto' }, `Uses ${texts.join(' · ')}`)];
}
