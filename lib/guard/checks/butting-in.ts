import { bare } from '../../text/handle';
import type { Concept } from '../../triage/lexicon/types';
import type { Context } from '../context';
import type { Check } from './check';

/** What happens to somebody now, as against what they think of a company. */
const PRESENT = new Set<Concept>([
  'outage',
  'fault',
  'slow',
  'late',
  'damaged',
  'unable',
  'unreachable',
  'billing',
  'help',
  'howto',
  'problem',
  'fraud',
]);

/** True if the tweet that is answered was written to somebody else. */
function isBetweenOthers({ thread, answered }: Context): boolean {
  if (!answered || answered.ours) return false;
  const author = bare(answered.tweet.handle);
  const before = thread.at(-2);
  if (before) return !before.ours && bare(before.tweet.handle) !== author;
  return /^\s*[@＠]\w+/.test(answered.tweet.text);
}

/** Answering people who talk among themselves. */
export const buttingIn: Check = {
  id: 'butting-in',
  look(context) {
    const { thread, answered, theirs, situation, account } = context;
    if (!answered || !isBetweenOthers(context) || thread.some((one) => one.ours)) return null;
    const ours = [...(situation.accounts ?? []), ...(account ? [account] : [])].map(bare);
    const named = thread.some(({ tweet }) =>
      [...tweet.text.matchAll(/[@＠](\w+)/g)].some(([, handle = '']) => ours.includes(handle.toLowerCase())),
    );
    if (named) return null;
    const lastWords = theirs.at(-1)?.read ?? answered.read;
    const needs = (read: typeof lastWords): boolean =>
      /[?？]/.test(read.text) || read.has('trouble') || read.has('interest') || read.concepts(PRESENT).length > 0;
    if (lastWords.lang === null || theirs.some(({ read }) => needs(read))) return null;
    return {
      level: 'hint',
      why: `@${answered.tweet.handle} is talking to somebody else, did not name you, and asks for nothing.`,
      words: [],
    };
  },
};
