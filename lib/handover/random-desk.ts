import type fc from 'fast-check';
import type { Case, CaseFields, Customer, DeskName, Entry, EntryContent } from '../cases/case';
import { newFollowUp } from '../follow-ups/follow-up';
import { contradictionsOf } from './fields';
import { applied, type ImportPlan, planImport } from './plan';
import { type DeskRows, emptyRows, type History } from './rows';
import { unfold } from './unfold';

/** A desk for tests, in memory, on which random things happen as they do on a real one. */
export class RandomDesk {
  rows: DeskRows;
  readonly name: DeskName;
  #next: number;
  #ids: number;
  #clock: { now: number };

  constructor(id: string, clock: { now: number }, rows = emptyRows(), next = 1, ids = 0) {
    this.#ids = ids;
    this.name = { id, name: `${id.toUpperCase()}’s desk` };
    this.rows = rows;
    this.#next = next;
    this.#clock = clock;
  }

  /** Another desk that has had all of this one's cases from the start, under its own numbers. */
  copy(id: string): RandomDesk {
    const copy = new RandomDesk(id, this.#clock, emptyRows(), 100);
    copy.take(this);
    return copy;
  }

  newId(): string {
    return `${this.name.id}-${++this.#ids}`;
  }

  history(): History {
    return unfold(this.rows, this.name);
  }

  plan(from: RandomDesk, theirs = from.history()): ImportPlan {
    return planImport(this.rows, theirs, {
      desk: this.name,
      from: from.name,
      now: this.#clock.now,
      by: this.name.id,
      newId: () => this.newId(),
      takeNumber: () => this.#next++,
    });
  }

  /** Imports everything another desk has. */
  take(from: RandomDesk): ImportPlan {
    const plan = this.plan(from);
    this.rows = applied(this.rows, plan.changes);
    return plan;
  }

  /** Lets one random thing happen. */
  step(action: Action): void {
    this.#clock.now += action.minutes * 60_000;
    const known = this.rows.cases[action.pick % Math.max(1, this.rows.cases.length)];
    switch (action.kind) {
      case 'open':
        this.#open(action);
        return;
      case 'note':
        if (known) this.#write(known, null, { kind: 'note', text: `note ${action.value}`, by: this.name.id });
        return;
      case 'reply':
        if (known) {
          const permalink = `https://x.com/brand/status/9${action.value}`;
          const reply: EntryContent = { kind: 'reply', handle: 'brand', initials: null, text: 'On it', permalink };
          this.#write(known, `9${action.value}`, reply);
        }
        return;
      case 'change':
        if (known) this.#change(known, action);
        return;
      case 'describe':
        this.#describe(action);
        return;
      case 'join':
        this.#joinCustomers(action);
        return;
      case 'promise':
        if (known) this.#promise(known, action);
        return;
    }
  }

  #promise(known: Case, { value }: Action): void {
    const { now } = this.#clock;
    const due = { caseId: known.id, dueAt: now + value * 60_000, reason: 'check in', by: this.name.id };
    this.rows.flat.followUp.push({ ...newFollowUp(this.newId(), due, now) });
  }

  #open({ value, pick }: Action): void {
    const { now } = this.#clock;
    const handle = `person_${value % 4}`;
    // Both desks see the same tweets: a few for each person.
    const tweetId = `${(value % 4) + 1}0${pick % 3}`;
    let customer = this.rows.customers.find(({ handles }) => handles.includes(handle));
    if (!customer) {
      customer = {
        id: this.newId(),
        handles: [handle],
        handle,
        name: handle,
        account: '',
        place: '',
        note: '',
        namedByRep: false,
        createdAt: now,
        joined: [],
      };
      this.rows.customers.push(customer);
    }
    const customerId = customer.id;
    const own = this.rows.cases.filter((known) => known.customerId === customerId);
    const active = own.find(({ status }) => status === 'open' || status === 'pending');
    const permalink = `https://x.com/${handle}/status/${tweetId}`;
    const tweet: EntryContent = {
      kind: 'tweet',
      handle,
      name: handle,
      text: `tweet ${tweetId}`,
      permalink,
      lang: 'en',
    };
    if (active) {
      const isHeld = this.rows.entries.some((entry) => entry.caseId === active.id && entry.tweetId === tweetId);
      if (!isHeld) this.#write(active, tweetId, tweet, Number(tweetId));
      return;
    }
    const opened: Case = {
      id: this.newId(),
      number: this.#next++,
      customerId,
      openedFor: handle,
      status: 'open',
      topic: 'other',
      priority: 'normal',
      route: 'support',
      owner: pick % 2 ? this.name.id.toUpperCase() : null,
      tags: [],
      openedAs: null,
      openedAt: now,
      updatedAt: now,
      resolvedAt: null,
      waitingSince: null,
    };
    this.rows.cases.push(opened);
    this.#write(opened, tweetId, tweet, Number(tweetId));
    this.#write(opened, null, { kind: 'change', change: { what: 'opened' }, by: this.name.id });
  }

  #change(known: Case, { value }: Action): void {
    const { now } = this.#clock;
    const by = this.name.id;
    const wanted = wishes[value % wishes.length] ?? {};
    const change = changeOf(known, wanted);
    if (!change) return;
    this.#write(known, null, { kind: 'change', change, by });
    this.#replace(known.id, {
      ...wanted,
      ...(wanted.status ? { resolvedAt: wanted.status === 'resolved' ? now : null } : {}),
    });
  }

  #describe({ pick, value }: Action): void {
    const customer = this.rows.customers[pick % Math.max(1, this.rows.customers.length)];
    if (!customer) return;
    const field = (['account', 'place', 'note', 'name'] as const)[value % 4] ?? 'note';
    const changedAt = { ...customer.changedAt, [field]: this.#clock.now };
    const text = value % 5 === 0 ? '' : `${field} by ${this.name.id} ${value % 3}`;
    const changed: Customer = { ...customer, [field]: text, changedAt };
    if (field === 'name') changed.namedByRep = text !== '';
    this.rows.customers = this.rows.customers.map((one) => (one === customer ? changed : one));
  }

  #joinCustomers({ pick, value }: Action): void {
    const [customer, other] = [pick, pick + 1 + (value % 2)].map((at) => this.rows.customers[at]);
    if (!customer || !other) return;
    const lent = (['account', 'place', 'note'] as const).filter(
      (field) => customer[field] === '' && other[field] !== '',
    );
    const both: Customer = {
      ...customer,
      ...Object.fromEntries(lent.map((field) => [field, other[field]])),
      changedAt: { ...customer.changedAt, ...Object.fromEntries(lent.map((field) => [field, this.#clock.now])) },
      handles: [...customer.handles, ...other.handles],
      joined: [...customer.joined, { customer: other, at: this.#clock.now, lent }],
    };
    this.rows.customers = this.rows.customers
      .filter((one) => one !== other)
      .map((one) => (one === customer ? both : one));
    this.rows.cases = this.rows.cases.map((known) =>
      known.customerId === other.id ? { ...known, customerId: customer.id } : known,
    );
  }

  #write(known: Case, tweetId: string | null, content: EntryContent, at = this.#clock.now): void {
    const entry: Entry = { id: this.newId(), caseId: known.id, at, tweetId, ...content };
    this.rows.entries.push(entry);
    this.#replace(known.id, {});
  }

  #replace(id: string, fields: Partial<Case>): void {
    this.rows.cases = this.rows.cases.map((known) =>
      known.id === id ? { ...known, ...fields, updatedAt: this.#clock.now } : known,
    );
  }

  /** Number of fields on which this desk has two opinions. */
  contradictions(): number {
    return this.rows.cases
      .map(({ id, origins }) =>
        contradictionsOf(
          origins ?? [],
          this.rows.entries.filter((one) => one.caseId === id),
        ),
      )
      .reduce((sum, some) => sum + some.length, 0);
  }
}

const wishes: CaseFields[] = [
  { status: 'pending' },
  { status: 'resolved' },
  { status: 'closed' },
  { status: 'open' },
  { topic: 'billing' },
  { topic: 'outage' },
  { owner: 'JD' },
  { owner: null },
  { priority: 'high' },
  { route: 'rnd' },
  { tags: ['vip'] },
  { tags: ['vip', 'late'] },
  { tags: [] },
];

function changeOf(known: Case, { status, topic, priority, route, owner, tags }: CaseFields) {
  if (status && status !== known.status) return { what: 'status', from: known.status, to: status } as const;
  if (topic && topic !== known.topic) return { what: 'topic', from: known.topic, to: topic } as const;
  if (priority && priority !== known.priority) return { what: 'priority', from: known.priority, to: priority } as const;
  if (route && route !== known.route) return { what: 'route', from: known.route, to: route } as const;
  if (owner !== undefined && owner !== known.owner) return { what: 'owner', from: known.owner, to: owner } as const;
  if (!tags) return null;
  const added = tags.filter((tag) => !known.tags.includes(tag));
  const removed = known.tags.filter((tag) => !tags.includes(tag));
  return added.length + removed.length > 0 ? ({ what: 'tags', added, removed } as const) : null;
}

/** Something that happens on a desk. */
export interface Action {
  kind: (typeof actionKinds)[number];
  pick: number;
  value: number;
  minutes: number;
}

export const actionKinds = [
  'open',
  'open',
  'note',
  'reply',
  'change',
  'change',
  'describe',
  'join',
  'promise',
] as const;

/** Random things to happen, at most so many. */
export function actions(check: typeof fc, most: number): fc.Arbitrary<Action[]> {
  const action = check.record({
    kind: check.constantFrom(...actionKinds),
    pick: check.nat(7),
    value: check.nat(60),
    minutes: check.nat(900),
  });
  return check.array(action, { maxLength: most });
}
