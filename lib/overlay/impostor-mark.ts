import { ShieldX } from 'lucide';
import { el, icon } from './dom';
import { type Host, makeHost, onFirstTouch } from './host';
import { type Telling, whenNearby } from './nearby';
import type { ImpostorActions, ImpostorView } from './views';

const WORD = 'Not us';

/** "Not us", beside the name of an account that passes for the brand. */
export class ImpostorMark {
  readonly host: Host;
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
  #why: Telling | null = null;
  #view: ImpostorView | null = null;

  constructor(tweetId: string, actions: ImpostorActions) {
    this.host = makeHost('impostor', tweetId);
    this.host.body.append(this.#button);
    onFirstTouch(this.host, () =>
      whenNearby((nearby) => {
        this.#why = nearby.tellOfImpostor(this.host, this.#button, () => this.#view, actions);
      }),
    );
  }

  update(view: ImpostorView): void {
    if (this.#view?.why === view.why) return;
    this.#view = view;
    this.#why?.hide();
  }

  /** Takes the mark off the page. */
  remove(): void {
    this.#view = null;
    this.#why?.remove();
    this.host.element.remove();
  }
}
