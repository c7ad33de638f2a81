import { type Found, PhraseFinder } from '../text/phrases';
import { fold, type Word, wordsOf } from '../text/words';
import { brandAccounts, type Watchlist } from '../watchlist/watchlist';
import { languages } from './words';
import type { Signal } from './words/types';

/** How a tweet concerns the brand: by a handle, by a name, or by a word of the trade together with trouble. */
export type Relevance = 'mention' | 'brand' | 'category' | 'none';

/** What the author wants. A first cut by words; it says `other` where the words say nothing. */
export type Intent = 'complaint' | 'question' | 'praise' | 'news' | 'other';

/** How loud the mark is: full where someone may need an answer, a dot for news and praise. */
export type Loudness = 'full' | 'dot' | 'none';

/** What was found in a tweet, with the words as the author wrote them. */
export interface Evidence {
  kind: 'handle' | 'term' | 'category' | Signal;
  words: string;
}

/** Hark's judgement of one tweet. */
export interface Judgement {
  relevance: Relevance;
  intent: Intent;
  loudness: Loudness;
  evidence: Evidence[];
}

/** The part of a tweet that is judged. */
export interface Judgeable {
  handle: string | null;
  text: string;
  lang: string | null;
  mentions: readonly string[];
  links: readonly string[];
  ad: boolean;
}

/** A judge for one watchlist. Pure and deterministic. */
export type Judge = (tweet: Judgeable) => Judgement;

type Term = 'term' | 'category' | 'exclusion';

/** Characters that are judged. X's longest posts have 25,000; who needs an answer says so sooner. */
const JUDGED = 5_000;

/** A word of the trade and trouble belong together if they stand this close, in words. */
const NEAR = 9;

const nothing: Judgement = { relevance: 'none', intent: 'other', loudness: 'none', evidence: [] };

/** Finders are costly to build, so that there is one a language, built when it is first needed. */
const finders = new Map<string, PhraseFinder<Signal> | null>();

function finderOf(lang: string): PhraseFinder<Signal> | null {
  let finder = finders.get(lang);
  if (finder === undefined) {
    const known = languages.find((language) => language.lang === lang);
    const lists = Object.entries(known?.words ?? {}) as [Signal, readonly string[]][];
    finder = known
      ? new PhraseFinder(lists.flatMap(([signal, phrases]) => phrases.map((phrase) => [phrase, signal] as const)))
      : null;
    finders.set(lang, finder);
  }
  return finder;
}

/** What hints at trouble, a question … in a text, in order of its place. */
function signalsIn(text: string, lang: string | null, words: readonly Word[]): Found<Signal>[] {
  const own = lang === null || lang === 'en' ? [] : (finderOf(lang)?.find(text, words) ?? []);
  // English words are used in every language ("WiFi down na naman").
  const english = finderOf('en')?.find(text, words) ?? [];
  if (own.length === 0) return english;
  const place = ({ at }: Found<Signal>): number => (at === -1 ? words.length : at);
  return [...english, ...own].sort((one, other) => place(one) - place(other));
}

/** "?" in the scripts that have their own. */
const QUESTION_MARK = /[?？؟]/;
/** Faces and gestures that speak of anger whatever the language. */
const ANGRY = /[😠😡🤬👿🖕💢🙄😤]/u;
const HEARTS = /[❤💙💚🙏😍🥰👏🙌]/u;

/**
 * Makes a judge for a watchlist.
 *
 * The first of these decides: paid posts and the brand's own accounts are nothing; a handle makes a mention; a term or
 * misspelling makes it about the brand, unless an exclusion says otherwise; a category word counts only with trouble.
 */
export function makeJudge(watchlist: Watchlist): Judge {
  const own = brandAccounts(watchlist);
  const handles = new Set(watchlist.handles.map((handle) => handle.toLowerCase()));
  const answered = new Set(watchlist.languages);
  const finder = new PhraseFinder<Term>([
    ...[...watchlist.terms, ...watchlist.misspellings].map((phrase) => [phrase, 'term'] as const),
    ...watchlist.categories.map((phrase) => [phrase, 'category'] as const),
    ...watchlist.exclusions.map((phrase) => [phrase, 'exclusion'] as const),
  ]);

  const handleIn = (tweet: Judgeable): string | null => {
    for (const mention of tweet.mentions) if (own.has(mention.toLowerCase())) return mention;
    if (tweet.mentions.length === 0) {
      // Where X did not link it (renamed accounts, truncated texts) the text still names it.
      for (const [, name] of tweet.text.matchAll(/[@＠](\w{1,20})/g)) {
        if (name && handles.has(name.toLowerCase())) return name;
      }
    }
    return null;
  };

  return (whole) => {
    const tweet = whole.text.length > JUDGED ? { ...whole, text: whole.text.slice(0, JUDGED) } : whole;
    if (tweet.ad || (tweet.handle !== null && own.has(tweet.handle.toLowerCase()))) return nothing;
    const handle = handleIn(tweet);
    if (!handle && !finder.mayFind(tweet.text)) return nothing;
    const words = wordsOf(tweet.text);
    const terms = finder.find(tweet.text, words);
    // An exclusion says that names and words of the trade mean something else here ("paper lantern").
    const excluded = terms.some((found) => found.tag === 'exclusion');
    const named = excluded ? [] : terms.filter((found) => found.tag === 'term');
    const trade = excluded ? [] : terms.filter((found) => found.tag === 'category');

    const foreign = answered.size > 0 && tweet.lang !== null && isLanguage(tweet.lang) && !answered.has(tweet.lang);
    if (!handle && (foreign || (named.length === 0 && trade.length === 0))) return nothing;

    const signals = outermost(signalsIn(tweet.text, tweet.lang, words));
    const trouble = signals.filter((found) => found.tag === 'trouble');
    const intent = intentOf(tweet, signals, words);
    const evidence: Evidence[] = [];
    const add = (kind: Evidence['kind'], found: readonly Found<unknown>[]): void => {
      for (const { words: written } of found) {
        const seen = evidence.some((other) => fold(other.words) === fold(written));
        if (!seen && evidence.length < 5) evidence.push({ kind, words: written });
      }
    };

    if (handle) {
      evidence.push({ kind: 'handle', words: `@${handle}` });
      add('term', named);
    } else if (named.length > 0) {
      add('term', named);
    } else {
      const pair = closest(trade, trouble);
      if (!pair || intent === 'praise' || intent === 'news') return nothing;
      add('category', [pair.word]);
      add('trouble', [pair.trouble]);
      return { relevance: 'category', intent: 'complaint', loudness: 'full', evidence };
    }

    if (intent === 'complaint') add('trouble', trouble);
    else if (intent !== 'other') {
      add(
        intent,
        signals.filter((found) => found.tag === intent),
      );
    }
    const relevance = handle ? 'mention' : 'brand';
    const wantsAnswer = intent === 'complaint' || intent === 'question' || (handle !== null && intent === 'other');
    return { relevance, intent, loudness: wantsAnswer ? 'full' : 'dot', evidence };
  };
}

/** X's codes for "no language": only emoji, only links, unknown … */
function isLanguage(lang: string): boolean {
  return lang !== 'und' && lang !== 'art' && !lang.startsWith('q') && lang !== 'zxx';
}

/** Leaves out what is part of a longer phrase: "down again" says more than "down". */
function outermost<Tag>(found: readonly Found<Tag>[]): Found<Tag>[] {
  const end = ({ at, words }: Found<Tag>): number => at + words.split(' ').length;
  return found.filter(
    (one) =>
      one.at === -1 ||
      !found.some(
        (other) =>
          other.tag === one.tag &&
          other.at <= one.at &&
          end(other) >= end(one) &&
          other.words.length > one.words.length,
      ),
  );
}

function closest(trade: readonly Found<Term>[], trouble: readonly Found<Signal>[]) {
  let best: { word: Found<Term>; trouble: Found<Signal>; distance: number } | null = null;
  for (const word of trade) {
    for (const other of trouble) {
      const distance = word.at === -1 || other.at === -1 ? 0 : Math.abs(word.at - other.at);
      if (distance <= NEAR && (!best || distance < best.distance)) best = { word, trouble: other, distance };
    }
  }
  return best;
}

function intentOf(tweet: Judgeable, signals: readonly Found<Signal>[], words: readonly Word[]): Intent {
  const count = (tag: Signal): number => signals.filter((found) => found.tag === tag).length;
  const trouble = count('trouble') + (ANGRY.test(tweet.text) ? 2 : 0);
  const praise = count('praise') + (HEARTS.test(tweet.text) ? 1 : 0);
  const question = count('question') + (QUESTION_MARK.test(tweet.text) ? 2 : 0);
  const personal = words.some((word) => FIRST_PERSON.has(word.folded));
  if (tweet.links.length > 0 && !personal && count('news') > 0) return 'news';
  // "Thanks for nothing" and "thanks, down again" are no praise: trouble wins unless praise clearly prevails.
  if (trouble > 0 && (praise === 0 || trouble >= praise)) return 'complaint';
  if (question >= 2) return 'question';
  if (praise > 0) return 'praise';
  if (question > 0) return 'question';
  return count('news') > 0 && !personal ? 'news' : 'other';
}

const FIRST_PERSON = new Set(
  "i i'm i've im ive my me we we're our us ko ako namin kami yo mi me nos nuestro eu meu minha nossa je j'ai mon ma nous ich mein meine wir uns io mio mia noi aku saya gue kami".split(
    ' ',
  ),
);
