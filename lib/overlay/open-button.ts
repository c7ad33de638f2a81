import { FolderCheck, FolderPlus } from 'lucide';
import type { CaseStatus } from '../cases/case';
import { el, icon, onTrustedClick } from './dom';
import { type Host, makeHost } from './host';

/** What the button shows. */
export interface OpenView {
  /** Tweets that do not concern the brand have a button that keeps still until it is wanted. */
  quiet: boolean;
  /** The case that holds this tweet. */
  inCase: { number: number; status: CaseStatus } | null;
}

/** X's icons in the action bar are this large, in px. */
const ICON = 18.75;

/** "Open case" at the end of X's action bar. */
export class OpenButton {
  readonly host: Host;
  readonly #button: HTMLButtonElement;
  #shown = '';

  constructor(tweetId: string, open: () => Promise<void>) {
    this.host = makeHost('open', tweetId);
    this.#button = el('button', { type: 'button' });
    this.host.body.append(this.#button);
    onTrustedClick(this.#button, () => {
      if (this.#button.getAttribute('aria-busy') === 'true') return;
      this.#button.setAttribute('aria-busy', 'true');
      void open().finally(() => this.#button.removeAttribute('aria-busy'));
    });
  }

  update(view: OpenView): void {
    const key = `${view.quiet} ${view.inCase?.number} ${view.inCase?.status}`;
    if (key === this.#shown) return;
    this.#shown = key;
    const label = view.inCase ? `Case #${view.inCase.number}, ${view.inCase.status}` : 'Open case';
    this.#button.className = view.inCase ? 'has-case' : view.quiet ? 'quiet' : '';
    this.#button.setAttribute('aria-label', label);
    this.#button.title = label;
    this.#button.replaceChildren(icon(view.inCase ? FolderCheck : FolderPlus, ICON));
  }

  remove(): void {
    this.host.element.remove();
  }
}
