import type { Composed, SentTweet } from '../../lib/protocol';
import { type Answering, type Composer, readAnswered, readParts, readThread } from '../../lib/x/composer';
import { toSent } from '../x.content/sent';
import { insertedFor } from './insertions';

/** What the worker takes; see the protocol. */
const MOST_PARTS = 25;
const MOST_TWEETS = 100;
const LONGEST = 30_000;

/** A dialog may show the tweet without its time: it is answered all the same. */
function toAnswered({ answered }: Answering): SentTweet | null {
  if (!answered) return null;
  const { tweet } = answered;
  return toSent(tweet) ?? toSent({ ...tweet, time: new Date().toISOString() });
}

/**
 * Reads what a composer is about to post.
 *
 * @param account who is logged in on X
 * @param begunAt when the rep began to write
 */
export function readComposed(composer: Composer, account: string | null, begunAt: string | null): Composed {
  const answering = readAnswered(composer);
  const answered = toAnswered(answering);
  const around = answering.answered ? readThread(answering.answered) : [];
  return {
    kind: answering.kind,
    account,
    parts: readParts(composer)
      .slice(0, MOST_PARTS)
      .map((part) => part.slice(0, LONGEST)),
    answered,
    thread: around
      .map(toSent)
      .filter((tweet) => tweet !== null)
      .slice(-MOST_TWEETS),
    quoted: answering.quoted?.slice(0, LONGEST) ?? null,
    insertedFor: insertedFor(composer, answered?.id ?? null),
    begunAt,
  };
}

/** Two drafts with the same key get the same verdict, as far as the page can tell. */
export function keyOf({ begunAt: _, thread, answered, ...rest }: Composed): string {
  return JSON.stringify([rest, answered?.id, answered?.text, thread.map(({ id, text }) => [id, text])]);
}
