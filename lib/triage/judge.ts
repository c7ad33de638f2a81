import type { Found } from '../text/phrases';
import { PhraseFinder } from '../text/phrases';
import { fold, type Word } from '../text/words';
import type { Watchlist } from '../watchlist/watchlist';
import { type Evidence, type Intent, type Judgeable, type Judgement, notRelevant } from './judgement';
import { JUDGED, makeSpotter } from './spot';
import { languages } from './words';
import type { Signal } from './words/types';

/** A judge for one watchlist. Pure and deterministic. */
export type Judge = (tweet: Judgeable) => Judgement;

/** A word of the trade and trouble belong together if they stand this close, in words. */
const NEAR = 9;

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
  const spot = makeSpotter(watchlist);
  return (whole) => {
    const spotted = spot(whole);
    if (!spotted) return notRelevant;
    const tweet = whole.text.length > JUDGED ? { ...whole, text: whole.text.slice(0, JUDGED) } : whole;
    const { handle, named, trade, words } = spotted;
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
    const judged = {
      intent: intent === 'news' ? ('other' as const) : intent,
      intentConfidence: 0.8,
      topic: 'other' as const,
      urgency: intent === 'complaint' ? 0.5 : 0,
      pressures: [],
      evidence,
    };

    if (!handle && named.length === 0) {
      const pair = closest(trade, trouble);
      if (!pair || intent === 'praise' || intent === 'news') return notRelevant;
      add('category', [pair.word]);
      add('complaint', [pair.trouble]);
      return { ...judged, relevance: 'category', relevanceScore: 0.6, intent: 'complaint', actionable: true };
    }
    if (handle) evidence.push({ kind: 'handle', words: `@${handle}` });
    add('term', named);
    if (intent === 'complaint') add('complaint', trouble);
    else if (intent === 'question' || intent === 'praise') {
      add(
        intent,
        signals.filter((found) => found.tag === intent),
      );
    }
    return {
      ...judged,
      relevance: handle ? 'mention' : 'brand',
      relevanceScore: handle ? 1 : 0.8,
      actionable: intent === 'complaint' || intent === 'question' || (handle !== null && intent === 'other'),
    };
  };
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

function closest(trade: readonly Found<unknown>[], trouble: readonly Found<Signal>[]) {
  let best: { word: Found<unknown>; trouble: Found<Signal>; distance: number } | null = null;
  for (const word of trade) {
    for (const other of trouble) {
      const distance = word.at === -1 || other.at === -1 ? 0 : Math.abs(word.at - other.at);
      if (distance <= NEAR && (!best || distance < best.distance)) best = { word, trouble: other, distance };
    }
  }
  return best;
}

function intentOf(tweet: Judgeable, signals: readonly Found<Signal>[], words: readonly Word[]): Intent | 'news' {
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
