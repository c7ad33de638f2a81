import type { Case, Customer, CustomerBadge, EntryContent, Gist } from '../cases/case';
import { asLink } from '../cases/link-only';
import { badgeOf, decideOpening, type Opening } from '../cases/opening';
import type { SentTweet } from '../protocol';
import { readLinkOnly } from '../settings/keeping';
import { signatureOf } from '../text/signature';
import type { DeskContext } from './context';
import type { Deed, DeskDatabase } from './database';
import { entriesOf } from './entries';
import { takeSayings } from './guard-log';
import { casesOf, customerByHandle } from './keep';
import { asSeen, findSame } from './same-reply';
import { inStatus, Work } from './work';

/** A tweet that gets into a case, and what stands around it. */
export interface CaseSource {
  tweet: SentTweet;
  thread: readonly SentTweet[];
  account: string | null;
  /** How the rep at the desk signs: the case is theirs. */
  by: string | null;
  /** The accounts that speak for the brand, lower case: what they wrote are replies. */
  brand: ReadonlySet<string>;
  /** What the tweets wanted, by their ids, where that is known: kept where texts are not. */
  gists?: ReadonlyMap<string, Gist>;
}

/** What a deed came to. */
export interface OpenedCase<Kind extends Deed['kind'] = Opening['kind']> {
  kind: Kind;
  case: Case;
  customer: Customer;
  badge: CustomerBadge;
}

const NEXT_NUMBER = 'nextCaseNumber';

/** A case on a tweet that is being worked on, and how it was found. */
export interface Begun {
  work: Work;
  opening: Opening['kind'];
  /** The tweet was in that case before. */
  held: boolean;
}

/**
 * Finds or makes the case for a tweet, and writes the tweet and the thread around it down in it; what the deed does to
 * the case is the caller's business, who then finishes the work. Runs inside a transaction on `caseTables`.
 *
 * @param status what a case that is made here begins with
 */
export async function begin(
  context: DeskContext,
  source: CaseSource,
  now: number,
  status: Case['status'] = 'open',
): Promise<Begun> {
  const { db } = context;
  const { tweet } = source;
  const found = await customerByHandle(db, tweet.handle);
  const customer = found ?? newCustomer(context, tweet, now);
  const name = found !== undefined && goesByNewName(found, tweet);
  if (name) customer.name = tweet.name;
  if (!found || name) await db.customers.put(customer);

  const holders = await db.entries.where('tweetId').equals(tweet.id).toArray();
  const holding = new Set(holders.map((entry) => entry.caseId));
  const opening = decideOpening(await casesOf(db, customer.id), holding, now);
  const made = { customer: found === undefined, name };
  const target = opening.kind === 'created' ? await newCase(context, customer, source, now, status) : opening.case;
  const work = new Work(context, target, customer, now, made);
  if (opening.kind !== 'shown') await writeThread(db, work, source);
  await takeSayings(db, work, tweet.id);
  if (opening.kind === 'created') await work.add({ kind: 'change', change: { what: 'opened' }, by: source.by });
  return { work, opening: opening.kind, held: holding.has(target.id) };
}

/** Work on a case that is there already; null if it is gone. */
export async function workOn(context: DeskContext, caseId: string): Promise<Work | null> {
  const known = await context.db.cases.get(caseId);
  const customer = known && (await context.db.customers.get(known.customerId));
  return customer ? new Work(context, known, customer, context.now()) : null;
}

/** Opens a case again that a customer has come back to. One who writes again is waiting again. */
export async function wake({ work, opening }: Begun, by: string | null): Promise<void> {
  if (opening === 'created' || opening === 'shown') return;
  await work.set(inStatus(work.target, 'open', work.at), by, opening === 'reopened');
}

async function newCase(
  { db, newId }: DeskContext,
  customer: Customer,
  { tweet, account, by }: CaseSource,
  now: number,
  status: Case['status'],
): Promise<Case> {
  return {
    id: newId(),
    number: await nextNumber(db),
    customerId: customer.id,
    openedFor: tweet.handle.toLowerCase(),
    status,
    topic: 'other',
    priority: 'normal',
    route: 'support',
    owner: by,
    tags: [],
    openedAs: account,
    openedAt: now,
    updatedAt: now,
    resolvedAt: null,
    inDmSince: null,
    waitingSince: null,
  };
}

function newCustomer({ newId }: DeskContext, { handle, name }: SentTweet, now: number): Customer {
  return {
    id: newId(),
    handles: [handle.toLowerCase()],
    handle,
    name,
    account: '',
    place: '',
    note: '',
    namedByRep: false,
    createdAt: now,
    joined: [],
  };
}

/** A number that no case of this desk has ever had. Runs inside a transaction on `caseTables`. */
async function nextNumber(db: DeskDatabase): Promise<number> {
  const number = await peekNumber(db);
  await setNextNumber(db, number + 1);
  return number;
}

/** The number that the next case gets. */
export async function peekNumber(db: DeskDatabase): Promise<number> {
  const stored = await db.settings.get(NEXT_NUMBER);
  return typeof stored?.value === 'number' ? stored.value : 1;
}

/** Goes on counting from there. */
export async function setNextNumber(db: DeskDatabase, number: number): Promise<void> {
  await db.settings.put({ key: NEXT_NUMBER, value: number });
}

/** Writes a tweet and what stands around it, each once. A reply that was posted here and is seen now is not a new one. */
async function writeThread(db: DeskDatabase, work: Work, { tweet, thread, brand, gists }: CaseSource): Promise<void> {
  const linkOnly = await readLinkOnly(db);
  const history = await entriesOf(db, work.target.id);
  const known = new Set(history.map((entry) => entry.tweetId));
  for (const one of [...thread, tweet]) {
    if (known.has(one.id)) continue;
    known.add(one.id);
    const at = Date.parse(one.time);
    const content = contentOf(one, work.customer, brand);
    const same = content.kind === 'reply' ? findSame(history, { ...content, at }) : null;
    if (same === 'known') continue;
    if (same) {
      const shown = asSeen(same, { tweetId: one.id, permalink: one.permalink, at });
      const seen = linkOnly ? asLink(shown) : shown;
      await work.replace(same, seen);
      history.splice(history.indexOf(same), 1, seen);
    } else await work.add(linkOnly ? asLink(content, gists?.get(one.id)) : content, { at, tweetId: one.id });
  }
}

function contentOf(tweet: SentTweet, customer: Customer, brand: ReadonlySet<string>): EntryContent {
  const author = tweet.handle.toLowerCase();
  const { handle, text, permalink } = tweet;
  if (brand.has(author)) return { kind: 'reply', handle, initials: signatureOf(text), text, permalink };
  if (customer.handles.includes(author)) {
    return { kind: 'tweet', handle, name: tweet.name, text, permalink, lang: tweet.lang };
  }
  return { kind: 'bystander', permalink };
}

/** X's display name counts unless a rep has written a better one, or it belongs to another handle of the customer. */
function goesByNewName(customer: Customer, { handle, name }: SentTweet): boolean {
  if (customer.namedByRep || !name || customer.name === name) return false;
  return customer.handle.toLowerCase() === handle.toLowerCase();
}

/** What came of a deed, for those who show it. */
export async function outcomeOf<Kind extends Deed['kind']>(
  db: DeskDatabase,
  kind: Kind,
  known: Case,
  customer: Customer,
): Promise<OpenedCase<Kind>> {
  const badge = badgeOf(await casesOf(db, customer.id));
  return { kind, case: known, customer, badge: badge ?? { caseNumber: known.number, status: known.status, before: 0 } };
}

/** What a deed of these kinds came to that was done before, or null if there is none, or its case is gone. */
export async function doneBefore<Kind extends Deed['kind']>(
  db: DeskDatabase,
  requestId: string,
  kinds: readonly Kind[],
): Promise<OpenedCase<Kind> | null> {
  const done = await db.deeds.get(requestId);
  const kind = kinds.find((one) => one === done?.kind);
  const known = done && (await db.cases.get(done.caseId));
  const customer = known && (await db.customers.get(known.customerId));
  return kind && known && customer ? outcomeOf(db, kind, known, customer) : null;
}
