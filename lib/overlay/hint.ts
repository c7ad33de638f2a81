import { X } from 'lucide';
import { el, type IconNode, icon, onTrustedClick } from './dom';
import { makeHost, onEscape } from './host';
import { settleIn } from './press';

/** One thing the guard says of a draft. */
export interface HintView {
  /** The check's id. */
  id: string;
  /** True if the draft would be held as it is. */
  holds: boolean;
  name: string;
  /** One sentence. */
  why: string;
  /** The first of the words it is about; empty if it is about none in particular. */
  words: string;
}

/** So many are shown; the rest is a number until it is asked for. */
const SHOWN = 2;
/** A mouse on its way elsewhere opens nothing, in milliseconds. */
const OPEN_AFTER = 150;
const CLOSE_AFTER = 200;
/** As long as the style sheet takes to fade, in milliseconds. */
const FADE = 200;
const LONGEST_WORDS = 28;
const MARGIN = 8;
const ICON = 14;

/** A bubble with a word in it: the guard speaks. */
const bubble: IconNode = [['path', { d: 'M4 5h16v11H10l-4 4v-4H4zM8 9h8M8 12.5h5' }]];

/** A row of chips under a composer's row of icons. It never stops anyone. */
export class HintRow {
  readonly #host = makeHost('hint', null);
  readonly #row = el('div', { class: 'row', role: 'group', 'aria-label': 'Hark on this draft', 'aria-live': 'polite' });
  readonly #chips = new Map<string, { chip: HTMLElement; view: HintView; button: HTMLElement }>();
  readonly #more = el('button', { type: 'button', class: 'more' });
  #all = false;
  #why: { box: HTMLElement; button: HTMLElement } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param dismiss called when the rep sends one away */
  constructor(private readonly dismiss: (id: string) => void) {
    this.#host.body.append(this.#row);
    onTrustedClick(this.#more, () => {
      this.#all = true;
      this.#fold();
    });
    // The focus stays in X's editor when a chip is clicked.
    this.#host.body.addEventListener('mousedown', (event) => event.preventDefault());
    onEscape(this.#host, () => this.#hideWhy());
  }

  /** Shows these, worst first. What is there already stays; what is not among them any more fades. */
  update(views: readonly HintView[]): void {
    for (const [id, { chip, button }] of this.#chips) {
      if (views.some((view) => view.id === id)) continue;
      this.#chips.delete(id);
      if (this.#why?.button === button) this.#hideWhy();
      chip.classList.add('gone');
      setTimeout(() => {
        chip.remove();
        if (this.#chips.size === 0) this.#host.element.remove();
      }, FADE);
    }
    let before: Element | null = null;
    for (const view of views) {
      const known = this.#chips.get(view.id);
      const same = known && JSON.stringify(known.view) === JSON.stringify(view);
      const made = same ? known : this.#make(view);
      if (known && !same) {
        if (this.#why?.button === known.button) this.#hideWhy();
        known.chip.replaceWith(made.chip);
      }
      this.#chips.set(view.id, made);
      const next: Element | null = before ? before.nextElementSibling : this.#row.firstElementChild;
      if (next !== made.chip) this.#row.insertBefore(made.chip, next);
      before = made.chip;
    }
    this.#row.append(this.#more);
    this.#fold();
  }

  /** Puts the row behind this part of X's composer; as often as one likes. */
  placeAfter(part: Element): void {
    const { element } = this.#host;
    if (part.nextElementSibling === element || !part.parentElement) return;
    part.after(element);
    settleIn(element, part.parentElement, null);
    // X sets its row of icons in, below the text; so are the chips.
    const [bar, box] = [part.getBoundingClientRect(), element.getBoundingClientRect()];
    const rtl = getComputedStyle(element).direction === 'rtl';
    const indent = Math.max(0, rtl ? box.right - bar.right : bar.left - box.left);
    element.style.setProperty('--hark-indent', `${indent}px`);
  }

  /** Takes the row off the page. */
  remove(): void {
    this.#hideWhy();
    this.#chips.clear();
    this.#row.replaceChildren();
    this.#host.element.remove();
  }

  #fold(): void {
    let at = 0;
    for (const { chip } of this.#chips.values()) chip.hidden = !this.#all && at++ >= SHOWN;
    const folded = this.#all ? 0 : Math.max(0, this.#chips.size - SHOWN);
    this.#more.hidden = folded === 0;
    this.#more.textContent = `${folded} more`;
  }

  #make(view: HintView): { chip: HTMLElement; view: HintView; button: HTMLElement } {
    const { name, words, holds, id } = view;
    const button = el(
      'button',
      { type: 'button', class: 'say', 'aria-expanded': 'false' },
      icon(bubble, ICON),
      el('b', {}, name),
    );
    if (words) {
      const short = words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS - 1)}…` : words;
      button.append(el('span', { dir: 'auto' }, `“${short}”`));
    }
    const away = el('button', { type: 'button', class: 'away', 'aria-label': `Dismiss: ${name}` }, icon(X, ICON));
    const chip = el('span', { class: holds ? 'hint holds' : 'hint' }, button, away);
    onTrustedClick(button, () => (this.#why?.button === button ? this.#hideWhy() : this.#showWhy(view, button)));
    onTrustedClick(away, () => this.dismiss(id));
    button.addEventListener('mouseenter', () => this.#soon(() => this.#showWhy(view, button), OPEN_AFTER));
    button.addEventListener('mouseleave', () => this.#soon(() => this.#hideWhy(), CLOSE_AFTER));
    button.addEventListener('focus', () => {
      if (button.matches(':focus-visible')) this.#showWhy(view, button);
    });
    button.addEventListener('blur', () => this.#hideWhy());
    return { chip, view, button };
  }

  #soon(callback: () => void, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(callback, delay);
  }

  #showWhy({ why, holds }: HintView, button: HTMLElement): void {
    clearTimeout(this.#timer);
    if (this.#why?.button === button) return;
    this.#hideWhy();
    const box = el('div', { class: 'why', role: 'note', popover: 'manual' }, el('p', { dir: 'auto' }, why));
    if (holds) box.append(el('p', { class: 'quiet' }, 'Hark will ask before this is posted.'));
    box.addEventListener('mouseenter', () => clearTimeout(this.#timer));
    box.addEventListener('mouseleave', () => this.#soon(() => this.#hideWhy(), CLOSE_AFTER));
    this.#host.body.append(box);
    box.showPopover();
    this.#why = { box, button };
    button.setAttribute('aria-expanded', 'true');
    const anchor = button.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const rtl = getComputedStyle(this.#host.element).direction === 'rtl';
    const left = Math.max(
      MARGIN,
      Math.min(rtl ? anchor.right - width : anchor.left, window.innerWidth - width - MARGIN),
    );
    const below = anchor.bottom + 4;
    box.style.left = `${left}px`;
    box.style.top = `${below + height > window.innerHeight - MARGIN ? Math.max(MARGIN, anchor.top - height - 4) : below}px`;
  }

  #hideWhy(): void {
    clearTimeout(this.#timer);
    this.#why?.box.remove();
    this.#why?.button.setAttribute('aria-expanded', 'false');
    this.#why = null;
  }
}
