import { COMPLAINS, type Context } from '../context';
import { CERTAIN, LIKELY, pitchOf } from '../pitch';
import type { Check } from './check';

/** From here on a pitch is so plain that half a complaint is enough. */
const BLATANT = 6;
const HALF = 0.3;
/** Below this nobody complains. */
const HARDLY = 0.15;

/** True if the customer asked what it costs, or what there is. */
export const askedFor = ({ theirs }: Context): boolean => theirs.some(({ read }) => read.has('interest'));

/** Sales copy into a complaint thread. */
export const sales: Check = {
  id: 'sales',
  look(context) {
    const { draft, complaint, theirs } = context;
    if (theirs.length === 0 || complaint < HARDLY) return null;
    const { score, words } = pitchOf(draft);
    if (score < LIKELY || askedFor(context)) return null;
    const certain = score >= CERTAIN;
    if (!certain && complaint < COMPLAINS) return null;
    const name = theirs.at(-1)?.tweet.handle ?? '';
    if (certain && (complaint >= COMPLAINS || (score >= BLATANT && complaint >= HALF))) {
      return { level: 'hold', why: `This reads like an advertisement, and @${name} is complaining.`, words };
    }
    return { level: 'hint', why: `This may read like an advertisement to @${name}, who is not happy.`, words };
  },
};
