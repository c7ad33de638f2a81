import type { Check } from './check';

/** Letters by which two forms of a word are taken for the same. */
const STEM = 4;
const stem = (word: string): string => word.slice(0, Math.max(STEM, word.length - 3));

/** The state of somebody's account, told to everybody. */
export const accountState: Check = {
  id: 'account-state',
  look({ draft, theirs }) {
    const said = theirs.flatMap(({ read }) => read.pieces.map(({ folded }) => folded));
    const saidFirst = (point: string): boolean => {
      const beginning = stem(point);
      return said.some((word) => word.startsWith(beginning));
    };
    // "If your bill is overdue" is no news of anybody's.
    const told = draft
      .find('accountState')
      .filter(({ points }) => points.every((point) => !saidFirst(point)))
      .filter(({ start }) => !CONDITION.test(draft.text.slice(Math.max(0, start - 24), start)));
    if (told.length === 0) return null;
    return {
      level: 'hint',
      why: 'This tells the state of their account in public. A direct message keeps it between you.',
      words: told.map(({ start, end }) => ({ start, end })),
    };
  },
};

const CONDITION =
  /(?:^|[^\p{L}])(?:if|when|whether|once|before|kung|kapag|kalau|jika|apakah|si|cuando|se|quando|quand|wenn|falls|ob|until|unless|check|ob)\s+(?:\p{L}+\s+){0,1}$/iu;
