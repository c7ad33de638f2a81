import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseFields, Entry } from '../cases/case';
import { contradictionsOf } from './fields';
import { applied, type ImportPlan, planImport } from './plan';
import { hasNothingNew, onlyCases, previewImport } from './preview';
import { RandomDesk } from './random-desk';
import { byId, type DeskRows } from './rows';
import { type Choice, contradictedDetails } from './settle';
import { planUndo } from './undo';

const START = Date.UTC(2026, 4, 4, 9);

let clock: { now: number };
let jd: RandomDesk;
let km: RandomDesk;

beforeEach(() => {
  clock = { now: START };
  jd = new RandomDesk('jd', clock);
  open(jd, 1);
  km = jd.copy('km');
});

/** Opens a case for one of the people, on one of their tweets. */
function open(desk: RandomDesk, person: number, tweet = 0): void {
  desk.step({ kind: 'open', pick: tweet, value: person, minutes: 1 });
}

/** Sets a field as the desk itself does: with an entry that says so. */
function set(desk: RandomDesk, fields: CaseFields, index = 0): void {
  clock.now += 60_000;
  const known = desk.rows.cases[index];
  const [what, to] = Object.entries(fields)[0] ?? [];
  if (!known || !what) throw new Error('Nothing to set.');
  const from = known[what as keyof CaseFields];
  const entry = { id: desk.newId(), caseId: known.id, at: clock.now, tweetId: null, kind: 'change', by: desk.name.id };
  desk.rows.entries.push({ ...entry, change: { what, from, to } } as Entry);
  const resolvedAt = !fields.status ? known.resolvedAt : fields.status === 'resolved' ? clock.now : null;
  desk.rows.cases[index] = { ...known, ...fields, resolvedAt, updatedAt: clock.now };
}

function describeCustomer(desk: RandomDesk, note: string): void {
  clock.now += 60_000;
  desk.rows.customers = desk.rows.customers.map((one) => ({ ...one, note, changedAt: { note: clock.now } }));
}

function take(into: RandomDesk, from: RandomDesk, choices: Choice[] = []): ImportPlan {
  clock.now += 60_000;
  let next = 500;
  const plan = planImport(into.rows, from.history(), {
    desk: into.name,
    from: from.name,
    now: clock.now,
    by: 'KM',
    newId: () => into.newId(),
    takeNumber: () => next++,
    choices,
  });
  into.rows = applied(into.rows, plan.changes);
  return plan;
}

function undo(desk: RandomDesk, plan: ImportPlan, rows: DeskRows = desk.rows) {
  const tables = { customers: byId(rows.customers), cases: byId(rows.cases), entries: byId(rows.entries) };
  const now = {
    row: (table: keyof typeof tables | 'followUp' | 'incident', id: string) =>
      table === 'followUp' || table === 'incident' ? undefined : tables[table].get(id),
    entryCount: (caseId: string) => rows.entries.filter((entry) => entry.caseId === caseId).length,
    casesOfCustomer: (id: string) => rows.cases.filter((known) => known.customerId === id).map((known) => known.id),
  };
  return planUndo(plan, now, { now: clock.now, by: 'KM', newId: () => desk.newId() });
}

const first = (desk: RandomDesk) => desk.rows.cases[0];
const contradictions = (desk: RandomDesk) =>
  desk.rows.cases.flatMap(({ id, origins }) =>
    contradictionsOf(
      origins ?? [],
      desk.rows.entries.filter(({ caseId }) => caseId === id),
    ),
  );

describe('importing a hand-over', () => {
  it('takes over what the other desk has changed', () => {
    set(jd, { status: 'resolved' });
    set(jd, { topic: 'billing' });
    const preview = previewImport(km.rows, jd.history(), km.name);
    expect(preview.counts).toMatchObject({ new: 0, there: 1, both: 0, same: 0, contradictions: 0, entries: 2 });
    expect(preview.cases[0]?.fields).toEqual([
      { field: 'status', here: 'open', there: 'resolved', result: 'resolved', isContradiction: false },
      { field: 'topic', here: 'other', there: 'billing', result: 'billing', isContradiction: false },
    ]);
    take(km, jd);
    expect(first(km)).toMatchObject({ status: 'resolved', topic: 'billing', resolvedAt: first(jd)?.resolvedAt });
    expect(hasNothingNew(previewImport(km.rows, jd.history(), km.name))).toBe(true);
  });

  it('leaves alone what was changed here alone', () => {
    set(km, { priority: 'urgent' });
    const preview = previewImport(km.rows, jd.history(), km.name);
    expect(preview.cases[0]?.outcome).toBe('here');
    expect(take(km, jd).changes).toEqual([]);
    expect(first(km)?.priority).toBe('urgent');
  });

  it('says that two are the same', () => {
    expect(previewImport(km.rows, jd.history(), km.name).counts).toMatchObject({ same: 1, new: 0 });
  });

  it('gives a new case a number of this desk, and keeps what it was called there', () => {
    open(jd, 2);
    const [preview] = previewImport(km.rows, jd.history(), km.name).cases;
    expect(preview).toMatchObject({ outcome: 'new', number: null, there: { number: 2, desk: 'JD’s desk' } });
    take(km, jd);
    const imported = km.rows.cases.find(({ number }) => number === 500);
    expect(imported?.origins?.[0]).toMatchObject({ number: 2, desk: jd.name });
    const changes = km.rows.entries.flatMap((entry) =>
      entry.kind === 'change' && entry.caseId === imported?.id ? entry.change : [],
    );
    expect(changes).toContainEqual({ what: 'imported', from: 'JD’s desk', number: 2 });
  });

  it('sees that two desks opened a case on the same tweet', () => {
    open(jd, 2, 1);
    open(km, 2, 1);
    const before = km.rows.cases.length;
    const preview = previewImport(km.rows, jd.history(), km.name).cases.find(({ handle }) => handle === 'person_2');
    expect(preview).toMatchObject({ outcome: 'both', number: km.rows.cases[1]?.number });
    take(km, jd);
    expect(km.rows.cases.length).toBe(before);
    const tweets = km.rows.entries.filter(({ tweetId }) => tweetId === '301');
    expect(tweets.map(({ copies }) => copies?.length)).toEqual([1]);
  });

  it('never makes one of two cases of the same desk', () => {
    open(jd, 2, 1);
    set(jd, { status: 'closed' }, 1);
    open(jd, 2, 1);
    open(km, 2, 1);
    take(km, jd);
    expect(km.rows.cases.filter(({ openedFor }) => openedFor === 'person_2').length).toBe(2);
  });

  it('takes only the cases that were wanted', () => {
    open(jd, 2);
    open(jd, 3);
    const file = jd.history();
    const wanted = previewImport(km.rows, file, km.name).cases.find(({ handle }) => handle === 'person_3');
    const part = onlyCases(file, new Set(wanted?.fileIds));
    expect(previewImport(km.rows, part, km.name).cases.map(({ handle }) => handle)).toEqual(['person_3']);
  });
});

describe('two desks that contradict each other', () => {
  beforeEach(() => {
    set(jd, { status: 'resolved' });
    set(km, { status: 'pending' });
  });

  it('keeps both values until somebody decides', () => {
    const preview = previewImport(km.rows, jd.history(), km.name);
    expect(preview.counts).toMatchObject({ both: 1, contradictions: 1 });
    expect(preview.cases[0]?.fields).toEqual([
      { field: 'status', here: 'pending', there: 'resolved', result: 'pending', isContradiction: true },
    ]);
    take(km, jd);
    expect(contradictions(km).map(({ values }) => values.map(({ value }) => value))).toEqual([['pending', 'resolved']]);
    take(jd, km);
    expect(contradictions(jd)).toHaveLength(1);
    expect(first(jd)?.status).toBe('pending');
  });

  it('is settled by a choice at the import, for every desk', () => {
    const caseId = first(km)?.id ?? '';
    take(km, jd, [{ caseId, field: 'status', value: 'resolved' }]);
    expect(first(km)).toMatchObject({ status: 'resolved', resolvedAt: clock.now });
    expect(contradictions(km)).toEqual([]);
    const changes = km.rows.entries.flatMap((entry) => (entry.kind === 'change' ? entry.change : []));
    expect(changes).toContainEqual({ what: 'settled', field: 'status', to: 'resolved', over: ['pending'] });
    take(jd, km);
    expect(first(jd)?.status).toBe('resolved');
    expect(contradictions(jd)).toEqual([]);
  });

  it('is settled by any later change', () => {
    take(km, jd);
    set(km, { status: 'closed' });
    take(jd, km);
    expect(first(jd)?.status).toBe('closed');
    expect(contradictions(jd)).toEqual([]);
  });

  it('does not take a choice that is none of the values', () => {
    const caseId = first(km)?.id ?? '';
    take(km, jd, [{ caseId, field: 'status', value: 'closed' }]);
    expect(contradictions(km)).toHaveLength(1);
  });

  it('keeps both of a customer’s notes', () => {
    describeCustomer(jd, 'Calls at night');
    describeCustomer(km, 'Never call');
    const preview = previewImport(km.rows, jd.history(), km.name);
    expect(preview.customers[0]?.fields).toEqual([
      { field: 'note', here: 'Never call', there: 'Calls at night', result: 'Never call', isContradiction: true },
    ]);
    take(km, jd);
    const customer = km.rows.customers[0];
    expect(customer && contradictedDetails(customer)[0]?.values).toEqual(['Never call', 'Calls at night']);
    const caseId = first(km)?.id ?? '';
    take(km, jd, [{ caseId, customerId: customer?.id ?? '', field: 'note', value: 'Calls at night' }]);
    const settled = km.rows.customers[0];
    expect(settled?.note).toBe('Calls at night');
    expect(settled && contradictedDetails(settled)).toEqual([]);
    const changes = km.rows.entries.flatMap((entry) => (entry.kind === 'change' ? entry.change : []));
    expect(changes).toContainEqual({ what: 'settled', field: 'note', to: 'Calls at night', over: ['Never call'] });
    take(jd, km);
    expect(jd.rows.customers[0]?.note).toBe('Calls at night');
  });
});

describe('undoing an import', () => {
  it('leaves a case that was worked in since, and takes the rest back', () => {
    open(jd, 2);
    open(jd, 3);
    const before = km.rows;
    const plan = take(km, jd);
    const worked = km.rows.cases.findIndex(({ openedFor }) => openedFor === 'person_3');
    set(km, { topic: 'speed' }, worked);
    const undone = undo(km, plan);
    expect(undone.refused).toHaveLength(1);
    expect(undone.refused[0]?.reason).toMatch(/worked in since the import/);
    km.rows = applied(km.rows, undone.changes);
    expect(km.rows.cases.map(({ openedFor }) => openedFor)).toEqual(['person_1', 'person_3']);
    expect(km.rows.customers.map(({ handle }) => handle)).toEqual(['person_1', 'person_3']);
    expect(km.rows.cases[0]).toEqual(before.cases[0]);
  });

  it('is told in the history of a case that was there before', () => {
    set(jd, { topic: 'billing' });
    const plan = take(km, jd);
    km.rows = applied(km.rows, undo(km, plan).changes);
    expect(first(km)?.topic).toBe('other');
    const told = km.rows.entries.flatMap((entry) => (entry.kind === 'change' ? entry.change.what : []));
    expect(told.slice(-2)).toEqual(['imported', 'importUndone']);
    // It can be imported anew.
    take(km, jd);
    expect(first(km)?.topic).toBe('billing');
  });
});
