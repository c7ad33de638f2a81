import type { Case, Entry, EntryContent } from '../cases/case';
import { asLink } from '../cases/link-only';
import { decideOpening } from '../cases/opening';
import type { SentTweet } from '../protocol';
import { customersWord } from '../satisfaction/word';
import { readLinkOnly } from '../settings/keeping';
import { gistOf, type Judgement } from '../triage/judgement';
import type { DeskContext } from './context';
import type { DeskDatabase } from './database';
import { entriesOf } from './entries';
import { casesOf, caseTables, customerByHandle } from './keep';
import { workOn } from './opening';
import { inStatus } from './work';

/** A tweet that came on screen, and why it may belong to a conversation with the brand. */
export interface SeenTweet {
  tweet: SentTweet;
  /** It names an account of the brand. */
  namesUs: boolean;
  /** The tweet it answers, where the page shows that. */
  answers: string | null;
  /** How it was judged, where it was: thanks after a resolution are no reason to open the case again. */
  judgement?: Judgement;
}

/** The id of the deed with which a tweet has brought its case back: `undo` takes it back by this. */
export const returnedBy = (tweetId: string): string => `returned:${tweetId}`;

/**
 * Brings cases back whose customers have written again: pending ones, and those that were resolved under 72 hours ago.
 * The tweet must be newer than the brand's last reply and belong to the conversation, by naming the brand or answering
 * one of its replies. Thanks after a resolution are written down and leave the case as it is. Of anybody else nothing
 * is kept. Returns the handles concerned.
 */
export async function customersWrote(context: DeskContext, seen: readonly SeenTweet[]): Promise<string[]> {
  const { db } = context;
  const authors = [...new Set(seen.map(({ tweet }) => tweet.handle.toLowerCase()))];
  // Most who write to a brand have no case: this costs one look into an index.
  const known = authors.length === 0 ? [] : await db.customers.where('handles').anyOf(authors).distinct().toArray();
  const handles = new Set(known.flatMap((customer) => customer.handles));
  const concerned: string[] = [];
  for (const one of seen) {
    if (!handles.has(one.tweet.handle.toLowerCase())) continue;
    concerned.push(...(await customerWrote(context, one)));
  }
  return concerned;
}

async function customerWrote(context: DeskContext, seen: SeenTweet): Promise<string[]> {
  const { db, now } = context;
  const { handle, id, name, text, permalink, lang, time } = seen.tweet;
  return db.transaction('rw', [...caseTables(db), db.dealtWith, db.dismissals], async () => {
    const customer = await customerByHandle(db, handle);
    if (!customer || (await isSettled(db, id))) return [];
    const opening = decideOpening(await casesOf(db, customer.id), new Set(), now());
    // An open case waits already; the rep adds to it what belongs there.
    const sleeps = opening.kind === 'reopened' || (opening.kind === 'added' && opening.case.status === 'pending');
    if (!sleeps) return [];
    const history = await entriesOf(db, opening.case.id);
    if (!belongsTo(history, seen) || Date.parse(time) <= lastWord(history)) return [];
    const work = await workOn(context, opening.case.id);
    if (!work) return [];
    const content: EntryContent = { kind: 'tweet', handle, name, text, permalink, lang };
    const kept = (await readLinkOnly(db)) ? asLink(content, seen.judgement && gistOf(seen.judgement)) : content;
    await work.add(kept, { at: Date.parse(time), tweetId: id });
    const thanks = opening.kind === 'reopened' && isThanks(seen, opening.case);
    if (!thanks) await work.set(inStatus(work.target, 'open', work.at), null, opening.kind === 'reopened');
    await work.finish(returnedBy(id), thanks ? 'thanked' : 'returned', null, id);
    return customer.handles;
  });
}

function isThanks({ tweet, judgement }: SeenTweet, { status, resolvedAt }: Case): boolean {
  if (!judgement) return false;
  return customersWord(tweet, judgement, { status, resolvedAt, writtenAt: Date.parse(tweet.time) }) === 'satisfied';
}

function belongsTo(history: readonly Entry[], { namesUs, answers }: SeenTweet): boolean {
  return namesUs || (answers !== null && history.some(({ kind, tweetId }) => kind === 'reply' && tweetId === answers));
}

/** The time of the brand's last reply; where there is none, of whatever is known of the conversation. */
function lastWord(history: readonly Entry[]): number {
  const replies = history.filter(({ kind }) => kind === 'reply');
  const last = replies.length > 0 ? replies : history;
  return Math.max(...last.map(({ at }) => at));
}

/** True for a tweet that is in a case, that was dealt with, or with which a rep has undone something. */
async function isSettled(db: DeskDatabase, tweetId: string): Promise<boolean> {
  if ((await db.entries.where('tweetId').equals(tweetId).count()) > 0 || (await db.dealtWith.get(tweetId))) return true;
  if (await db.dismissals.get(tweetId)) return true;
  const undone = await db.deeds.filter((deed) => deed.undone === 1 && deed.tweetId === tweetId).first();
  return undone !== undefined;
}
