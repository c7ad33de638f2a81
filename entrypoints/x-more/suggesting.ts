import { copyText } from '../../lib/browser/clipboard';
import { isOurs } from '../../lib/overlay/host';
import { settleIn } from '../../lib/overlay/press';
import { SuggestButton } from '../../lib/overlay/suggestions';
import { showToast } from '../../lib/overlay/toast';
import type { Suggestion } from '../../lib/replies/request';
import { composerOf, openComposers, readAnswered, readThread } from '../../lib/x/composer';
import { readAccount } from '../../lib/x/page';
import { selectors } from '../../lib/x/selectors';
import { toSent } from '../x.content/sent';
import { isOfBrand } from '../x.content/who';
import { ask, isConnected, OrphanedError, RefusedError } from '../x.content/worker';
import { insertInto } from './inserting';

/** X unfolds a composer with its focus, and draws its row of icons a moment later, in milliseconds. */
const LOOK_AFTER = [0, 80, 400];
/** Where a script takes the button away each time, it is left alone after so many. */
const PUT_AT_MOST = 30;

/** Puts a button that suggests replies into composers that answer a customer as one of the brand's accounts. */
export class Suggesting {
  readonly #buttons = new WeakMap<Element, { button: SuggestButton; puts: number; observer: MutationObserver }>();

  /** The focus has come to an editor. */
  focused(editor: Element): void {
    for (const after of LOOK_AFTER) setTimeout(() => this.#ensure(editor), after);
  }

  /** The brand posts as other accounts now. */
  accountsChanged(): void {
    for (const { editors } of openComposers(document)) for (const editor of editors) this.#ensure(editor);
  }

  /** Brings a composer in line: one button where there should be one, for the tweet that is answered now. */
  #ensure(editor: Element): void {
    const composer = editor.isConnected && isConnected() ? composerOf(editor) : null;
    const bar = composer?.button?.closest(selectors.toolBar) ?? composer?.root.querySelector(selectors.toolBar);
    if (!composer || !bar) return;
    const answered = isOfBrand(readAccount(document)) ? readAnswered(composer).answered : null;
    const { id = null, handle = null } = answered?.tweet ?? {};
    const known = this.#buttons.get(bar);
    if (id === null || handle === null || isOfBrand(handle)) {
      known?.button.remove();
      return;
    }
    const place = bar.querySelector(selectors.navigation) ?? bar;
    if (known?.button.tweetId === id) {
      if (known.button.host.element.parentElement === place || known.puts > PUT_AT_MOST) return;
      known.puts++;
      this.#put(known.button, bar, place);
      return;
    }
    known?.button.remove();
    known?.observer.disconnect();
    const button = new SuggestButton(id, {
      handle,
      ask: () => this.#suggestionsFor(editor, id),
      insert: (text) => void this.#insert(editor, id, text),
      goBack: () => (editor as HTMLElement).focus({ preventScroll: true }),
    });
    // X draws the row anew as it likes, and other scripts may clear it.
    const observer = new MutationObserver(() => {
      if (bar.isConnected && !bar.contains(button.host.element)) this.#ensure(editor);
    });
    observer.observe(bar, { childList: true, subtree: true });
    this.#buttons.set(bar, { button, observer, puts: 1 });
    this.#put(button, bar, place);
  }

  #put({ host: { element } }: SuggestButton, bar: Element, place: Element): void {
    for (const stray of bar.querySelectorAll('[data-hark="suggest"]')) if (!isOurs(stray)) stray.remove();
    place.append(element);
    settleIn(element, place, null);
  }

  async #suggestionsFor(editor: Element, id: string): Promise<readonly Suggestion[]> {
    const composer = composerOf(editor);
    const answered = composer && readAnswered(composer).answered;
    const tweet = answered?.tweet.id === id ? toSent(answered.tweet) : null;
    if (!answered || !tweet) throw new Error('X shows too little of this tweet. Open it on a page of its own.');
    const thread = readThread(answered)
      .map(toSent)
      .filter((other) => other !== null)
      .slice(0, 100);
    try {
      return (await ask('suggestFor', { tweet, thread, account: readAccount(document) })).suggestions;
    } catch (error) {
      if (error instanceof RefusedError) throw error;
      const gone = error instanceof OrphanedError || !isConnected();
      throw new Error(gone ? 'Hark was updated. Reload this tab to go on.' : 'Hark did not answer.');
    }
  }

  async #insert(editor: Element, id: string, text: string): Promise<void> {
    const composer = composerOf(editor);
    if (!composer || readAnswered(composer).answered?.tweet.id !== id) {
      showToast({ text: 'X’s composer answers another tweet now. Nothing was inserted.', trouble: true });
      return;
    }
    const inserted = await insertInto(composer, id, text, editor);
    if (inserted.ok) return;
    const copied = await copyText(text);
    showToast({
      text: copied ? `${inserted.reason} The reply is copied: paste it.` : inserted.reason,
      trouble: true,
    });
  }
}
