import type { Context, ReadTweet } from '../context';
import type { Match } from '../phrases';
import type { Finding } from '../types';

/** Words between the asking and what is asked for. */
const REACH = 6;
/** "Your" stands this close to it, before or (in Tagalog, Indonesian) behind. */
const NEAR = 3;
/** "Lo enviamos", "mandamos": we do it, nobody is asked to. */
const OURSELVES = /^(?:envi|mand|indic|confirm|inform|envia|pass|pas|escrib|escrev|diz|compart)[aei]mos$/;
/** "The model of your phone" is no personal data. */
const THING =
  /^(?:modell?o?|modele|marca|marque|marke|brand|make|merk|tipo|type|typ|tipe|unit|version|versao|versione)$/;
/** Parts of one answer: the invitation may be in the other one. */
const PART = /(?:^|[\s([])[1-9]\s?\/\s?[1-9](?=$|[\s)\].])/;

/** Asking for personal data where everybody reads the answer. */
export function asksFor({ draft, thread }: Context): Finding | null {
  const hard = draft.find('items');
  const soft = draft.find('softItems');
  if (hard.length + soft.length === 0) return null;
  const { pieces } = draft;
  const isPrivate = draft.has('privately') || pieces.some(({ kind }) => kind === 'link' || kind === 'email');
  if (isPrivate || draft.has('refusing')) return null;
  const asking = draft.find('asking');
  const yours = draft.find('yours');
  const isAsked = (item: Match): boolean => {
    const sentence = pieces[item.from]?.sentence;
    const here = (other: Match): boolean => pieces[other.from]?.sentence === sentence;
    const theirs = yours.some(
      (one) =>
        here(one) &&
        ((one.to <= item.from && item.from - one.to <= NEAR) ||
          (one.from >= item.to && one.from - item.to < NEAR) ||
          (one.from >= item.from && one.to <= item.to)),
    );
    const wanted = asking.some(
      (one) =>
        here(one) &&
        one.from < item.from &&
        item.from - one.to <= REACH &&
        !OURSELVES.test(pieces[one.from]?.folded ?? '') &&
        !pieces.slice(one.to, item.from).some(({ folded }) => THING.test(folded)),
    );
    return theirs && wanted;
  };
  const asked = hard.filter(isAsked);
  // Where a private talk has been offered, what is asked for may be meant for it.
  const offered = thread.some(({ read, ours }: ReadTweet) => ours && read.has('privately'));
  if (asked.length > 0) {
    const level = offered || PART.test(draft.text) ? 'hint' : 'hold';
    return {
      level,
      why: 'This asks for personal data in public, and people do answer in public. Ask for it in a direct message.',
      words: asked.map(({ start, end }) => ({ start, end })),
    };
  }
  const softly = soft.filter(isAsked);
  if (softly.length === 0 || offered) return null;
  return {
    level: 'hint',
    why: 'This asks for something that is better told in a direct message.',
    words: softly.map(({ start, end }) => ({ start, end })),
  };
}
