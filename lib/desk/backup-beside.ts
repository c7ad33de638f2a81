import type { Customer } from '../cases/case';
import { REOPEN_WITHIN } from '../cases/opening';
import { byId } from '../handover/rows';
import { erasedAmong } from '../keeping/erased';
import type { BackupCase, OpenedBackup } from '../reports/beside';
import { type CaseFacts, idOf, type PackedFacts, pack, unpack } from '../reports/facts';
import { joinFacts } from '../reports/join-facts';
import type { KnownCase, WaitingFollowUp } from '../reports/prepare';
import type { DeskDatabase } from './database';
import { scan } from './scan';

/** Tweets that are looked up at once. */
const AT_ONCE = 500;

/** Cases of this desk and of files that were laid beside it before. */
export class KnownCases {
  readonly all: KnownCase[];
  readonly #db: DeskDatabase;
  readonly #places = new Map<string, number>();
  /** Of cases that are in a file: by the customer's tweets, and when they were changed last. */
  readonly #byTweet = new Map<string, string>();
  readonly #updatedAt = new Map<string, number>();
  #customers: Map<string, string> | null = null;

  constructor(db: DeskDatabase, cases: Iterable<KnownCase>) {
    this.#db = db;
    this.all = [...cases];
    for (const [place, { facts }] of this.all.entries()) this.#places.set(idOf(facts), place);
  }

  /** Notes what files have told of cases that are known already. */
  note({ tweets, updatedAt }: { tweets: ReadonlyMap<string, string>; updatedAt: ReadonlyMap<string, number> }): void {
    for (const [tweet, id] of tweets) this.#byTweet.set(tweet, id);
    for (const [id, at] of updatedAt) this.#updatedAt.set(id, at);
  }

  /**
   * Lays a backup's cases beside those that are known: one that was handed over, or that holds the same tweet of the
   * customer, counts once. Whoever was erased here stays so.
   *
   * @returns the ids of its cases as they are known here
   */
  async lay({ cases, header }: OpenedBackup): Promise<Map<string, string>> {
    const customers = await this.#customersByHandle();
    const erasedAt = await erasedAmong(
      this.#db,
      cases.map(({ openedFor }) => openedFor),
    );
    const left = cases.filter((one) => one.openedAt > (erasedAt.get(one.openedFor) ?? Number.NEGATIVE_INFINITY));
    const same = await this.#sameTweets(left.filter((one) => !this.#known(one) && customers.has(one.openedFor)));
    const ids = new Map<string, string>();
    const shared: [BackupCase, string][] = [];
    for (const one of left) {
      const id = this.#known(one) ?? same.get(one) ?? this.#byTweetOf(one);
      const own = idOf(one.facts);
      ids.set(own, id ?? own);
      if (id) shared.push([one, id]);
      else this.#add(one, withCustomer(one, customers.get(one.openedFor)), header.desk.name || 'another desk');
    }
    await this.#readTimes(shared.map(([, id]) => id));
    for (const [one, id] of shared) this.#join(one, id, customers.get(one.openedFor));
    return ids;
  }

  #known({ ids }: BackupCase): string | undefined {
    return ids.find((id) => this.#places.has(id));
  }

  #byTweetOf({ tweets, openedAt }: BackupCase): string | undefined {
    return tweets.map((tweet) => this.#byTweet.get(tweet)).find((id) => id !== undefined && this.#isNear(id, openedAt));
  }

  #isNear(id: string, openedAt: number): boolean {
    const known = this.#factsOf(id);
    return known !== undefined && Math.abs(Number(known[2]) - openedAt) <= REOPEN_WITHIN;
  }

  #factsOf(id: string): PackedFacts | undefined {
    return this.all[this.#places.get(id) ?? -1]?.facts;
  }

  /** Cases of this desk that hold the same tweet of the customer, and were opened at about the same time. */
  async #sameTweets(cases: readonly BackupCase[]): Promise<Map<BackupCase, string>> {
    const holders = new Map<string, BackupCase>();
    for (const one of cases) for (const tweet of one.tweets) holders.set(tweet, one);
    const tweets = [...holders.keys()];
    const found = new Map<BackupCase, string>();
    for (let from = 0; from < tweets.length; from += AT_ONCE) {
      const some = tweets.slice(from, from + AT_ONCE);
      for (const { kind, tweetId, caseId } of await this.#db.entries.where('tweetId').anyOf(some).toArray()) {
        const one = kind === 'tweet' && tweetId !== null ? holders.get(tweetId) : undefined;
        if (one && this.#isNear(caseId, one.openedAt)) found.set(one, caseId);
      }
    }
    return found;
  }

  async #customersByHandle(): Promise<Map<string, string>> {
    if (this.#customers) return this.#customers;
    const found = new Map<string, string>();
    await scan<Customer>(
      this.#db.customers,
      ({ id }) => id,
      (some) => {
        for (const { id, handles } of some) for (const handle of handles) found.set(handle, id);
      },
    );
    this.#customers = found;
    return found;
  }

  async #readTimes(ids: readonly string[]): Promise<void> {
    const unknown = ids.filter((id) => !this.#updatedAt.has(id));
    for (const known of await this.#db.cases.bulkGet(unknown))
      if (known) this.#updatedAt.set(known.id, known.updatedAt);
  }

  #add(one: BackupCase, facts: CaseFacts, desk: string): void {
    const place = this.all.push({ facts: pack(facts), desk }) - 1;
    // Another backup's customer of that handle is the same person.
    if (!this.#customers?.has(one.openedFor)) this.#customers?.set(one.openedFor, one.customerId);
    for (const id of one.ids) this.#places.set(id, place);
    this.#remember(one, facts.id);
  }

  #join(one: BackupCase, id: string, customerId: string | undefined): void {
    const place = this.#places.get(id) ?? -1;
    const known = this.all[place];
    if (!known) return;
    const isLater = one.updatedAt > (this.#updatedAt.get(id) ?? 0);
    this.all[place] = { ...known, facts: pack(joinFacts(unpack(known.facts), withCustomer(one, customerId), isLater)) };
    this.#remember(one, id);
    for (const other of one.ids) this.#places.set(other, place);
  }

  #remember({ tweets, updatedAt }: BackupCase, id: string): void {
    for (const tweet of tweets) this.#byTweet.set(tweet, id);
    this.#updatedAt.set(id, Math.max(updatedAt, this.#updatedAt.get(id) ?? 0));
  }
}

/** The facts of a case under the customer's id here, so that nobody counts as two people. */
function withCustomer({ facts }: BackupCase, customerId: string | undefined): CaseFacts {
  const unpacked = unpack(facts);
  if (customerId === undefined || unpacked.incidents.length === 0) return unpacked;
  return { ...unpacked, incidents: unpacked.incidents.map((link) => ({ ...link, customerId })) };
}

/** The follow-ups that still wait, of this desk's and a backup's: of one that both have, the later state counts. */
export async function joinWaiting(
  db: DeskDatabase,
  waiting: readonly WaitingFollowUp[],
  { followUps }: OpenedBackup,
  ids: ReadonlyMap<string, string>,
): Promise<WaitingFollowUp[]> {
  const here = byId((await db.followUps.bulkGet(followUps.map(({ id }) => id))).filter((row) => row !== undefined));
  const laterThere = followUps.filter((row) => changedAt(row) > changedAt(here.get(row.id)));
  const gone = new Set(laterThere.map(({ id }) => id));
  return [
    ...waiting.filter(({ id }) => !gone.has(id)),
    ...laterThere.flatMap(({ id, caseId, dueAt, by, state }) => {
      const known = ids.get(caseId);
      return state === 'waiting' && known !== undefined ? [{ id, caseId: known, dueAt, by }] : [];
    }),
  ];
}

const changedAt = (row: { updatedAt?: number; createdAt: number } | undefined): number =>
  row ? (row.updatedAt ?? row.createdAt) : Number.NEGATIVE_INFINITY;
