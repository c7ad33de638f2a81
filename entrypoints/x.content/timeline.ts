import { actionOf, type PageKeys } from '../../lib/keys/page-keys';
import { onMessage } from '../../lib/messaging';
import { ArticleOverlay } from '../../lib/overlay/article';
import { isOurs, paint } from '../../lib/overlay/host';
import { isWherePut } from '../../lib/overlay/press';
import { showToast } from '../../lib/overlay/toast';
import type { PageState } from '../../lib/protocol';
import { signatureOf } from '../../lib/text/signature';
import { shortAgo } from '../../lib/time/ago';
import { type Judgement, loudnessOf } from '../../lib/triage/judgement';
import { makeSpotter, type Spotted, type Spotter } from '../../lib/triage/spot';
import { brandAccounts } from '../../lib/watchlist/watchlist';
import { answeredRow, isJoinedToNext, type Row, readRows, type TweetRow } from '../../lib/x/conversation';
import { readCorrespondent } from '../../lib/x/correspondent';
import { isLoggedOutApp, type Route, readAccount, readRoute, readTheme } from '../../lib/x/page';
import { articleAt, findPlaces, isPrivate } from '../../lib/x/place';
import { findTweets, readTweet } from '../../lib/x/read';
import { selectors } from '../../lib/x/selectors';
import type { Tweet } from '../../lib/x/tweet';
import { Answers } from './answers';
import type { Deeds, Doing, SaidHere } from './doing';
import { accountsChanged } from './doorman';
import { type Caught, Impostors } from './impostors';
import { fetchMore, moreNow, takeInsertions } from './more';
import { Questions } from './questions';
import { Reporter } from './report';
import { REST, Restraint } from './restraint';
import { Returns, sleeps } from './returns';
import { toSent } from './sent';
import { ORPHANED, sayTrouble } from './trouble';
import { setAccounts } from './who';
import { ask, isConnected } from './worker';

/** What is known of one article on the page. */
interface Shown {
  tweet: Tweet;
  overlay: ArticleOverlay;
  /** What of the watchlist stands in it; undefined while it has not been looked at. */
  spotted: Spotted | null | undefined;
}

/** How long brand replies are gathered before it is looked at whom they answer, in milliseconds: it costs a layout. */
const GATHER_REPLIES = 250;
/** Times in words ("3 min") are renewed this often, in milliseconds. */
const RENEW_TIMES = 30_000;
/** Without the settings nothing is marked: until they come they are asked for this often, in milliseconds. */
const ASK_AGAIN = 5_000;

/** Watches X's page and keeps Hark's drawings in line with what X shows, for as long as the page lives. */
export function startTimeline(): void {
  new Timeline().start();
}

class Timeline implements Doing {
  readonly #shown = new WeakMap<Element, Shown>();
  readonly #reporter = new Reporter(
    (article) => this.#tweetIn(article),
    (article) => this.#shown.get(article)?.overlay.drawn === false,
  );
  readonly #answers = new Answers();
  readonly #questions = new Questions(
    (articles) => this.#drawJudged(articles),
    () => this.#refresh(),
    (whys) => this.#suspect(whys),
  );
  readonly #customers = this.#questions.customers;
  readonly #judgements = this.#questions.judgements;
  readonly #impostors = new Impostors();
  #deeds: Deeds | null = null;
  readonly #observer = new MutationObserver((records) => this.#onMutations(records));
  readonly #themeObserver = new MutationObserver(() => paint(readTheme(document)));
  readonly #dismissed = new Set<string>();
  /** Tweets that the rep said are about the brand. */
  readonly #ours = new Set<string>();
  readonly #restraint = new Restraint();
  #body: HTMLElement | null = null;
  #spot: Spotter | null = null;
  #keys: PageKeys = { openCase: '', notAboutUs: '', ours: '' };
  #brand: ReadonlySet<string> = new Set();
  /** Accounts as which the brand posts: its own, and those of reps. */
  #posting: ReadonlySet<string> = new Set();
  #address = '';
  /** Of that address. */
  #route: Route = { kind: 'other' };
  /** The address whose tweet or profile the panel was told about. */
  #followed = '';
  readonly #returns = new Returns();
  /** Articles with the brand's replies, or answers to them, of which it is not known yet whom they answer. */
  readonly #replies = new Set<Element>();
  #repliesTimer: ReturnType<typeof setTimeout> | undefined;
  #timesTimer: ReturnType<typeof setInterval> | undefined;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #helloTimer: ReturnType<typeof setInterval> | undefined;

  start(): void {
    // Firefox starts us again in open tabs after an update: what our predecessor drew is dead.
    for (const left of document.querySelectorAll('[data-hark]')) left.remove();
    this.#observer.observe(document, {
      childList: true,
      subtree: true,
      // A recycled article may keep all its nodes and change only what they say and where they lead.
      characterData: true,
      attributes: true,
      attributeFilter: ['href'],
    });
    window.addEventListener('click', (event) => this.#onClick(event), { capture: true });
    window.addEventListener('keydown', (event) => this.#onKey(event), { capture: true });
    onMessage('ping', () => true);
    onMessage('diagnose', async () => (await fetchMore()).diagnose());
    onMessage('stateChanged', ({ data }) => {
      this.#setState(data);
      return null;
    });
    onMessage('customersChanged', () => {
      this.#customers.renew();
      this.#wantVisible();
      return null;
    });
    takeInsertions();
    this.#timesTimer = setInterval(() => this.#refresh(), RENEW_TIMES);
    this.#helloTimer = setInterval(() => {
      // No answer yet is as bad as a refusal.
      this.#reporter.settle(false);
      void this.#hello();
    }, ASK_AGAIN);
    void this.#hello();
  }

  async #hello(): Promise<void> {
    try {
      this.#setState(await ask('hello', {}));
    } catch {
      if (!isConnected()) this.#stop();
      else if (!this.#spot) this.#reporter.settle(false);
    }
  }

  #setState(state: PageState): void {
    this.#spot = makeSpotter(state.watchlist);
    this.#posting = new Set(state.accounts);
    this.#judgements.renew();
    this.#keys = state.keys;
    this.#brand = brandAccounts(state.watchlist);
    this.#impostors.clear();
    this.#customers.renew();
    setAccounts(state.accounts);
    accountsChanged();
    this.#dismissed.clear();
    for (const id of state.dismissed) this.#dismissed.add(id);
    this.#ours.clear();
    for (const id of state.ours) this.#ours.add(id);
    clearInterval(this.#helloTimer);
    this.#reporter.settle(true);
    for (const article of findTweets(document)) {
      const shown = this.#shown.get(article);
      if (shown) shown.spotted = undefined;
      this.#ensure(article);
    }
  }

  /** Leaves the page as X made it. */
  #stop(): void {
    this.#observer.disconnect();
    this.#themeObserver.disconnect();
    clearInterval(this.#timesTimer);
    clearTimeout(this.#restTimer);
    clearInterval(this.#helloTimer);
    for (const article of findTweets(document)) this.#forget(article);
    // Without a word the page would look like one on which nobody needs an answer.
    showToast({ text: ORPHANED, trouble: true });
  }

  #onMutations(records: readonly MutationRecord[]): void {
    if (location.href !== this.#address) this.#onAddress();
    if (document.body !== this.#body) this.#watchTheme();
    if (this.#route.kind === 'messages') this.#followTalk();
    const dirty = new Set<Element>();
    // There are a dozen records a tweet while the rep scrolls: what one has told is not found out again for the next.
    let target: Node | null = null;
    let article: Element | null | undefined;
    for (const record of records) {
      const node = record.target;
      if (node !== target) {
        if (article && dirty.has(article) && article.contains(node)) continue;
        target = node;
        article = (node instanceof Element ? node : node.parentElement)?.closest(selectors.tweet);
      }
      if (article && dirty.has(article)) continue;
      if (record.type === 'childList') {
        const { addedNodes } = record;
        const { length } = addedNodes;
        // What was drawn just now and is still there.
        if (length === 1 && isWherePut(addedNodes[0], node) && record.removedNodes.length === 0) continue;
        for (let at = 0; at < length; at++) addTweets(addedNodes[at], dirty);
      }
      if (article && this.#concerns(record, article)) dirty.add(article);
    }
    for (const found of dirty) {
      // The loop goes on to these as well.
      for (const inside of found.querySelectorAll(selectors.tweet)) dirty.add(inside);
      this.#ensure(found);
    }
    // What has come in meanwhile was our own doing, and is over as long as all of it is still there.
    const echo = this.#observer.takeRecords();
    if (echo.length > 0 && [...dirty].some((found) => this.#shown.get(found)?.overlay.intact === false))
      this.#onMutations(echo);
    this.#reporter.soon();
  }

  /** X writes the theme into the style of its body, which comes later than we do. */
  #watchTheme(): void {
    this.#body = document.body;
    this.#themeObserver.disconnect();
    if (!this.#body) return;
    this.#themeObserver.observe(this.#body, { attributes: true, attributeFilter: ['style'] });
    paint(readTheme(document));
  }

  /** Whether a change inside an article can mean anything to us: X's counters tick all the time, and we draw as well. */
  #concerns({ type, target, addedNodes, removedNodes }: MutationRecord, article: Element): boolean {
    const shown = this.#shown.get(article);
    if (!shown) return true;
    if (type === 'childList') {
      if (!shown.overlay.intact) return true;
      let ours = 0;
      for (let at = 0; at < addedNodes.length; at++) {
        const node = addedNodes[at];
        if (!(node instanceof Element)) continue;
        if (isOurs(node)) ours++;
        // A copy of ours that the page made has to go, wherever it is.
        else if (node.hasAttribute('data-hark')) return true;
      }
      if (removedNodes.length === 0 && ours === addedNodes.length) return false;
    }
    const element = target instanceof Element ? target : target.parentElement;
    return !element?.closest(selectors.actionBar);
  }

  /** Brings one article in line: reads it if it changed, judges it, draws. Cheap if nothing changed. */
  #ensure(article: Element): void {
    if (!article.isConnected) return;
    if (this.#route.kind === 'messages' || isPrivate(article)) {
      this.#forget(article);
      return;
    }
    const tweet = readTweet(article);
    if (tweet.id === null || tweet.handle === null || tweet.ad) {
      this.#forget(article);
      return;
    }

    const before = this.#shown.get(article);
    const same = before && before.tweet.id === tweet.id && before.tweet.handle === tweet.handle;
    const shown: Shown = same
      ? before
      : { tweet, spotted: undefined, overlay: this.#overlayFor(article, tweet.id, before?.overlay) };
    if (same && (tweet.text !== before.tweet.text || tweet.time !== before.tweet.time)) shown.spotted = undefined;
    shown.tweet = tweet;
    this.#shown.set(article, shown);
    if (this.#spot && shown.spotted === undefined) shown.spotted = this.#spot(tweet);
    this.#draw(article, shown, Boolean(same), true);
    if (shown.spotted !== undefined) this.#reporter.count(tweet.id, shown.spotted !== null);

    this.#customers.want(tweet.handle, tweet.name, tweet.id);
    if (
      this.#isOurs(tweet.handle) ||
      sleeps(this.#customers.badge(tweet.handle)) ||
      (this.#impostors.isSuspect(tweet.handle) && !this.#impostors.of(tweet.id))
    ) {
      this.#readRepliesSoon(article);
    }
    if (tweet.focal) this.#follow(tweet);
  }

  /** Some authors look like the brand: it is found out whom they answer. */
  #suspect(whys: Record<string, string>): void {
    this.#impostors.suspect(whys);
    for (const article of findTweets(document)) {
      if (this.#impostors.isSuspect(this.#shown.get(article)?.tweet.handle ?? null)) this.#readRepliesSoon(article);
    }
  }

  #readRepliesSoon(article: Element): void {
    this.#replies.add(article);
    this.#repliesTimer ??= setTimeout(() => this.#readReplies(), GATHER_REPLIES);
  }

  #forget(article: Element): void {
    this.#shown.get(article)?.overlay.remove();
    this.#shown.delete(article);
  }

  /**
   * @param late true for a tweet that is on screen already
   * @param changed false where nothing in the article has changed, but what is known of its tweet
   */
  #draw(article: Element, { tweet, spotted, overlay }: Shown, late: boolean, changed = false): void {
    if (tweet.id === null || tweet.handle === null) return;
    if (this.#restraint.rests(article)) {
      overlay.remove();
      this.#restTimer ??= setTimeout(() => this.#goOn(), REST);
      return;
    }
    const judgement = this.#judgementOf(article, tweet, spotted);
    const marked = judgement && loudnessOf(judgement) !== 'none';
    const answer = this.#answers.of(tweet.id);
    const impostor = this.#impostors.of(tweet.id);
    overlay.update(
      {
        impostor,
        mark:
          marked && !impostor
            ? { judgement, answered: answer && { by: answer.by, ago: shortAgo(Date.now() - answer.at) } }
            : null,
        open: { quiet: !marked, inCase: this.#customers.inCase(tweet.id) },
        customer: this.#brand.has(tweet.handle.toLowerCase()) ? null : this.#customers.badge(tweet.handle),
      },
      late,
    );
    // Where only our own knowledge has changed, what stands in its place still does.
    if (!changed && overlay.intact) return;
    if (overlay.place(findPlaces(article))) this.#restraint.note(article);
  }

  /** What is known of a tweet; null where it does not concern the brand. */
  #judgementOf(article: Element, tweet: Tweet, spotted: Spotted | null | undefined): Judgement | null {
    if (tweet.id === null || this.#dismissed.has(tweet.id)) return null;
    const ours = this.#ours.has(tweet.id);
    return spotted || ours ? this.#judgements.of(tweet, article, spotted ?? null, ours) : null;
  }

  /** Draws again what the worker has judged. */
  #drawJudged(articles: Iterable<Element>): void {
    for (const article of articles) {
      const shown = this.#shown.get(article);
      if (shown && article.isConnected) this.#draw(article, shown, true);
    }
  }

  /** Draws again what was left alone for a while. */
  #goOn(): void {
    this.#restTimer = undefined;
    for (const article of findTweets(document)) this.#ensure(article);
  }

  /**
   * Draws again what is on the page, without reading it again.
   *
   * @param only ids of the tweets that are concerned; all, if left out
   */
  #refresh(only?: ReadonlySet<string>): void {
    if (!isConnected()) {
      this.#stop();
      return;
    }
    for (const article of findTweets(document)) {
      const shown = this.#shown.get(article);
      if (shown && (!only || (shown.tweet.id && only.has(shown.tweet.id)))) this.#draw(article, shown, true);
    }
    this.#tellReturns();
  }

  #wantVisible(): void {
    for (const article of findTweets(document)) {
      const tweet = this.#shown.get(article)?.tweet;
      if (tweet?.id && tweet.handle) this.#customers.want(tweet.handle, tweet.name, tweet.id);
    }
  }

  /** The tweet in an article as it was read last: whatever changes in there, it is read again at once. */
  #tweetIn(article: Element): Tweet {
    return this.#shown.get(article)?.tweet ?? readTweet(article);
  }

  /** Finds out which tweets the brand's replies on screen answer. */
  #readReplies(): void {
    this.#repliesTimer = undefined;
    let news = false;
    const lists = new Set<Element>();
    const replies = [...this.#replies];
    this.#replies.clear();
    for (const article of replies) {
      const list = article.closest(selectors.cell)?.parentElement;
      if (!list?.isConnected || lists.has(list)) continue;
      lists.add(list);
      const rows = readRows(article, (other) => this.#tweetIn(other));
      rows.forEach((row, index) => {
        if (!row.article) return;
        const fromUs = this.#isOurs(row.handle);
        const suspect = !fromUs && this.#impostors.isSuspect(row.handle);
        if (suspect && this.#catch(rows, index)) news = true;
        // Whom it answers costs a layout, so it is asked only where it can be an answer to the brand.
        if (!fromUs && !this.#mayAnswerUs(rows, index)) return;
        const answered = answeredRow(rows, index, (other) => isJoinedToNext(other.article));
        if (!answered || fromUs === this.#isOurs(answered.handle)) return;
        if (!fromUs) {
          this.#returns.note(row.id, answered.id);
          return;
        }
        const reply = this.#tweetIn(row.article);
        if (!this.#answers.note(answered.id, reply, signatureOf(reply.text))) return;
        news = true;
        const sent = toSent(reply);
        if (sent) void ask('replySeen', { tweetId: answered.id, reply: sent }).catch(() => {});
      });
    }
    if (news) this.#refresh();
    else this.#tellReturns();
  }

  /** Notes an account that passes for the brand if its tweet answers one that concerns the brand. True if that is news. */
  #catch(rows: readonly Row[], index: number): boolean {
    const row = rows[index];
    const answered = answeredRow(rows, index, (other) => isJoinedToNext(other.article));
    if (!row?.article || !answered || this.#isOurs(answered.handle)) return false;
    const customer = this.#shown.get(answered.article);
    if (!customer || !this.#concernsUs(answered, customer)) return false;
    return this.#impostors.note(this.#tweetIn(row.article), customer.tweet);
  }

  /** True of a tweet that is about the brand, or of somebody who has a case. */
  #concernsUs({ id, handle, article }: TweetRow, { tweet, spotted }: Shown): boolean {
    if (this.#customers.inCase(id) || this.#customers.badge(handle)) return true;
    const judgement = this.#judgementOf(article, tweet, spotted);
    return judgement !== null && judgement.relevance !== 'none';
  }

  #isOurs(handle: string): boolean {
    const author = handle.toLowerCase();
    return this.#brand.has(author) || this.#posting.has(author);
  }

  #mayAnswerUs(rows: readonly Row[], index: number): boolean {
    const above = rows[index - 1];
    const answered = above?.article ? above : rows.find((row) => row.article !== null && row.focal);
    return Boolean(answered?.article && this.#isOurs(answered.handle));
  }

  /** Customers who have answered the brand come back to their case. */
  #tellReturns(): void {
    const tweets = (): Tweet[] => findTweets(document).flatMap((article) => this.#shown.get(article)?.tweet ?? []);
    this.#returns.tell(tweets, (handle) => this.#customers.badge(handle));
  }

  #overlayFor(article: Element, id: string, before: ArticleOverlay | undefined): ArticleOverlay {
    const actions = {
      openCase: () => this.#do((deeds) => deeds.openCase(article, id)),
      notAboutUs: () => this.#do((deeds) => deeds.correct(this.tweetNow(article, id), id, 'ours', false)),
      complaint: (right: boolean) =>
        this.#do((deeds) => deeds.correct(this.tweetNow(article, id), id, 'complaint', right)),
      showCustomer: () => this.#do((deeds) => deeds.showCustomer(article, id)),
      copyWarning: () => this.#doOf(id, (deeds, caught) => deeds.copyWarning(caught)),
      reportOnX: () => this.#doOf(id, (deeds, caught) => deeds.reportOnX(caught)),
    };
    return new ArticleOverlay(id, article, actions, before?.handOn());
  }

  /** Does what the rep has asked for: in the turn of the click, if what it takes is there already. */
  async #do(deed: (deeds: Deeds) => unknown): Promise<void> {
    try {
      const more = moreNow() ?? (await fetchMore());
      this.#deeds ??= more.deeds(this);
    } catch (error) {
      sayTrouble(error, 'Nothing was done.');
      return;
    }
    await deed(this.#deeds);
  }

  #doOf(id: string, deed: (deeds: Deeds, caught: Caught) => unknown): void {
    const caught = this.#impostors.of(id);
    if (caught) void this.#do((deeds) => deed(deeds, caught));
  }

  tweetNow(article: Element, id: string): Tweet | null {
    const tweet = readTweet(article);
    return tweet.id === id ? tweet : null;
  }

  isOfWatchlist(tweet: Tweet | null): boolean {
    return tweet?.handle != null && this.#brand.has(tweet.handle.toLowerCase());
  }

  said(id: string): SaidHere {
    return { dismissed: this.#dismissed.has(id), ours: this.#ours.has(id) };
  }

  say(id: string, { dismissed, ours }: SaidHere): void {
    if (dismissed) this.#dismissed.add(id);
    else this.#dismissed.delete(id);
    if (ours) this.#ours.add(id);
    else this.#ours.delete(id);
    this.#refresh(new Set([id]));
  }

  isOursToSay(article: Element, tweet: Tweet): boolean {
    if (tweet.handle === null || this.isOfWatchlist(tweet)) return false;
    const judgement = this.#judgementOf(article, tweet, this.#shown.get(article)?.spotted);
    return !judgement || judgement.relevance === 'none' || judgement.relevance === 'category';
  }

  #onClick(event: MouseEvent): void {
    if (!event.isTrusted || !(event.target instanceof Element) || event.target.hasAttribute('data-hark')) return;
    const article = articleAt(event.target);
    const tweet = article && this.#shown.get(article)?.tweet;
    if (tweet) this.#tellPanel(tweet.handle, tweet.id);
  }

  /** Keys act on the tweet that X's own j and k have selected: X gives it the focus. */
  #onKey(event: KeyboardEvent): void {
    const action = actionOf(event, this.#keys);
    const focused = document.activeElement;
    if (!action || !focused?.matches(selectors.tweet)) return;
    const tweet = this.#shown.get(focused)?.tweet;
    if (!tweet?.id) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { id } = tweet;
    void this.#do((deeds) =>
      action === 'openCase'
        ? deeds.openCase(focused, id)
        : deeds.correct(this.tweetNow(focused, id), id, 'ours', action === 'ours'),
    );
  }

  #onAddress(): void {
    this.#address = location.href;
    const route = readRoute(this.#address);
    this.#route = route;
    if (route.kind === 'profile') this.#tellPanel(route.handle, null);
    // On a status page the panel is told when the tweet itself appears: the handle in an address may be wrong.
  }

  /** On message pages the panel shows with whom the open conversation is. */
  #followTalk(): void {
    const handle = readCorrespondent(document, readAccount(document));
    const seen = handle && `${location.href} ${handle}`;
    if (!seen || seen === this.#followed) return;
    this.#followed = seen;
    this.#tellPanel(handle, null);
  }

  /** The tweet that a status page is about has come on screen. */
  #follow(tweet: Tweet): void {
    const route = readRoute(location.href);
    if (route.kind !== 'status' || route.id !== tweet.id || this.#followed === location.href) return;
    this.#followed = location.href;
    this.#tellPanel(tweet.handle, tweet.id);
  }

  #tellPanel(handle: string | null, tweetId: string | null): void {
    if (handle === null || this.#brand.has(handle.toLowerCase()) || isLoggedOutApp(document)) return;
    if (handle.toLowerCase() === readAccount(document)?.toLowerCase()) return;
    void ask('looking', { handle, tweetId }).catch(() => {});
  }
}

/** Adds the tweets in what the page has added. Most of that is text, and much of it our own. */
function addTweets(added: Node | undefined, tweets: Set<Element>): void {
  if (!(added instanceof Element) || added.childElementCount === 0) return;
  if (added.matches(selectors.tweet)) tweets.add(added);
  else for (const article of added.querySelectorAll(selectors.tweet)) tweets.add(article);
}
