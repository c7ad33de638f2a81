import { bareSaying, type Fact, isBare, saying } from '../facts/fact';
import { LONGEST_POST, linksIn, weightedLength } from '../text/weight';
import { languageOf } from '../triage/language';
import { tokensOf } from '../triage/tokens';
import { patterns } from './patterns';
import type { Part, Pattern, Say } from './patterns/pattern';
import type { Noun } from './phrases/bank';
import type { ReplyRequest, Suggestion, Use } from './request';
import { comparing } from './similar';
import { nounOrDefault, readSituation, type Situation } from './situation';
import { Chooser, joined } from './wording';

/** How many suggestions a tweet gets. */
const OFFERED = 3;
/** So many wordings are tried before one is taken that sounds like an earlier reply. */
const ATTEMPTS = 24;
/** From this share of common word groups on, a reply sounds like an earlier one. */
const ALIKE = 0.3;
/** Who is furious reads no more than this. */
const SHORT = 240;
/** A fact of so many words is a sentence of its own. */
const SENTENCE = 4;
const HANDLE = /^\w{1,15}$/;
/** Ends of addresses that exist for examples only: X makes no link of them, so that every character counts. */
const NO_LINK = /\.(?:example|test|invalid|localhost)(?:[:/?#]|$)/i;

/** The length for which there must be room: X's own, and more where it is not sure that X makes a link. */
function roomFor(text: string): number {
  const more = linksIn(text).map(({ start, end }) => {
    const link = text.slice(start, end);
    return NO_LINK.test(link) ? Math.max(0, link.length - 23) : 0;
  });
  return weightedLength(text) + more.reduce((sum, one) => sum + one, 0);
}

/** Words of others as they may stand in a reply: on one line, without cheer, and with an end. */
function quoted(text: string): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/(?:\p{Extended_Pictographic}|\p{EMod}|\uFE0F|\u200D)+/gu, '')
    .replace(/(?<!\S)[:;]-?[)D](?!\S)/g, '')
    .replace(/[!！¡]+/g, (signs, at: number, whole: string) =>
      /\S*:\/\/\S*$/.test(whole.slice(0, at)) ? signs : signs[0] === '¡' ? '' : '.',
    )
    .replace(/\s+([.,;])/g, '$1')
    .trim();
  if (plain === '') return '';
  return /[.?…:]$|https?:\/\/\S+$/.test(plain) ? plain : `${plain}.`;
}

/** True if some words are in the language of the reply, or in none. */
function isIn(text: string, claimed: string | null | undefined, lang: string): boolean {
  if (claimed) return claimed === lang || (claimed === 'id' && lang === 'in');
  return languageOf(null, text, tokensOf(text)) === lang;
}

/** The sayings of one pattern, for one attempt. */
function makeSay(situation: Situation, chooser: Chooser): Say {
  const { bank, history, incident, fact, mood, topic } = situation;
  const { moves } = bank;
  const words: Use[] = [
    ...(situation.noun ? [{ kind: 'words' as const, text: situation.noun.word }] : []),
    ...[situation.since, situation.where].flatMap((text) => (text ? [{ kind: 'words' as const, text }] : [])),
  ];
  const usedIn = (text: string | null): Use[] => (text === null ? [] : words.filter((use) => text.includes(use.text)));
  const choose = chooser.choose.bind(chooser);
  return Object.assign(choose, {
    sorry: (): Part => {
      const wordings = bank.topics[topic].sorry;
      const text = choose(wordings, 'sorry');
      return { text, spare: mood === 'fury' ? 1 : 2, uses: usedIn(text) };
    },
    history: (spare: number): Part => {
      if (!history) return { text: null, spare };
      const { same, day } = history;
      const text = same
        ? choose(moves.history.same, 'history', { ...formsOf(situation, same), day })
        : choose(moves.history.any, 'history', { day });
      return { text, spare: mood === 'fury' ? 5 : spare, uses: [{ kind: 'history', text: history.day }] };
    },
    extent: (): Part => {
      const { wait, stake } = situation;
      const text = stake ? choose(moves.stake, 'stake', { stake }) : wait ? choose(moves.wait, 'wait', { wait }) : null;
      return { text, spare: 4, uses: [{ kind: 'words', text: stake ?? wait ?? '' }] };
    },
    incident: (): Part => {
      if (!incident) return { text: null, spare: 0 };
      const { area } = incident;
      const { message, lang, title } = incident.incident;
      const uses: Use[] = [{ kind: 'incident', text: title || area }];
      const said = quoted(message);
      if (said !== '' && isIn(said, lang, bank.lang)) {
        return { text: choose(moves.incident.here, 'incident', { incident: said }), spare: 0, uses };
      }
      return { text: choose(moves.incident.area, 'incident', { area }), spare: 0, uses };
    },
    fact: (): Part => {
      const said = fact ? factWords(fact, bank.lang) : null;
      if (!fact || !said) return { text: null, spare: 0 };
      const uses: Use[] = [{ kind: 'fact', text: said.text }];
      const spare = incident?.certain ? 2 : 0;
      if (said.sentence) return { text: said.text, spare, uses, verbatim: true };
      return { text: choose(moves.fact[fact.channel], 'fact', { fact: said.text }), spare, uses };
    },
  });
}

/** What a reply in a language says of a fact; null if its words are of another one. */
function factWords(fact: Fact, lang: string): { text: string; sentence: boolean } | null {
  const own = isIn(fact.text, fact.lang, lang);
  if (isBare(fact)) return { text: saying(fact), sentence: false };
  if (!own) {
    const bare = bareSaying(fact);
    return bare ? { text: bare, sentence: false } : null;
  }
  const words = quoted(saying(fact));
  const sentence = fact.text.trim().split(/\s+/).length >= SENTENCE;
  return { text: sentence ? words : words.replace(/\.$/, ''), sentence };
}

/** What a noun looks like in phrases, in the customer's register. */
function formsOf({ bank, register }: Situation, noun: Noun): Record<string, string> {
  const forms = Object.entries(bank.forms(noun)).map(([slot, text]): [string, string] => [
    slot,
    text.replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_, friend: string, stranger: string) =>
      register === 'formal' ? stranger : friend,
    ),
  ]);
  return Object.fromEntries(forms);
}

const known = (situation: Situation): Record<string, string | null> => ({
  ...formsOf(situation, nounOrDefault(situation)),
  name: situation.name,
  since: situation.since,
  where: situation.where,
  brand: situation.request.brand?.name ?? null,
});

/** The end of every reply: "^JD"; nothing before the rep has said who they are. */
export function signatureFor(initials: string): string {
  const letters = initials.replace(/^[\^ˆ]/, '').trim();
  return letters === '' ? '' : `^${letters}`;
}

interface Draft {
  text: string;
  uses: Use[];
  chosen: readonly string[];
}

/** Puts a reply together; parts that can be spared go until it fits. Null if even then it does not. */
function assemble(situation: Situation, parts: readonly Part[], chooser: Chooser, limit: number): Draft | null {
  const { bank, name, request, mood } = situation;
  const { greet } = bank.moves;
  const blunt = mood === 'fury' ? { named: greet.named.slice(0, 1), unnamed: greet.unnamed.slice(0, 1) } : greet;
  const called =
    (name === null ? null : chooser.choose(blunt.named, 'greet')) ?? chooser.choose(blunt.unnamed, 'greet') ?? '';
  const signature = signatureFor(request.rep.initials);
  const { handle } = request.tweet;
  const excuse: Part = {
    text: situation.ownLanguage ? null : chooser.choose(bank.moves.otherLanguage, 'language'),
    spare: 6,
  };
  let left = [...parts, excuse].filter(({ text }) => text !== null && text !== '');
  for (;;) {
    if (left.length === 0) return null;
    const uses = left.flatMap((part) => part.uses ?? []).filter(({ text: used }) => used !== '');
    const body = left.map(({ text }) => text).join(' ');
    // A reply that holds nothing of theirs is at least addressed to them, so that nobody else gets the same.
    const greeting = name === null && uses.length === 0 && HANDLE.test(handle) ? `@${handle}, ` : called;
    const opening = left[0]?.verbatim ? greeting.replace(/,\s*$/, ': ') : greeting;
    const text = `${joined(opening, body, bank.keepsCapital)}${signature === '' ? '' : ` ${signature}`}`;
    if (roomFor(text) <= limit) {
      if (name !== null && text.includes(name)) uses.unshift({ kind: 'name', text: name });
      return { text, uses, chosen: [...chooser.chosen] };
    }
    const most = Math.max(...left.map(({ spare }) => spare));
    if (most === 0) return null;
    const last = left.findLastIndex(({ spare }) => spare === most);
    left = left.filter((_, at) => at !== last);
  }
}

function draft(
  situation: Situation,
  pattern: Pattern,
  used: ReadonlySet<string>,
  compare: ReturnType<typeof comparing>,
): Draft | null {
  const { request, mood, register } = situation;
  const facts = known(situation);
  let best: { draft: Draft; alike: number } | null = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const variant = request.variant ? `|${request.variant}` : '';
    const seed = `${request.tweet.handle.toLowerCase()}|${request.tweet.id}|${pattern.id}|${attempt}${variant}`;
    const make = (limit: number): Draft | null => {
      const chooser = new Chooser(seed, facts, register === 'formal', used);
      return assemble(situation, pattern.parts(situation, makeSay(situation, chooser)), chooser, limit);
    };
    const made = (mood === 'fury' ? make(SHORT) : null) ?? make(LONGEST_POST);
    if (!made) continue;
    const alike = compare.same(made.text) ? 2 : compare.most(made.text);
    if (!best || alike < best.alike) best = { draft: made, alike };
    if (alike < ALIKE) break;
  }
  return best?.draft ?? null;
}

/**
 * Words a single pattern for a situation; null if it says nothing that fits into a post. For what is no answer to a tweet
 * and so does not stand among the suggestions.
 */
export function wordPattern(situation: Situation, pattern: Pattern): Suggestion | null {
  const made = draft(situation, pattern, new Set(), comparing(situation.request.recent, []));
  if (!made) return null;
  return {
    text: made.text,
    length: weightedLength(made.text),
    approach: pattern.approach,
    uses: made.uses,
    missing: missingIn(situation, pattern),
  };
}

/**
 * Proposes replies to one tweet: different in approach, made for this customer. Pure, and always alike for the same
 * request.
 */
export function suggest(request: ReplyRequest): Suggestion[] {
  const situation = readSituation(request);
  const { incident, fact } = situation;
  const said = [
    ...(incident ? [quoted(incident.incident.message)] : []),
    ...(fact ? [saying(fact), quoted(saying(fact)), bareSaying(fact) ?? ''] : []),
  ];
  const compare = comparing(request.recent, said);
  const used = new Set<string>();
  const suggestions: Suggestion[] = [];
  for (const pattern of patterns.filter(({ suits }) => suits(situation)).slice(0, OFFERED)) {
    const made = draft(situation, pattern, used, compare);
    if (!made || suggestions.some(({ text }) => text === made.text)) continue;
    for (const wording of made.chosen) used.add(wording);
    suggestions.push({
      text: made.text,
      length: weightedLength(made.text),
      approach: pattern.approach,
      uses: made.uses,
      missing: missingIn(situation, pattern),
    });
  }
  return suggestions;
}

/** Drafts one reply in one way; null if it does not get short enough. Like {@link suggest} it is pure. */
export function draftBy(pattern: Pattern, request: ReplyRequest): string | null {
  return draft(readSituation(request), pattern, new Set(), comparing(request.recent, []))?.text ?? null;
}

function missingIn(situation: Situation, pattern: Pattern): string | null {
  const notes = [
    situation.ownLanguage
      ? null
      : 'Have this put into the customer’s language: there are no phrases for it yet, so it is in English.',
    pattern.missing?.(situation) ?? null,
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : notes.join(' ');
}
