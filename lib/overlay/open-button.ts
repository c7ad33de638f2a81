import { FolderCheck, FolderPlus } from 'lucide';
import type { CaseStatus } from '../cases/case';
import { el, icon, onTrustedClick } from './dom';
import { type Host, makeHost, onFirstTouch } from './host';

/** What the button shows. */
export interface OpenView {
  /** Tweets that do not concern the brand have a button that keeps still until it is wanted. */
  quiet: boolean;
  /** The case that holds this tweet. */
  inCase: { number: number; status: CaseStatus } | null;
}

/** X's icons in the action bar are this large, in px. */
const ICON = 18.75;

/** The button of tweets that are in no case, which is nearly all of them, to be copied. */
const plain = new Map<boolean, HTMLButtonElement>();

function plainButton(quiet: boolean): HTMLButtonElement {
  let known = plain.get(quiet);
  if (!known) {
    known = dress(el('button', { type: 'button' }), { quiet, inCase: null });
    plain.set(quiet, known);
  }
  return known.cloneNode(true) as HTMLButtonElement;
}

/** "Open case" at the end of X's action bar. */
export class OpenButton {
  readonly host: Host;
  readonly #button: HTMLButtonElement;
  #shown: string;

  constructor(tweetId: string, { quiet }: OpenView, open: () => Promise<void>) {
    this.host = makeHost('open', tweetId);
    this.#button = plainButton(quiet);
    this.#shown = keyOf({ quiet, inCase: null });
    this.host.body.append(this.#button);
    onFirstTouch(this.host, () =>
      onTrustedClick(this.#button, () => {
        if (this.#button.getAttribute('aria-busy') === 'true') return;
        this.#button.setAttribute('aria-busy', 'true');
        void open().finally(() => this.#button.removeAttribute('aria-busy'));
      }),
    );
  }

  update(view: OpenView): void {
    const key = keyOf(view);
    if (key === this.#shown) return;
    this.#shown = key;
    dress(this.#button, view);
  }

  remove(): void {
    this.host.element.remove();
  }
}

function keyOf({ quiet, inCase }: OpenView): string {
  return `${quiet} ${inCase?.number} ${inCase?.status}`;
}

function dress(button: HTMLButtonElement, { quiet, inCase }: OpenView): HTMLButtonElement {
  const label = inCase ? `Case #${inCase.number}, ${inCase.status}` : 'Open case';
  button.className = inCase ? 'has-case' : quiet ? 'quiet' : '';
  button.setAttribute('aria-label', label);
  button.title = label;
  button.replaceChildren(icon(inCase ? FolderCheck : FolderPlus, ICON));
  return button;
}
