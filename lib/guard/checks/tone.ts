import { lexicons } from '../../triage/lexicon';
import { type Context, joined, type Text } from '../context';
import type { Finding, Span } from '../types';
import type { Check } from './check';

/** Faces and confetti that are glad. */
const GLAD =
  /[😀😃😄😁😆😂🤣😊🙂😉😍🥰😘😎🤩🥳🎉🎊🙌☺😇🤗😜😋✨🌟🌞☀🌈]|(?<![\p{L}\p{N}/:])[:;=]'?-?[)dDpP](?![\p{L}\p{N}/])|\^_\^|(?<![\p{L}\p{N}])xD(?![\p{L}\p{N}])/gu;
const EXCLAMATION = /!+/g;
/** "Hi Ana!" and "Thanks!" are manners. */
const AFTER_MANNERS = 28;

function spansOf(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
}

/** Exclamation marks that do not belong to a greeting or to thanks. */
function shouts({ text, pieces }: Text, greetings: readonly Span[]): Span[] {
  return spansOf(EXCLAMATION, text).filter(({ start, end }) => {
    const sentence = pieces.findLast((piece) => piece.end <= start)?.sentence;
    const first = pieces.find((piece) => piece.sentence === sentence);
    const manners = greetings.some((one) => first && one.start === first.start && start - one.start <= AFTER_MANNERS);
    return !manners || end - start > 1;
  });
}

function cheer({ draft, furious }: Context): Finding | null {
  if (!furious) return null;
  const glad = spansOf(GLAD, draft.text);
  const marks = shouts(draft, draft.find('greeting'));
  const cheerful = draft.find('cheerful');
  const loud = marks.length >= 2 || marks.some(({ start, end }) => end - start > 1);
  const merry = cheerful.some(({ end }) => marks.some((mark) => mark.start >= end && mark.start - end <= 24));
  if (glad.length === 0 && !loud && !merry) return null;
  const words = joined([...glad, ...(loud || merry ? marks : []), ...(merry ? cheerful : [])]);
  return { level: 'hint', why: 'They are angry; this sounds too cheerful for that.', words };
}

const common = new Map(lexicons.map(({ lang, common: words }) => [lang, new Set(words.split(/,\s+/))]));
const ENOUGH_WORDS = 6;
const CLEAR = 0.2;
/** From here on somebody mixes two languages; a word or two may be the same in both. */
const MIXED = 0.12;
const NAMES: Readonly<Record<string, string>> = {
  en: 'English',
  tl: 'Filipino',
  in: 'Indonesian',
  es: 'Spanish',
  pt: 'Portuguese',
  fr: 'French',
  de: 'German',
  it: 'Italian',
};

/** How much of a text is everyday words of a language. */
function shareOf({ pieces }: Text, lang: string): number {
  const words = pieces.filter(({ kind }) => kind === 'word');
  const known = common.get(lang);
  return words.length === 0 || !known ? 0 : words.filter(({ folded }) => known.has(folded)).length / words.length;
}

/** The language that a text is in beyond doubt. */
function clearLanguage(text: Text): string | null {
  if (text.pieces.filter(({ kind }) => kind === 'word').length < ENOUGH_WORDS) return null;
  const [best, second] = [...common.keys()]
    .map((lang) => ({ lang, share: shareOf(text, lang) }))
    .sort((one, other) => other.share - one.share);
  return best && best.share >= CLEAR && best.share >= 2 * (second?.share ?? 0) ? best.lang : null;
}

function otherLanguage({ draft, theirs }: Context): Finding | null {
  const last = theirs.at(-1);
  if (!last) return null;
  const mine = clearLanguage(draft);
  const yours = clearLanguage(last.read);
  if (!mine || !yours || mine === yours || last.read.lang !== yours) return null;
  // Whoever mixes two languages reads both.
  if (theirs.some(({ read }) => shareOf(read, mine) >= MIXED)) return null;
  return {
    level: 'hint',
    why: `They wrote in ${NAMES[yours] ?? yours}, and this is in ${NAMES[mine] ?? mine}.`,
    words: [],
  };
}

/** How it sounds: cheer at the angry, blame, another language. */
export const tone: Check = {
  id: 'tone',
  look(context) {
    const blame = context.draft.find('blame');
    if (blame.length > 0) {
      const words = blame.map(({ start, end }) => ({ start, end }));
      return { level: 'hint', why: 'This sounds as if it were their fault.', words };
    }
    return cheer(context) ?? otherLanguage(context);
  },
};
