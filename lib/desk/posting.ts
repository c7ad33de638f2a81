import { noteAudit } from '../audit/audit';
import type { Entry, EntryContent } from '../cases/case';
import { asLink } from '../cases/link-only';
import { decideOpening } from '../cases/opening';
import { unansweredSince } from '../cases/waiting';
import { channelsIn, countOffered } from '../facts/offered';
import type { OverrideReason } from '../guard/outcome';
import type { SentTweet } from '../protocol';
import { readLinkOnly } from '../settings/keeping';
import { addRecent, readFacts, readOffered, writeOffered } from '../settings/replying';
import { signatureOf } from '../text/signature';
import type { DeskContext } from './context';
import type { DeskDatabase, GuardSaying } from './database';
import { entriesOf } from './entries';
import { saidOfPost } from './guard-log';
import { casesOf, caseTables, customerByHandle, renewCase } from './keep';
import { type Begun, begin, type CaseSource, doneBefore, type OpenedCase, outcomeOf, workOn } from './opening';
import { countOffers } from './report-days';
import { asSeen, findSame, joinParts } from './same-reply';
import { inStatus, type Work } from './work';

type Reply = Extract<Entry, { kind: 'reply' }>;

/** A reply that was let go as the brand. */
export interface PostRequest extends Omit<CaseSource, 'tweet' | 'account'> {
  requestId: string;
  /** The tweet that is answered. */
  answered: SentTweet;
  /** The account that posts. */
  account: string;
  /** Several for a thread, which is one reply. */
  parts: readonly string[];
  /** How the rep at the desk signs what they do; null if nobody has said who they are. */
  rep: string | null;
  /** What the guard had said of it, and why it was posted all the same. */
  spoken: GuardSaying['checks'];
  reason: OverrideReason | null;
}

/** What a post has done. */
export type RecordedPost = OpenedCase<'created' | 'added' | 'reopened' | 'recorded'>;

/** X says "your post was sent" within this time, in milliseconds; later ones are of another post. */
const SENT_WITHIN = 10 * 60 * 1000;

/**
 * Does what a post means for the desk: opens the case if there is none, records the reply as one that X has not shown
 * yet, and sets the case to pending. Its clock runs on until the reply is seen. A case that is resolved or closed and
 * holds the tweet already only gets the reply. Null where the brand answers itself and no case has that tweet: then
 * nothing is written. Safe to repeat with the same request id.
 */
export async function recordPost(context: DeskContext, request: PostRequest): Promise<RecordedPost | null> {
  const { db } = context;
  return db.transaction('rw', caseTables(db), async () => {
    const done = await doneBefore(db, request.requestId, ['created', 'added', 'reopened', 'recorded']);
    if (done) return done;
    const { answered, account, brand, by } = request;
    const begun = brand.has(answered.handle.toLowerCase())
      ? await withReply(context, answered.id)
      : await begin(context, { ...request, tweet: answered }, context.now(), 'pending');
    if (!begun) return null;
    const { work, held } = begun;
    const text = joinParts(request.parts);
    const { requestId, spoken, reason, rep } = request;
    await saidOfPost(db, work, { requestId, tweetId: answered.id, spoken, outcome: 'posted', reason, by: rep });
    await work.add({
      kind: 'reply',
      handle: account,
      initials: signatureOf(text),
      text,
      permalink: null,
      awaited: true,
      answers: answered.id,
    });
    // A last word under what is done is no reason to wait for more.
    if (!held || work.target.status === 'open') await work.set(inStatus(work.target, 'pending', work.at), by);
    const kind = held || begun.opening === 'shown' ? 'recorded' : begun.opening;
    const kept = await work.finish(requestId, kind, by, answered.id);
    if (!(await readLinkOnly(db))) await addRecent(db, rep, text);
    const offered = channelsIn(text, await readFacts(db));
    await writeOffered(db, countOffered(await readOffered(db), offered));
    await countOffers(db, work.at, offered);
    return outcomeOf(db, kind, kept, work.customer);
  });
}

/** True if a tweet belongs to a customer's case, or would get into one that they have. */
export async function isInCare({ db, now }: DeskContext, { id, handle }: SentTweet): Promise<boolean> {
  const customer = await customerByHandle(db, handle);
  if (!customer) return false;
  const holders = await db.entries.where('tweetId').equals(id).toArray();
  const holding = new Set(holders.map(({ caseId }) => caseId));
  return decideOpening(await casesOf(db, customer.id), holding, now()).kind !== 'created';
}

/** The case in which a tweet of the brand stands as a reply: whoever adds to it speaks to the same customer. */
async function withReply(context: DeskContext, tweetId: string): Promise<Begun | null> {
  const { db } = context;
  const entries = await db.entries.where('tweetId').equals(tweetId).toArray();
  const reply = entries.find(({ kind }) => kind === 'reply');
  const work = reply && (await workOn(context, reply.caseId));
  return work ? { work, opening: 'shown', held: true } : null;
}

/**
 * Records a reply of the brand that X has rendered under a tweet. Only cases that hold that tweet get it, each once; a
 * reply that was posted here is not a new one. Returns the handles concerned.
 */
export async function recordSeen(context: DeskContext, tweetId: string, reply: SentTweet): Promise<string[]> {
  const { db, now, newId } = context;
  return db.transaction('rw', caseTables(db), async () => {
    const holders = await db.entries.where('tweetId').equals(tweetId).toArray();
    const known = new Set((await db.entries.where('tweetId').equals(reply.id).toArray()).map((entry) => entry.caseId));
    const linkOnly = await readLinkOnly(db);
    const kept = <Kept extends Entry | EntryContent>(content: Kept): Kept => (linkOnly ? asLink(content) : content);
    const handles: string[] = [];
    for (const { caseId } of holders) {
      const target = await db.cases.get(caseId);
      if (!target || known.has(caseId)) continue;
      known.add(caseId);
      const { handle, text, permalink } = reply;
      const at = Date.parse(reply.time);
      const same = findSame(await entriesOf(db, caseId), { handle, text, at });
      if (same === 'known') continue;
      if (same) await db.entries.put(kept(asSeen(same, { tweetId: reply.id, permalink, at })));
      else {
        const content = { kind: 'reply' as const, handle, initials: signatureOf(text), text, permalink };
        await db.entries.add({ id: newId(), caseId, at, tweetId: reply.id, ...kept<EntryContent>(content) });
      }
      await renewCase(db, caseId, { updatedAt: now() });
      await noteAudit(db, { at: now(), by: null, act: 'changed', part: 'reply', caseNumber: target.number });
      handles.push(...((await db.customers.get(target.customerId))?.handles ?? []));
    }
    return handles;
  });
}

/** A reply that is out, and what it answers. */
export interface ReplyOut {
  handles: string[];
  answered: string | null;
}

/**
 * X has said that a post of this account is out: the latest reply that was posted as it is no longer awaited. Null if
 * there is none lately.
 */
export async function replyOut(context: DeskContext, account: string, tweetId: string): Promise<ReplyOut | null> {
  const { db, now } = context;
  return db.transaction('rw', caseTables(db), async () => {
    const posted = await latestAwaited(db, account, now() - SENT_WITHIN);
    const target = posted && (await db.cases.get(posted.caseId));
    if (!posted || !target) return null;
    const shown = await db.entries.where('tweetId').equals(tweetId).toArray();
    // X may have shown it first, in words that were not known again.
    if (shown.some(({ caseId }) => caseId === posted.caseId)) await db.entries.delete(posted.id);
    else {
      const permalink = `https://x.com/${posted.handle}/status/${tweetId}`;
      const shownNow = asSeen(posted, { tweetId, permalink });
      await db.entries.put((await readLinkOnly(db)) ? asLink(shownNow) : shownNow);
    }
    await renewCase(db, posted.caseId, { updatedAt: now() });
    await noteAudit(db, { at: now(), by: null, act: 'changed', part: 'reply', caseNumber: target.number });
    const handles = (await db.customers.get(target.customerId))?.handles ?? [];
    return { handles, answered: posted.answers ?? null };
  });
}

/** The latest reply as an account that X has not shown yet. Replies without a tweet's id are found by their deeds. */
async function latestAwaited(db: DeskDatabase, account: string, since: number): Promise<Reply | null> {
  const deeds = await db.deeds.where('at').aboveOrEqual(since).reverse().toArray();
  for (const { entryIds, undone } of deeds) {
    if (undone === 1) continue;
    const entries = await db.entries.bulkGet(entryIds);
    for (const entry of entries) {
      if (entry?.kind !== 'reply' || !entry.awaited) continue;
      if (entry.handle.toLowerCase() === account.toLowerCase()) return entry;
    }
  }
  return null;
}

/**
 * The rep says that a reply is out although X has not shown it: its clock stops. `undo` takes it back by the request id.
 * False if the reply is not awaited any more.
 */
export function confirmReply(
  context: DeskContext,
  entryId: string,
  by: string | null,
  requestId: string,
): Promise<boolean> {
  return onAwaited(context, entryId, async (work, reply) => {
    const { awaited: _awaited, ...out } = reply;
    await work.replace(reply, out);
    await work.finish(requestId, 'confirmed', by);
  });
}

/**
 * The rep says that a reply was not posted: it is taken out, and a case in which the customer waits is open again. `undo`
 * takes it back by the request id. False if the reply is not awaited any more.
 */
export function withdrawReply(
  context: DeskContext,
  entryId: string,
  by: string | null,
  requestId: string,
): Promise<boolean> {
  return onAwaited(context, entryId, async (work, reply) => {
    await work.replace(reply, null);
    const history = await entriesOf(context.db, reply.caseId);
    const waits =
      unansweredSince(history) !== null && !history.some((entry) => entry.kind === 'reply' && entry.awaited);
    const { status, inDmSince } = work.target;
    if (waits && status === 'pending' && !inDmSince) await work.set(inStatus(work.target, 'open', work.at), by);
    await work.finish(requestId, 'withdrawn', by);
  });
}

async function onAwaited(
  context: DeskContext,
  entryId: string,
  change: (work: Work, reply: Reply) => Promise<void>,
): Promise<boolean> {
  const { db } = context;
  return db.transaction('rw', caseTables(db), async () => {
    const entry = await db.entries.get(entryId);
    if (entry?.kind !== 'reply' || !entry.awaited) return false;
    const work = await workOn(context, entry.caseId);
    if (!work) return false;
    await change(work, entry);
    return true;
  });
}
