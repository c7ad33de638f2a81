import Dexie from 'dexie';
import { rebuildTrail } from '../audit/audit';
import type { Customer, Entry } from '../cases/case';
import { contextFor } from '../desk/context';
import type { Correction, DeskDatabase } from '../desk/database';
import { erase } from '../desk/erasing';
import { scan } from '../desk/scan';
import { removeTexts } from '../desk/texts';
import { handlesInEntry } from '../handover/erased';
import { erasedAmong, hasErased } from '../keeping/erased';
import { allOf, handlesOf } from '../keeping/person';
import { readLinkOnly } from '../settings/keeping';
import type { RestoreOptions } from './restore';

/** Stands in for all who were erased, so that the staged tables are looked through once and not for each of them. */
const STAND_IN = 'erased';

/**
 * Takes out of a staged backup what this desk must not get back: whom it has erased, everywhere they stand, and texts
 * of tweets if it keeps links only. Who has come back since their erasure stays.
 */
export async function cleanStage(
  db: DeskDatabase,
  staged: DeskDatabase,
  { progress, signal }: Pick<RestoreOptions, 'progress' | 'signal'> = {},
): Promise<void> {
  const context = contextFor(staged);
  const last = (await staged.audit.toCollection().last())?.seq ?? 0;
  const [isLinkOnly, standIn] = [await readLinkOnly(db), await putStandIn(db, staged)];
  const goOn = (): void => signal?.throwIfAborted();
  if (standIn) await erase(context, standIn, null, goOn);
  if (isLinkOnly) {
    const total = await staged.cases.count();
    await removeTexts(context, null, (cases) => {
      goOn();
      progress?.(cases, total);
    });
  }
  // Nobody has done this at any desk: the backup's trail must not say so.
  await rebuildTrail(staged, () => staged.audit.where(':id').above(last).delete());
}

/** Makes one staged customer of all who were erased; null if there is none of them. */
async function putStandIn(db: DeskDatabase, staged: DeskDatabase): Promise<string | null> {
  if (!(await hasErased(db))) return null;
  const { gone, back } = await erasedCustomers(db, staged);
  const handles = new Set([
    ...(await namedErased(db, staged, back)),
    ...gone.flatMap((customer) => [...handlesOf(customer)]),
  ]);
  const [handle] = handles;
  if (handle === undefined) return null;
  await staged.transaction('rw', staged.customers, staged.cases, async () => {
    for (const { id } of gone) {
      const theirs = staged.cases.where('[customerId+openedAt]').between([id, Dexie.minKey], [id, Dexie.maxKey]);
      await theirs.modify({ customerId: STAND_IN });
    }
    await staged.customers.bulkDelete(gone.map(({ id }) => id));
    const details = { name: '', account: '', place: '', note: '', namedByRep: false };
    const joined = gone.map((customer) => ({ customer, at: 0, lent: [] }));
    await staged.customers.add({ id: STAND_IN, handle, handles: [...handles], ...details, createdAt: 0, joined });
  });
  return STAND_IN;
}

/** Staged customers who were erased here, and the handles of those who were and came back. */
async function erasedCustomers(
  db: DeskDatabase,
  staged: DeskDatabase,
): Promise<{ gone: Customer[]; back: ReadonlySet<string> }> {
  const [gone, back]: [Customer[], Set<string>] = [[], new Set()];
  await scan<Customer>(
    staged.customers,
    ({ id }) => id,
    async (some) => {
      const erasedAt = await erasedAmong(
        db,
        some.flatMap((customer) => [...handlesOf(customer)]),
      );
      for (const customer of some) {
        const theirs = [...handlesOf(customer)].filter((handle) => erasedAt.has(handle));
        const isGone = theirs.some((handle) => (erasedAt.get(handle) ?? 0) >= since(customer, handle));
        if (isGone) gone.push(customer);
        else for (const handle of theirs) back.add(handle);
      }
    },
  );
  return { gone, back };
}

/** When a customer was first known by a handle. Whoever was joined brought theirs along. */
function since(customer: Customer, handle: string): number {
  return allOf(customer).findLast(({ handles }) => handles.includes(handle))?.createdAt ?? customer.createdAt;
}

/** Handles of others who were erased here, and of whom something from before stands with other customers. */
async function namedErased(
  db: DeskDatabase,
  staged: DeskDatabase,
  back: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const [found, others]: [Set<string>, Set<string>] = [new Set(), new Set(back)];
  const look = async (named: readonly { handle: string; at: number }[]): Promise<void> => {
    // To hash a handle takes a while: those who were not erased are asked for once.
    const unknown = new Set(named.flatMap(({ handle }) => (found.has(handle) || others.has(handle) ? [] : [handle])));
    const erasedAt = await erasedAmong(db, unknown);
    for (const handle of unknown) if (!erasedAt.has(handle)) others.add(handle);
    for (const { handle, at } of named) if (at <= (erasedAt.get(handle) ?? Number.NEGATIVE_INFINITY)) found.add(handle);
  };
  await scan<Entry>(
    staged.entries,
    ({ id }) => id,
    (some) => look(some.flatMap((entry) => handlesInEntry(entry).map((handle) => ({ handle, at: entry.at })))),
  );
  await scan<Correction>(
    staged.corrections,
    ({ id }) => id,
    (some) => look(some.map(({ handle, at }) => ({ handle: handle.toLowerCase(), at }))),
  );
  return found;
}
