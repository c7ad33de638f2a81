import { bare } from '../../text/handle';
import { signatureOf } from '../../text/signature';
import { fold } from '../../text/words';
import type { Context, ReadTweet } from '../context';
import type { Check } from './check';

/** "1/2", "(2/3)": parts of one answer. */
const PART = /(?:^|[\s([])[1-9]\s?\/\s?[1-9](?=$|[\s)\].])/;

const plain = (text: string): string =>
  fold(text)
    .replace(/https?:\S+|[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** True if an answer of the brand was written by whoever writes now. */
function isOwn({ tweet }: ReadTweet, { situation, draft, account }: Context): boolean {
  const said = plain(tweet.text);
  if ((situation.recent ?? []).some((text) => plain(text) === said)) return true;
  const signed = signatureOf(tweet.text);
  return signed !== null && signed === signatureOf(draft.text) && bare(tweet.handle) === account;
}

/** Somebody of the brand was faster, or the thread has moved on. */
export const alreadyAnswered: Check = {
  id: 'already-answered',
  look(context) {
    const { situation, thread, after, answered, draft } = context;
    if (situation.colleagueAnsweredWhileTyping) {
      return { level: 'hold', why: 'A colleague answered while you were typing.', words: [] };
    }
    if (situation.answering && !answered) {
      return { level: 'hint', why: 'The tweet you are answering is not there any more.', words: [] };
    }
    if (!answered || PART.test(draft.text)) return null;
    const answers = [...(answered.ours ? [answered] : []), ...after.filter((one) => one.ours)];
    const colleague = answers.find((one) => !isOwn(one, context) && !PART.test(one.tweet.text));
    // What the brand added to its own tweet answers nobody.
    const toCustomer = thread.some((one) => !one.ours);
    if (colleague && toCustomer) {
      const by = signatureOf(colleague.tweet.text);
      const who = by ? ` (^${by})` : '';
      return { level: 'hint', why: `@${colleague.tweet.handle} has answered this already${who}.`, words: [] };
    }
    const customer = context.theirs.at(-1)?.tweet.handle;
    if (customer && after.some(({ tweet }) => bare(tweet.handle) === bare(customer))) {
      return { level: 'hint', why: `@${customer} has written again since the tweet you are answering.`, words: [] };
    }
    return null;
  },
};
