import { el, onTrustedClick } from './dom';
import { dressAnew, type Host, onEscape } from './host';

/** Delays in milliseconds, so that a mouse on its way elsewhere opens nothing. */
const OPEN_AFTER = 250;
const CLOSE_AFTER = 250;

/** What a chip in the header row tells more of: opens on hover, focus and click, and stays within the window. */
export class Why {
  readonly #host: Host;
  readonly #button: HTMLElement;
  readonly #make: () => HTMLElement | null;
  #box: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param make draws what is shown, a popover; null where there is nothing to show */
  constructor(host: Host, button: HTMLElement, make: () => HTMLElement | null) {
    this.#host = host;
    this.#button = button;
    this.#make = make;
  }

  /** Begins to listen, with the first event that reached the host: mouse or focus may be there already. */
  listen(): void {
    const { root, body } = this.#host;
    dressAnew(this.#host);
    onTrustedClick(this.#button, () => (this.#box ? this.hide() : this.#show()));
    body.addEventListener('mouseenter', () => this.#soon(() => this.#show(), OPEN_AFTER));
    body.addEventListener('mouseleave', () => this.#soon(() => this.hide(), CLOSE_AFTER));
    root.addEventListener('focusin', () => {
      if (this.#button.matches(':focus-visible')) this.#show();
    });
    root.addEventListener('focusout', (event) => {
      if (!((event as FocusEvent).relatedTarget instanceof Node)) this.#soon(() => this.hide(), 0);
    });
    onEscape(this.#host, () => {
      this.#button.focus();
      this.hide();
    });
    if (body.matches(':hover')) this.#soon(() => this.#show(), OPEN_AFTER);
    else if (this.#button.matches(':focus-visible')) this.#show();
  }

  hide(): void {
    if (!this.#box) return;
    window.removeEventListener('scroll', this.#onScroll, { capture: true });
    this.#box.remove();
    this.#box = null;
    this.#button.setAttribute('aria-expanded', 'false');
  }

  /** A button for the popover, which is gone once it has acted. */
  press(words: string, className: string, act: () => void): HTMLButtonElement {
    const button = el('button', { type: 'button', class: className }, words);
    onTrustedClick(button, () => {
      this.hide();
      act();
    });
    return button;
  }

  /** Hides it and forgets what was to come. */
  remove(): void {
    clearTimeout(this.#timer);
    this.hide();
  }

  #soon(callback: () => void, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(callback, delay);
  }

  #show(): void {
    clearTimeout(this.#timer);
    const box = this.#box ? null : this.#make();
    if (!box) return;
    this.#host.body.append(box);
    this.#box = box;
    this.#button.setAttribute('aria-expanded', 'true');
    box.showPopover();
    this.#put(box, this.#button.getBoundingClientRect());
    window.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
  }

  /** Below the chip, or above it where there is no room; always within the window. */
  #put(why: HTMLElement, anchor: DOMRect): void {
    const box = why.getBoundingClientRect();
    const rtl = getComputedStyle(this.#host.element).direction === 'rtl';
    const wanted = rtl ? anchor.right - box.width : anchor.left;
    const left = Math.max(8, Math.min(wanted, window.innerWidth - box.width - 8));
    const below = anchor.bottom + 4;
    const top = below + box.height > window.innerHeight - 8 ? Math.max(8, anchor.top - box.height - 4) : below;
    why.style.left = `${left}px`;
    why.style.top = `${top}px`;
  }

  readonly #onScroll = (): void => this.hide();
}
