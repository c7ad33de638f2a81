import { bare } from '../text/handle';
import { type Reading, readText } from '../triage/features';
import type { Concept } from '../triage/lexicon/types';
import { findIn, lexicons } from './lexicon';
import type { List } from './lexicon/types';
import type { Match } from './phrases';
import { type Piece, piecesOf } from './pieces';
import { learnedPitch, pitchFeatures } from './pitch-head';
import type { ComplaintScore, Situation, Span, ThreadTweet } from './types';

/** No draft and no tweet is longer than this to the guard: X's own limit for paying accounts would take too long. */
const LONGEST = 4000;
/** Tweets of a thread that are read, from its end. */
const THREAD = 40;

/** Languages in which English words are everyday. */
const MIXED = new Set(['tl', 'in']);

const allLanguages = lexicons.map(({ lang }) => lang);

/** A text, read once for all checks. */
export class Text {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The language it is written in, as far as can be told. */
  readonly lang: string | null;
  /** Languages whose words are looked for in it. */
  readonly langs: readonly string[];
  readonly #reading: Reading;
  #guessed: boolean | null = null;

  constructor(text: string, claimed: string | null, also: readonly string[] = []) {
    this.text = text.slice(0, LONGEST);
    this.pieces = piecesOf(this.text);
    this.#reading = readText(this.text, claimed);
    this.lang = this.#reading.lang;
    const langs = new Set([...(this.lang ? [this.lang] : []), ...also]);
    if ([...langs].some((lang) => MIXED.has(lang)) || langs.size === 0) langs.add('en');
    this.langs = [...langs];
  }

  /** Where phrases of a list stand. */
  find(list: List): Match[] {
    return findIn(list, this.langs, this.pieces);
  }

  /** True if the language is a guess: none of its everyday words is in the text. */
  get isGuessed(): boolean {
    this.#guessed ??= this.lang === null || !this.has('filler');
    return this.#guessed;
  }

  /** The same, in all languages if nobody knows which one it is: for numbers, which are the same in all of them. */
  findAnywhere(list: List): Match[] {
    return this.isGuessed ? findIn(list, allLanguages, this.pieces) : this.find(list);
  }

  has(list: List): boolean {
    return this.find(list).length > 0;
  }

  /** How likely it is an advertisement, by the trained head, given what the word lists make of it. */
  pitch(score: number): number {
    return learnedPitch(pitchFeatures(this, this.#reading, score));
  }

  /** Which of these concepts stand in it and are not negated. */
  concepts(wanted: ReadonlySet<Concept>): Concept[] {
    return this.#reading.hits.flatMap(({ concept, negated }) => (wanted.has(concept) && !negated ? [concept] : []));
  }
}

/** A tweet of the thread, read. */
export interface ReadTweet {
  tweet: ThreadTweet;
  read: Text;
  ours: boolean;
}

/** What the checks look at. */
export interface Context {
  draft: Text;
  situation: Situation;
  /** The account that posts, lower case; null if nobody said. */
  account: string | null;
  /** The thread, oldest first, up to the tweet that is being answered. */
  thread: readonly ReadTweet[];
  /** What stands on screen after the tweet that is being answered. */
  after: readonly ReadTweet[];
  /** The tweet that is being answered; null for a new post, or if it is gone. */
  answered: ReadTweet | null;
  /** Tweets of the person who is being answered, oldest first. */
  theirs: readonly ReadTweet[];
  /** How likely that person complains, 0 to 1: here, or in their case of the last days. */
  complaint: number;
  /** They complain, as far as can be told. */
  complains: boolean;
  /** They complain and are angry, for all to see. */
  furious: boolean;
}

const FACES = /[😠😡🤬👿🖕💢😤]/u;
const ANGER = new Set<Concept>(['awful', 'rude', 'leave']);
const WRONG = new Set<Concept>([
  'outage',
  'fault',
  'slow',
  'late',
  'missing',
  'damaged',
  'wrong',
  'unreachable',
  'awful',
  'rude',
  'upset',
  'leave',
]);
/** A case this old tells nothing of today. */
const CASE_HOURS = 72;
/** From here on somebody is taken to complain: see `complaintBy` for what that is worth. */
const COMPLAINS = 0.3;
/** Somebody whose words are angry complains from here on. */
const ANGRY = 0.2;
const SHOUTED = 4;

/** Without a trained model: by the words that go with trouble. */
function byConcepts(read: Text): number {
  const wrong = new Set(read.concepts(WRONG)).size;
  return wrong === 0 ? 0.1 : wrong === 1 ? 0.55 : 0.85;
}

/** Reads a draft and all around it. */
export function contextOf(draft: string, situation: Situation, score?: ComplaintScore): Context {
  const accounts = new Set((situation.accounts ?? []).map(bare));
  const account = situation.account ? bare(situation.account) : (situation.accounts?.[0] ?? null);
  const posting = account === null ? null : bare(account);
  const ours = new Set(accounts);
  if (posting !== null) ours.add(posting);

  const all = situation.thread;
  const place = situation.answering ? all.findIndex(({ id }) => id === situation.answering) : all.length - 1;
  const read = (tweet: ThreadTweet): ReadTweet => ({
    tweet,
    read: new Text(tweet.text, tweet.lang ?? null),
    ours: ours.has(bare(tweet.handle)),
  });
  const thread = all.slice(Math.max(0, place + 1 - THREAD), place + 1).map(read);
  const after = place === -1 ? [] : all.slice(place + 1, place + 1 + THREAD).map(read);
  const answered = thread.at(-1) ?? null;
  // Whoever adds to the brand's own answer speaks to the person whom that answered.
  const customer = thread.findLast((one) => !one.ours)?.tweet.handle ?? null;
  const theirs = customer === null ? [] : thread.filter(({ tweet }) => bare(tweet.handle) === bare(customer));
  const scoreOf = (one: Text): number => (score ? Math.max(score(one.text, one.lang), 0) : byConcepts(one));

  const earlier = situation.caseComplaint && isRecent(situation) ? [new Text(situation.caseComplaint, null)] : [];
  const complaints = [...theirs.map((one) => one.read), ...earlier];
  const complaint = situation.noComplaint ? 0 : Math.max(0, ...complaints.map(scoreOf));
  const last = theirs.at(-1)?.read;
  const complains = complaint >= COMPLAINS;
  return {
    draft: new Text(draft, null, last?.lang ? [last.lang] : []),
    situation,
    account: posting,
    thread,
    after,
    answered,
    theirs,
    complaint,
    complains,
    furious: complaint >= ANGRY && theirs.some((one) => isAngry(one.read)),
  };
}

function isRecent({ caseOpenedAt, now }: Situation): boolean {
  const age = Date.parse(now ?? '') - Date.parse(caseOpenedAt ?? '');
  return age >= 0 && age <= CASE_HOURS * 3_600_000;
}

function isAngry(read: Text): boolean {
  if (FACES.test(read.text) || read.has('fury') || read.concepts(ANGER).length > 0) return true;
  const shouted = read.text.match(/(?<![\p{L}@#])\p{Lu}{3,}(?!\p{L})/gu)?.length ?? 0;
  return shouted >= SHOUTED || /!{2,}|[!?]{3,}/.test(read.text);
}

/** Places in the draft without doubles, in order, those that overlap joined. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start || one.end - other.end)) {
    const before = result.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else if (end > start) result.push({ start, end });
  }
  return result;
}

/** True if two places overlap. */
export const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;
