import { signatureOf } from '../../text/signature';
import { type Context, joined } from '../context';
import type { Check } from './check';

const STEM = 5;
const SHORT = 4;
/** From here on somebody is upset enough to be owed more than a phrase. */
const UPSET = 0.7;

/** Words of theirs that the draft takes up. */
function takesUp({ draft, theirs }: Context): boolean {
  const fillers = new Set(draft.find('filler').map(({ from }) => from));
  const stock = draft.find('stock');
  const said = new Set(
    theirs.flatMap(({ read }) => {
      const filler = new Set(read.find('filler').map(({ from }) => from));
      return read.pieces.flatMap(({ kind, folded }, at) =>
        (kind === 'word' || kind === 'number') && folded.length >= SHORT && !filler.has(at)
          ? [folded.slice(0, STEM)]
          : [],
      );
    }),
  );
  return draft.pieces.some(
    ({ kind, folded }, at) =>
      (kind === 'word' || kind === 'number') &&
      folded.length >= SHORT &&
      !fillers.has(at) &&
      !stock.some(({ from, to }) => from <= at && at < to) &&
      said.has(folded.slice(0, STEM)),
  );
}

/** Phrases that fit everybody, to somebody who is angry. */
export const saysNothing: Check = {
  id: 'says-nothing',
  look(context) {
    const { draft, theirs, complaint, furious } = context;
    if (theirs.length === 0 || !(complaint >= UPSET || furious)) return null;
    const stock = draft.find('stock');
    if (stock.length === 0 || /[?？]/.test(draft.text) || draft.has('nextStep') || draft.has('promise')) return null;
    if (takesUp(context)) return null;
    const { pieces } = draft;
    const signed = signatureOf(draft.text)?.toLowerCase();
    const rest = pieces.filter(
      ({ kind, folded, start, end }) =>
        (kind === 'word' || kind === 'number') &&
        folded !== signed &&
        !stock.some((one) => start < one.end && one.start < end),
    );
    // Somebody who writes much beside the phrases says something, even if it is in other words than theirs.
    if (rest.length > Math.max(8, pieces.length * 0.6)) return null;
    return {
      level: 'hint',
      why: 'This would fit anybody: nothing in it is about what they said, and nothing leads on.',
      words: joined(stock),
    };
  },
};
