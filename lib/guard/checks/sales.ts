import type { Context } from '../context';
import { pitchOf } from '../pitch';
import type { Check } from './check';

/** Below this nobody complains. */
const HARDLY = 0.15;

/** True if the customer asked what it costs, or what there is. */
export const askedFor = ({ theirs }: Context): boolean => theirs.some(({ read }) => read.has('interest'));

/** Sales copy into a complaint thread. */
export const sales: Check = {
  id: 'sales',
  look(context) {
    const { draft, complaint, complains, theirs } = context;
    if (theirs.length === 0 || complaint < HARDLY) return null;
    const { level, words } = pitchOf(draft);
    if (level === 'none' || askedFor(context)) return null;
    const certain = level === 'certain';
    if (!certain && !complains) return null;
    const name = theirs.at(-1)?.tweet.handle ?? '';
    if (certain && complains) {
      return { level: 'hold', why: `This reads like an advertisement, and @${name} is complaining.`, words };
    }
    return { level: 'hint', why: `This may read like an advertisement to @${name}, who is not happy.`, words };
  },
};
