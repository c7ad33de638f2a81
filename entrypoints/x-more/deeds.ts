import { copyText } from '../../lib/browser/clipboard';
import { reportPage } from '../../lib/impostors/warning';
import { showToast } from '../../lib/overlay/toast';
import { isJoinedToNext, readRows } from '../../lib/x/conversation';
import { readAccount } from '../../lib/x/page';
import { readTweet } from '../../lib/x/read';
import { threadAround } from '../../lib/x/thread';
import type { Tweet } from '../../lib/x/tweet';
import type { Correcting, Deeds, Doing } from '../x.content/doing';
import type { Caught } from '../x.content/impostors';
import { toJudged, toSent } from '../x.content/sent';
import { sayTrouble } from '../x.content/trouble';
import { ask } from '../x.content/worker';

/** What the rep's clicks and keys on tweets do. */
export class PageDeeds implements Deeds {
  /** @param page what the timeline knows of its tweets */
  constructor(private readonly page: Doing) {}

  async openCase(article: Element, id: string): Promise<void> {
    const tweet = this.page.tweetNow(article, id);
    const sent = tweet && toSent(tweet);
    if (!sent) {
      showToast({ text: 'X has changed this tweet. Try again.', trouble: true });
      return;
    }
    const thread = threadAround(readRows(article, readTweet), id, (row) => isJoinedToNext(row.article))
      .map((row) => toSent(readTweet(row.article)))
      .filter((other) => other !== null)
      .slice(0, 100);
    const requestId = crypto.randomUUID();
    // Before the worker answers: what the rep decided on is what was to be seen at the click.
    const canBeOurs = this.page.isOursToSay(article, tweet);
    try {
      const opened = await ask('openCase', { requestId, tweet: sent, thread, account: readAccount(document) });
      const did = {
        created: `Case #${opened.caseNumber} opened for @${sent.handle}.`,
        added: `Added to case #${opened.caseNumber} of @${sent.handle}.`,
        reopened: `Case #${opened.caseNumber} of @${sent.handle} reopened.`,
        shown: `Already in case #${opened.caseNumber}.`,
      }[opened.kind];
      showToast({
        text: opened.panelOpen ? did : `${did} ${panelHint(opened.shortcut)}`,
        actions: [
          ...(canBeOurs ? [{ label: 'This one is ours', run: () => void this.correct(tweet, id, 'ours', true) }] : []),
          ...(opened.canUndo ? [{ label: 'Undo', run: () => void this.#undo(requestId) }] : []),
        ],
      });
    } catch (error) {
      sayTrouble(error, 'No case was opened.');
    }
  }

  async #undo(requestId: string): Promise<void> {
    try {
      const undone = await ask('undo', { requestId });
      showToast(undone.ok ? { text: 'Undone.' } : { text: undone.reason, trouble: true });
    } catch (error) {
      sayTrouble(error, 'That could not be undone.');
    }
  }

  /** Writes down what the rep says of a tweet, as it was read at the click. The worker learns from it. */
  async correct(tweet: Tweet | null, id: string, about: Correcting['about'], right: boolean): Promise<void> {
    if (this.page.isOfWatchlist(tweet)) {
      showToast({ text: 'This is an account of your own: it gets no mark.' });
      return;
    }
    const sent = tweet && toJudged(tweet);
    if (!sent) {
      // A mark can be sent away even where X shows too little to learn from.
      if (about === 'ours' && !right) await this.#dismiss(id, true);
      else showToast({ text: 'X has changed this tweet. Try again.', trouble: true });
      return;
    }
    const requestId = crypto.randomUUID();
    const before = this.page.said(id);
    if (about === 'ours') this.page.say(id, { dismissed: !right, ours: right });
    try {
      await ask('correct', { requestId, tweet: sent, about, right });
      showToast({
        text: heard(about, right),
        actions: [{ label: 'Undo', run: () => void this.#takeBack(requestId) }],
      });
    } catch (error) {
      if (about === 'ours') this.page.say(id, before);
      sayTrouble(error, 'Not remembered.');
    }
  }

  async #takeBack(requestId: string): Promise<void> {
    try {
      await ask('takeBack', { requestId });
      showToast({ text: 'Undone.' });
    } catch (error) {
      sayTrouble(error, 'That could not be undone.');
    }
  }

  async #dismiss(id: string, dismissed: boolean): Promise<void> {
    this.page.say(id, { dismissed, ours: false });
    try {
      await ask('dismiss', { tweetId: id, dismissed });
      if (dismissed) {
        showToast({
          text: heard('ours', false),
          actions: [{ label: 'Undo', run: () => void this.#dismiss(id, false) }],
        });
      }
    } catch (error) {
      sayTrouble(error, 'Not remembered.');
    }
  }

  async showCustomer(article: Element, id: string): Promise<void> {
    const handle = this.page.tweetNow(article, id)?.handle;
    if (!handle) return;
    try {
      const { panelOpen, shortcut } = await ask('showCustomer', { handle, tweetId: id });
      if (!panelOpen) showToast({ text: `@${handle} is ready in the panel. ${panelHint(shortcut)}` });
    } catch (error) {
      sayTrouble(error, 'The panel could not be opened.');
    }
  }

  async copyWarning({ warning }: Caught): Promise<void> {
    if (warning && (await copyText(warning)))
      showToast({ text: 'A warning is copied. Paste it into your reply to the customer.' });
    else showToast({ text: 'The warning could not be copied. Try again.', trouble: true });
  }

  reportOnX({ handle }: Caught): void {
    window.open(reportPage(handle), '_blank', 'noopener');
  }
}

/** What the rep is told once a correction is written down. */
function heard(about: Correcting['about'], right: boolean): string {
  if (about === 'complaint') return right ? 'Noted: a complaint.' : 'Noted: not a complaint.';
  return right ? 'Noted: this one is ours.' : 'Not about us: this mark will stay away.';
}

function panelHint(shortcut: string | null): string {
  return shortcut ? `Press ${shortcut} to see it.` : 'Open the panel with the Hark button in the toolbar.';
}
