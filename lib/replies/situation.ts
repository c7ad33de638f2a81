import { type Topic, topics } from '../cases/case';
import { factFor } from '../facts/choose';
import type { Channel, Fact } from '../facts/fact';
import { PhraseFinder } from '../text/phrases';
import { fold, wordsOf } from '../text/words';
import { readText } from '../triage/features';
import type { Concept } from '../triage/lexicon/types';
import { exposesPersonalData } from './exposed';
import { firstNameIn } from './name';
import { bankFor } from './phrases';
import type { Bank, Day, Known, Noun, Register } from './phrases/bank';
import { spellingsOf } from './phrases/bank';
import type { PastCase, ReplyIncident, ReplyRequest } from './request';

/** What somebody who writes needs to hear. */
export type Mood = 'praise' | 'fury' | 'trouble' | 'question' | 'idea' | 'talk';

/** What happened before, as a reply may speak of it. */
export interface History {
  day: string;
  /** The thing that both name; null if there is none. */
  same: Noun | null;
}

/** A tweet, read for answering it. */
export interface Situation {
  request: ReplyRequest;
  bank: Bank;
  /** False where the customer writes in a language for which there are no phrases. */
  ownLanguage: boolean;
  register: Register;
  mood: Mood;
  topic: Topic;
  name: string | null;
  /** What it is about, in their word for it; null where the tweet has none that fits. */
  noun: Noun | null;
  since: string | null;
  wait: string | null;
  stake: string | null;
  where: string | null;
  told: ReadonlySet<Known>;
  history: History | null;
  /** One that hits them for certain, or else one that may. */
  incident: { incident: ReplyIncident; certain: boolean; area: string } | null;
  fact: Fact | null;
  exposed: boolean;
  atRisk: boolean;
  burning: boolean;
  solved: boolean;
  /** The tweet does not name the brand. */
  unasked: boolean;
}

/** Things that go wrong, as concepts; who praises in such words means it otherwise. */
const TROUBLE: readonly Concept[] = [
  'outage',
  'fault',
  'slow',
  'late',
  'missing',
  'wrong',
  'damaged',
  'unreachable',
  'awful',
  'rude',
  'fraud',
  'unable',
];
/** Where a question tells of these, it is trouble in the shape of a question. */
const BROKEN: readonly Concept[] = ['outage', 'fault', 'slow', 'late', 'missing', 'damaged'];

/** What the words are about where the judgement does not say. */
const conceptTopics: readonly (readonly [Concept, Topic])[] = [
  ['fraud', 'fraud'],
  ['outage', 'outage'],
  ['coverage', 'coverage'],
  ['slow', 'speed'],
  ['billing', 'billing'],
  ['cancel', 'cancellation'],
  ['appointment', 'appointment'],
  ['unreachable', 'unreachable'],
  ['reward', 'order'],
];

/** Topics that a reply names only where a word of the tweet does: to be sorry about the wrong thing is not to listen. */
const SUPPORT: Partial<Record<Topic, readonly Concept[]>> = {
  appointment: ['appointment'],
  cancellation: ['cancel'],
  order: ['reward'],
  account: ['identity'],
  device: [],
};

/** Which channels answer what kind of trouble, best first. */
const channelsFor: Record<Topic, readonly Channel[]> = {
  outage: ['status', 'notice', 'help'],
  speed: ['help', 'status', 'notice'],
  billing: ['help', 'chat', 'phone', 'notice', 'email'],
  appointment: ['help', 'chat', 'phone', 'notice'],
  device: ['help', 'chat', 'notice'],
  cancellation: ['help', 'email', 'phone', 'chat'],
  coverage: ['status', 'help', 'notice'],
  unreachable: ['chat', 'phone', 'email', 'help', 'hours'],
  order: ['help', 'chat', 'phone', 'notice'],
  account: ['help', 'chat', 'phone'],
  fraud: ['help', 'phone', 'email', 'notice'],
  other: ['help', 'notice', 'chat', 'hours', 'phone', 'email'],
};
/** A question may be answered by any of these. */
const ANY: readonly Channel[] = ['help', 'notice', 'hours', 'status', 'chat', 'phone', 'email'];
/** Trouble that an outage can be behind. */
const HIT_BY_INCIDENT: ReadonlySet<Topic> = new Set(['outage', 'speed', 'coverage', 'device', 'other', 'unreachable']);
const WAITED_FOR: ReadonlySet<Topic> = new Set([
  'outage',
  'speed',
  'appointment',
  'order',
  'unreachable',
  'coverage',
  'device',
  'other',
]);

const finders = new Map<string, PhraseFinder<Noun>>();
/** The nouns of a bank in a text: of several at one place the longest. */
export function nounsIn(bank: Bank, text: string): Noun[] {
  let finder = finders.get(bank.lang);
  if (!finder) {
    finder = new PhraseFinder(spellingsOf(bank));
    finders.set(bank.lang, finder);
  }
  const found = finder.find(text, wordsOf(text)).filter(({ words }) => !words.startsWith('#'));
  // "Phone line" is one thing: of nouns at one place the longest counts.
  return found
    .filter(
      (one) =>
        !found.some(
          (other) =>
            other.words.length > one.words.length &&
            other.at <= one.at &&
            one.at < other.at + other.words.split(' ').length,
        ),
    )
    .map(({ tag }) => tag);
}

/** Reads all that a reply may be made of from a request. Pure. */
export function readSituation(request: ReplyRequest): Situation {
  const { tweet, judgement } = request;
  const reading = readText(tweet.text, tweet.lang);
  const { bank, own } = bankFor(reading.lang ?? tweet.lang);
  const hits = reading.hits.filter(({ negated }) => !negated).map(({ concept }) => concept);
  const has = (wanted: readonly Concept[]): boolean => hits.some((concept) => wanted.includes(concept));
  const nouns = nounsIn(bank, tweet.text);
  const felt = moodOf(request, bank, has);
  const topic = topicOf(judgement.topic, hits, nouns, felt);
  const mood = felt === 'talk' && topic !== 'other' && judgement.intent !== 'unsure' ? 'trouble' : felt;
  const fits = nouns.filter((noun) => noun.topics.includes(topic));
  const noun = fits[0] ?? (topic === 'other' ? nouns[0] : undefined) ?? null;
  const { finds } = bank;
  const found = (expression: RegExp): string | null => expression.exec(tweet.text)?.[1]?.trim() ?? null;
  const where = placeIn(found(finds.place), bank, request);
  const since = found(finds.since);
  const wait = mood !== 'question' && WAITED_FOR.has(topic) ? found(finds.wait) : null;
  const incident = mood === 'praise' ? null : incidentFor(request, topic, where);
  const told = new Set<Known>();
  if (where || request.customer?.place || incident?.certain) told.add('place');
  if (since || wait) told.add('since');
  if (finds.scope.test(tweet.text)) told.add('scope');
  if (finds.light.test(tweet.text)) told.add('light');
  if (noun) told.add('thing');
  if (noun?.whose === 'ours') told.add('ours');
  if (/\d/.test(tweet.text)) told.add('amount');
  return {
    request,
    bank,
    ownLanguage: own,
    register: registerOf(bank, tweet.text, tweet.name),
    mood,
    topic,
    name:
      firstNameIn(request.customer?.name || '', request.brand?.names) ?? firstNameIn(tweet.name, request.brand?.names),
    noun,
    since: tidied(since, bank),
    wait: wait?.toLowerCase() ?? null,
    stake: finds.stakes.find(([expression]) => expression.test(tweet.text))?.[1] ?? null,
    where,
    told,
    history: historyOf(request, bank, nouns),
    incident,
    fact: factFor(request.facts, {
      text: tweet.text,
      topic,
      lang: bank.lang,
      channels:
        mood === 'question' || mood === 'talk' ? [...new Set([...channelsFor[topic], ...ANY])] : channelsFor[topic],
      brand: request.brand ? [...request.brand.names, ...request.brand.handles] : [],
    }),
    exposed: exposesPersonalData(tweet.text, request.facts),
    atRisk: judgement.pressures.includes('safety'),
    burning: judgement.pressures.includes('safety') && finds.burning.test(tweet.text),
    solved: has(['solved']),
    unasked: judgement.relevance === 'category' && request.brand !== undefined,
  };
}

function moodOf(
  { tweet, judgement }: ReplyRequest,
  { finds }: Bank,
  has: (wanted: readonly Concept[]) => boolean,
): Mood {
  const { intent, intentConfidence, pressures } = judgement;
  const trouble = has(TROUBLE);
  const asks = /[?？؟]/u.test(tweet.text) || finds.asks.test(tweet.text);
  if (finds.idea.test(tweet.text)) return 'idea';
  if (intent === 'praise' && (!trouble || has(['solved']) || intentConfidence > 0.9)) return 'praise';
  const angry = pressures.includes('angry') || /[!！]{2,}|[😠😡🤬👿🖕💢]/u.test(tweet.text);
  if (intent === 'complaint' || intent === 'praise') return angry ? 'fury' : 'trouble';
  const spoils = finds.stakes.some(([expression]) => expression.test(tweet.text));
  const down = finds.down.test(tweet.text);
  const topical = intent !== 'unsure' && judgement.topic !== 'other';
  if (has(['thanks', 'solved']) && !trouble && !spoils && !down && !topical && !asks) return 'praise';
  if (has(BROKEN) && !has(['howto'])) return angry ? 'fury' : 'trouble';
  if (intent === 'question' || asks) return 'question';
  // To be sorry for what is no trouble is worse than a plain answer.
  return trouble || topical || spoils || has(['sadface', 'again', 'problem']) || down ? 'trouble' : 'talk';
}

function topicOf(judged: Topic, hits: readonly Concept[], nouns: readonly Noun[], mood: Mood): Topic {
  const lineDown = hits.includes('outage') && nouns[0]?.topics[0] === 'outage';
  if (judged === 'device' && lineDown && mood !== 'question') return 'outage';
  const deviceOnly = nouns.length > 0 && nouns.every((noun) => noun.topics[0] === 'device' && noun.whose === 'theirs');
  if (judged === 'outage' && deviceOnly) return 'device';
  const needed = SUPPORT[judged];
  const wordFor = nouns.some((noun) => noun.topics.includes(judged));
  const stands = needed === undefined || wordFor || mood === 'question' || hits.some((hit) => needed.includes(hit));
  if (judged !== 'other' && stands) return judged;
  const named = conceptTopics.find(([concept]) => hits.includes(concept));
  if (named) return named[1];
  if (mood === 'question' || mood === 'idea') return 'other';
  return nouns[0]?.topics[0] ?? 'other';
}

/** Who puts a title before their name is not spoken to as a friend. */
const TITLED = /^(?:frau|herr|mrs?|ms|dr|prof|mme|madame|monsieur|sig|sra?|señora?|don|doña|dona)\b/i;

function registerOf(bank: Bank, text: string, name: string): Register {
  if (bank.finds.formal.test(text) || TITLED.test(name)) return 'formal';
  return bank.finds.informal.test(text) ? 'informal' : bank.register;
}

/** Days and months are written like places ("on Tuesday", "in May"). */
export function placeIn(found: string | null, bank: Bank, { brand }: Pick<ReplyRequest, 'brand'>): string | null {
  if (found === null) return null;
  const names = new Set<string>();
  for (let at = 0; at < 12; at++) {
    names.add(fold(new Intl.DateTimeFormat(bank.locale, { month: 'long' }).format(Date.UTC(2024, at, 15))));
    names.add(fold(new Intl.DateTimeFormat(bank.locale, { weekday: 'long' }).format(Date.UTC(2024, 0, at + 1))));
  }
  const name = fold(found.split(' ').slice(1).join(' '));
  const first = name.split(/[\s'’]/)[0] ?? '';
  if (names.has(first) || brand?.names.some((own) => name.startsWith(fold(own)))) return null;
  return /^(?:i|my|the|day|twitter|monday|god|fridays|sundays|saturdays|mondays|text|dm|christmas|easter)$/.test(first)
    ? null
    : found;
}

function tidied(since: string | null, bank: Bank): string | null {
  if (since === null || since !== since.toUpperCase()) return since;
  return since.toLocaleLowerCase(bank.locale);
}

const partsOf = (area: string): string[] =>
  area
    .split(/[,;/]|\s[–-]\s/)
    .map((part) => part.trim())
    .filter((part) => part.length > 2);

/** The incident that is behind it for certain, since the place is the same; else one that may be. */
function incidentFor(request: ReplyRequest, topic: Topic, where: string | null): Situation['incident'] {
  if (!HIT_BY_INCIDENT.has(topic)) return null;
  const said = ` ${wordsOf(`${request.tweet.text} . ${request.customer?.place ?? ''}`)
    .map(({ folded }) => folded)
    .join(' ')} `;
  for (const incident of request.incidents) {
    const here = partsOf(incident.area).find((part) => {
      const words = wordsOf(part).map(({ folded }) => folded);
      return words.length > 0 && said.includes(` ${words.join(' ')} `);
    });
    if (here) return { incident, certain: true, area: here };
  }
  const only = request.incidents.length === 1 ? request.incidents[0] : undefined;
  const elsewhere = where !== null || Boolean(request.customer?.place);
  if (!only || elsewhere || topic === 'other' || topic === 'unreachable') return null;
  return { incident: only, certain: false, area: only.area };
}

const DAY = 24 * 60 * 60 * 1000;
const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** How a day is called, seen from now; null if it lies ahead, or so far back that it is no longer of use. */
export function dayOf(at: number, now: number, locale: string): Day | null {
  const days = Math.round((midnight(now) - midnight(at)) / DAY);
  if (days < 0 || days > 330) return null;
  if (days === 0) return { kind: 'today' };
  if (days === 1) return { kind: 'yesterday' };
  const date = new Date(at);
  if (days < 7) {
    const name = new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(date);
    return { kind: 'weekday', name, number: date.getDay() };
  }
  return { kind: 'month', name: new Intl.DateTimeFormat(locale, { month: 'long' }).format(date) };
}

/** The customer's latest earlier tweet on the same thing, else their latest one. Nothing but its day is ever said. */
function historyOf({ cases, tweet, now }: ReplyRequest, bank: Bank, nouns: readonly Noun[]): History | null {
  const wrote = cases
    .flatMap(({ entries }: PastCase) => entries)
    .filter(({ kind, text, at }) => kind === 'tweet' && text.trim() !== tweet.text.trim() && at <= now)
    .sort((one, other) => other.at - one.at);
  const words = new Set(nouns.map(({ word }) => word));
  const shared = (text: string): Noun | null => nounsIn(bank, text).find(({ word }) => words.has(word)) ?? null;
  const entry = wrote.find(({ text }) => shared(text) !== null) ?? wrote[0];
  const day = entry ? dayOf(entry.at, now, bank.locale) : null;
  return entry && day ? { day: bank.day(day), same: shared(entry.text) } : null;
}

/** The noun that earlier tweets and this one share, for saying "the same modem". */
export function nounOrDefault({ bank, noun, topic }: Pick<Situation, 'bank' | 'noun' | 'topic'>): Noun {
  if (noun) return noun;
  const word = bank.words[topic];
  const known = spellingsOf(bank).find(([spelling]) => spelling === word)?.[1];
  return known ?? { word, gender: 'm', whose: 'theirs', topics };
}
