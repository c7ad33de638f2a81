import { FolderCheck, FolderPlus } from 'lucide';
import type { CaseStatus } from '../cases/case';
import { el, type IconNode, icon, onTrustedClick } from './dom';
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

/** The plain icon, in one stroke of the pen: it is drawn under every tweet. */
const plus: IconNode = [['path', { d: FolderPlus.map(([, { d }]) => d).join('') }]];

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
  #shown: OpenView;
  #open: () => Promise<void>;

  constructor(tweetId: string, { quiet }: OpenView, open: () => Promise<void>) {
    this.#open = open;
    this.host = makeHost('open', tweetId);
    this.#button = plainButton(quiet);
    this.#shown = { quiet, inCase: null };
    this.host.body.append(this.#button);
    onFirstTouch(this.host, () =>
      onTrustedClick(this.#button, () => {
        if (this.#button.getAttribute('aria-busy') === 'true') return;
        this.#button.setAttribute('aria-busy', 'true');
        void this.#open().finally(() => this.#button.removeAttribute('aria-busy'));
      }),
    );
  }

  /** Turns to another tweet; it must be untouched. */
  takeFor(tweetId: string, open: () => Promise<void>): void {
    this.host.element.setAttribute('data-tweet', tweetId);
    this.#open = open;
  }

  update(view: OpenView): void {
    const { quiet, inCase } = this.#shown;
    this.#shown = view;
    if (view.inCase?.number !== inCase?.number || view.inCase?.status !== inCase?.status) dress(this.#button, view);
    else if (!inCase && view.quiet !== quiet) this.#button.className = classOf(view);
  }

  remove(): void {
    this.host.element.remove();
  }
}

function classOf({ quiet, inCase }: OpenView): string {
  if (inCase) return 'has-case';
  return quiet ? 'quiet' : '';
}

function dress(button: HTMLButtonElement, view: OpenView): HTMLButtonElement {
  const { inCase } = view;
  const label = inCase ? `Case #${inCase.number}, ${inCase.status}` : 'Open case';
  button.className = classOf(view);
  button.setAttribute('aria-label', label);
  button.title = label;
  button.replaceChildren(icon(inCase ? FolderCheck : plus, ICON));
  return button;
}
