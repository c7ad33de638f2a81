import { noteAudit } from '../audit/audit';
import { type Customer, type CustomerDetails, isActive } from '../cases/case';
import { signatureAtDesk } from '../settings/settings';
import type { DeskDatabase } from './database';
import { casesOf, caseTables, customerByHandle, renewCasesOf } from './keep';

/** What joining two customers would come to. */
export interface JoinPreview {
  other: Customer;
  /** Number of the other one's cases. */
  cases: number;
  active: number;
}

export type Refusal = { ok: false; reason: string };

/** Who goes on typing within this time, in milliseconds, has changed one thing. */
const TYPING_ON = 5 * 60_000;

const details = ['name', 'account', 'place', 'note'] as const satisfies readonly (keyof CustomerDetails)[];

/** What is known about customers, and who is the same person as whom. Each change is one transaction. */
export class People {
  readonly #db: DeskDatabase;
  readonly #now: () => number;

  constructor({ db, now }: { db: DeskDatabase; now(): number }) {
    this.#db = db;
    this.#now = now;
  }

  /** Writes down details of a customer. Called with every keystroke; the latest text wins. */
  async describe(customerId: string, wanted: Partial<CustomerDetails>): Promise<boolean> {
    const db = this.#db;
    return db.transaction('rw', caseTables(db), async () => {
      const customer = await db.customers.get(customerId);
      if (!customer) return false;
      const named = wanted.name !== undefined && wanted.name !== customer.name;
      const changed = details.filter((detail) => wanted[detail] !== undefined && wanted[detail] !== customer[detail]);
      await db.customers.put({
        ...this.#dated(customer, changed),
        ...wanted,
        namedByRep: customer.namedByRep || named,
      });
      await renewCasesOf(db, customerId);
      if (changed.length > 0) await this.#note(customerId, 'customer');
      return true;
    });
  }

  /** Notes in the audit trail, at their latest case, what was done to a customer; typing on is one line. */
  async #note(customerId: string, part: string): Promise<void> {
    const db = this.#db;
    const [latest] = await casesOf(db, customerId);
    const line = { by: await signatureAtDesk(db), part, caseNumber: latest?.number ?? null };
    const at = this.#now();
    const last = await db.audit.orderBy('seq').last();
    const isSame =
      last?.by === line.by && last.part === part && last.caseNumber === line.caseNumber && at - last.at < TYPING_ON;
    if (!isSame) await noteAudit(db, { at, act: 'changed', ...line });
  }

  /** A customer of whom some details change now: a hand-over tells by the time what is newer. */
  #dated(customer: Customer, changed: readonly (keyof CustomerDetails)[]): Customer {
    if (changed.length === 0) return customer;
    const now = this.#now();
    return {
      ...customer,
      changedAt: { ...customer.changedAt, ...Object.fromEntries(changed.map((detail) => [detail, now])) },
    };
  }

  /** Customers with a handle that begins so, for choosing one; the customer who asks is left out. */
  async suggest(beginning: string, exceptId: string, limit: number): Promise<Customer[]> {
    const wanted = tidyHandle(beginning);
    if (!wanted) return [];
    const found = await this.#db.customers
      .where('handles')
      .startsWith(wanted)
      .distinct()
      .limit(limit + 1)
      .toArray();
    return found.filter(({ id }) => id !== exceptId).slice(0, limit);
  }

  /** What joining the customer of a handle would do, or why it cannot be done. */
  async previewJoin(customerId: string, handle: string): Promise<({ ok: true } & JoinPreview) | Refusal> {
    const other = await customerByHandle(this.#db, tidyHandle(handle));
    if (!other) return { ok: false, reason: `@${tidyHandle(handle)} has no case yet.` };
    if (other.id === customerId) return { ok: false, reason: `@${other.handle} is this customer already.` };
    const cases = await casesOf(this.#db, other.id);
    return { ok: true, other, cases: cases.length, active: cases.filter(({ status }) => isActive(status)).length };
  }

  /**
   * Makes another customer one with this one: their handles and cases come here, and details that are missing here.
   * Both can be parted again.
   */
  async join(
    customerId: string,
    otherId: string,
  ): Promise<{ ok: true; customer: Customer; other: Customer } | Refusal> {
    const db = this.#db;
    return db.transaction('rw', caseTables(db), async () => {
      const [customer, other] = await db.customers.bulkGet([customerId, otherId]);
      if (!customer || !other || customerId === otherId) {
        return { ok: false, reason: 'One of them is gone already: nothing was joined.' };
      }
      const lent = details.filter((detail) => customer[detail] === '' && other[detail] !== '');
      const taken = Object.fromEntries(lent.map((detail) => [detail, other[detail]]));
      const both: Customer = {
        ...this.#dated(customer, lent),
        ...taken,
        handles: [...customer.handles, ...other.handles],
        joined: [...customer.joined, { customer: other, at: this.#now(), lent }],
      };
      await db.customers.delete(other.id);
      await db.customers.put(both);
      for (const { id } of await casesOf(db, other.id)) await db.cases.update(id, { customerId });
      await renewCasesOf(db, customerId);
      await this.#note(customerId, 'joined');
      return { ok: true, customer: both, other };
    });
  }

  /**
   * Parts a customer from one who was joined with them: those get their handles back, the cases opened for these
   * handles, also since, and what was known about them. What they lent goes too, unless it was changed meanwhile.
   */
  async part(
    customerId: string,
    partedId: string,
  ): Promise<{ ok: true; customer: Customer; other: Customer } | Refusal> {
    const db = this.#db;
    return db.transaction('rw', caseTables(db), async () => {
      const customer = await db.customers.get(customerId);
      const join = customer?.joined.find((one) => one.customer.id === partedId);
      if (!customer || !join) return { ok: false, reason: 'They are parted already.' };
      const other = join.customer;
      const returned = join.lent.filter((detail) => customer[detail] === other[detail]);
      const rest: Customer = {
        ...this.#dated(customer, returned),
        ...Object.fromEntries(returned.map((detail) => [detail, ''])),
        handles: customer.handles.filter((handle) => !other.handles.includes(handle)),
        joined: customer.joined.filter((one) => one !== join),
      };
      await db.customers.bulkPut([rest, other]);
      for (const { id, openedFor } of await casesOf(db, customerId)) {
        if (other.handles.includes(openedFor)) await db.cases.update(id, { customerId: other.id });
      }
      await renewCasesOf(db, customerId);
      await renewCasesOf(db, other.id);
      await this.#note(customerId, 'parted');
      return { ok: true, customer: rest, other };
    });
  }
}

/** A handle as it is kept for finding: "@Mira_K" becomes "mira_k". */
export function tidyHandle(typed: string): string {
  return typed
    .trim()
    .replace(/^[@＠]/, '')
    .toLowerCase();
}
