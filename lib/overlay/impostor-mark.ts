import { ShieldX } from 'lucide';
import { el, icon } from './dom';
import { type Host, makeHost, onFirstTouch } from './host';
import { Why } from './why';

/** What is said of an account that passes for the brand. */
export interface ImpostorView {
  /** One sentence: who it is not, and why. */
  why: string;
}

/** What the rep can do about it. */
export interface ImpostorActions {
  copyWarning(): void;
  reportOnX(): void;
}

const WORD = 'Not us';

/** "Not us", beside the name of an account that passes for the brand. */
export class ImpostorMark {
  readonly host: Host;
  readonly #actions: ImpostorActions;
  readonly #button = el(
    'button',
    {
      type: 'button',
      class: 'chip not-us',
      'aria-expanded': 'false',
      'aria-label': `${WORD}: passes for your account`,
    },
    icon(ShieldX, 14),
    el('span', { class: 'word', dir: 'auto' }, WORD),
  );
  readonly #why: Why;
  #view: ImpostorView | null = null;

  constructor(tweetId: string, actions: ImpostorActions) {
    this.host = makeHost('impostor', tweetId);
    this.#actions = actions;
    this.host.body.append(this.#button);
    this.#why = new Why(this.host, this.#button, () => this.#drawWhy());
    onFirstTouch(this.host, () => this.#why.listen());
  }

  update(view: ImpostorView): void {
    if (this.#view?.why === view.why) return;
    this.#view = view;
    this.#why.hide();
  }

  /** Takes the mark off the page. */
  remove(): void {
    this.#why.remove();
    this.host.element.remove();
  }

  #drawWhy(): HTMLElement | null {
    if (!this.#view) return null;
    const { copyWarning, reportOnX } = this.#actions;
    return el(
      'div',
      { class: 'why', role: 'group', 'aria-label': 'Why this is marked', popover: 'manual' },
      el('p', { dir: 'auto' }, this.#view.why),
      el('p', { class: 'quiet', dir: 'auto' }, 'Hark posts nothing: the warning goes to your clipboard.'),
      el(
        'div',
        { class: 'actions' },
        this.#why.press('Copy a warning', 'pill', copyWarning),
        this.#why.press('Report on X', 'plain', reportOnX),
      ),
    );
  }
}
