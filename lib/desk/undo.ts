import { noteAudit } from '../audit/audit';
import type { Case, CaseStatus, Customer, Entry } from '../cases/case';
import { rememberDealtWith } from '../queue/settled';
import { signatureAtDesk } from '../settings/settings';
import type { DeskContext } from './context';
import type { ChangedFields, Deed, DeskDatabase } from './database';
import { entriesOf } from './entries';
import { casesOf, caseTables, dropCase, renewCase } from './keep';
import { findSame } from './same-reply';
import { fieldsOf } from './work';

export type UndoneDeed = { ok: true; handles: string[] } | { ok: false; reason: string };

/**
 * Takes back what a deed has done to a case. Refuses with a reason in plain words once there is work in the case that
 * would be lost.
 */
export async function undoDeed({ db, now }: DeskContext, requestId: string): Promise<UndoneDeed> {
  return db.transaction('rw', [...caseTables(db), db.dealtWith], async () => {
    const deed = await db.deeds.get(requestId);
    if (!deed) return { ok: false, reason: 'That is too long ago to undo.' };
    const target = await db.cases.get(deed.caseId);
    const customer = target && (await db.customers.get(target.customerId));
    // Asked once more, as the answer was lost: by then the case it made is gone.
    if (deed.undone === 1) return { ok: true, handles: customer?.handles ?? [] };
    if (!target || !customer) return { ok: false, reason: 'That case is gone already.' };
    if (deed.kind === 'shown') return { ok: true, handles: customer.handles };

    if (deed.kind === 'created') {
      if (await hasWork(db, target, customer, deed)) {
        return { ok: false, reason: `Case #${target.number} has more in it now. Set it to closed instead.` };
      }
      await db.entries.bulkDelete(deed.entryIds);
      await dropCase(db, target);
      const others = await casesOf(db, customer.id);
      if (deed.createdCustomerId === customer.id && others.length === 0) await db.customers.delete(customer.id);
    } else {
      const fields = deed.fields ? fieldsBack(target, deed.fields) : await fieldsByHistory(db, target, deed);
      await db.entries.bulkDelete(deed.entryIds);
      await db.followUps.bulkDelete(deed.followUpIds ?? []);
      await entriesBack(db, deed);
      await renewCase(db, target.id, fields ? { ...fields, updatedAt: now() } : {});
      // It would bring the case back again as soon as it comes on screen.
      if ((deed.kind === 'returned' || deed.kind === 'thanked') && deed.tweetId)
        await rememberDealtWith(db, deed.tweetId, 'dealt', now());
    }
    await db.deeds.put({ ...deed, undone: 1 });
    const by = await signatureAtDesk(db);
    await noteAudit(db, { at: now(), by, act: 'changed', part: 'undo', caseNumber: target.number });
    return { ok: true, handles: customer.handles };
  });
}

/** True if somebody has put work into a case, or into the customer who came with it, that an undo would lose. */
async function hasWork(db: DeskDatabase, target: Case, customer: Customer, deed: Deed): Promise<boolean> {
  const written = await entriesOf(db, target.id);
  if (written.some((entry) => !deed.entryIds.includes(entry.id))) return true;
  if ((await db.drafts.get(target.id))?.text) return true;
  if ((await db.followUps.where('caseId').equals(target.id).count()) > (deed.followUpIds?.length ?? 0)) return true;
  if (deed.createdCustomerId !== customer.id) return false;
  const { account, place, note, namedByRep, joined } = customer;
  return namedByRep || joined.length > 0 || [account, place, note].some((detail) => detail !== '');
}

/** What goes back to what it was; null if nothing does. If somebody has changed it since, that stands. */
function fieldsBack(target: Case, { before, after }: NonNullable<Deed['fields']>): ChangedFields | null {
  const differs = JSON.stringify(before) !== JSON.stringify(after);
  return differs && JSON.stringify(fieldsOf(target)) === JSON.stringify(after) ? before : null;
}

/** Puts back entries that the deed changed or removed, except where more is known of them by now. */
async function entriesBack(db: DeskDatabase, { changed = [] }: Deed): Promise<void> {
  for (const { before, after } of changed) {
    const current = await db.entries.get(before.id);
    if (after ? JSON.stringify(current) !== JSON.stringify(after) : current) continue;
    if (!after && before.kind === 'reply' && (await wasSeenSince(db, before))) continue;
    await db.entries.put(before);
  }
}

/** True if X has shown a reply that was taken out: then it stands in the history already. */
async function wasSeenSince(db: DeskDatabase, gone: Extract<Entry, { kind: 'reply' }>): Promise<boolean> {
  const history = await entriesOf(db, gone.caseId);
  return history.some((entry) => entry.kind === 'reply' && entry.tweetId !== null && findSame([gone], entry) !== null);
}

type ChangeEntry = Extract<Entry, { kind: 'change' }>;

/** The same for a deed of version 1, of which only the history tells what it changed. */
async function fieldsByHistory(db: DeskDatabase, target: Case, deed: Deed): Promise<Partial<ChangedFields> | null> {
  const written = await db.entries.bulkGet(deed.entryIds);
  const changes = written.filter((entry) => entry?.kind === 'change').map((entry) => entry as ChangeEntry);
  const from = changes.map(({ change }) => ('from' in change ? change.from : null)).find(isStatus);
  if (!from || target.status !== 'open') return null;
  const history = (await entriesOf(db, target.id)).reverse();
  const resolved = history.find(
    (entry) =>
      entry.kind === 'change' &&
      entry.at <= deed.at &&
      entry.change.what === 'status' &&
      entry.change.to === 'resolved',
  );
  return { status: from, resolvedAt: from === 'resolved' ? (resolved?.at ?? deed.at) : null };
}

function isStatus(value: unknown): value is CaseStatus {
  return value === 'open' || value === 'pending' || value === 'resolved' || value === 'closed';
}
