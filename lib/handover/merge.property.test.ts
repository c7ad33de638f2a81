import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, Customer } from '../cases/case';
import { canonicalText, compareText } from './canonical';
import { fold } from './fold';
import { joinHistories } from './join';
import { applied, isHousekeeping } from './plan';
import { type Action, actions, RandomDesk } from './random-desk';
import { byId, type DeskRows, flatTables, type History } from './rows';
import { planUndo } from './undo';

/** A long run sets HARK_MERGE_RUNS. */
const RUNS = Number(process.env.HARK_MERGE_RUNS ?? 80);
const LONG = Math.max(20_000, RUNS * 60);
/** The same stories each time, so that what fails is the change at hand; HARK_MERGE_SEED tells others. */
fc.configureGlobal({ seed: Number(process.env.HARK_MERGE_SEED ?? 20260504) });
const START = Date.UTC(2026, 4, 4, 9);

const noNames = {
  customers: new Map<string, never>(),
  cases: new Map<string, never>(),
};

/** What a history comes to, told the same way on every desk. */
function told(history: History): string {
  return sorted(fold(history, { ...noNames, takeNumber: () => 0 }));
}

function sorted({ customers, cases, entries, flat }: DeskRows): string {
  const inOrder = (rows: readonly { id: string }[]) => [...rows].sort((one, other) => compareText(one.id, other.id));
  return canonicalText([
    inOrder(customers),
    inOrder(cases),
    inOrder(entries),
    flatTables.map((table) => inOrder(flat[table])),
  ]);
}

/** What happens on several desks: at first on one of which the others are copies, then on each, then between them. */
interface Story {
  common: Action[];
  own: Action[][];
  meetings: [into: number, from: number, since: Action[]][];
}

/** Of three desks one joins two people, one joins a third to the second of them, and one describes that one. */
const JOINED_AND_DESCRIBED: Story = {
  common: [
    { kind: 'open', pick: 0, value: 13, minutes: 0 },
    { kind: 'open', pick: 0, value: 0, minutes: 0 },
  ],
  own: [
    [
      { kind: 'open', pick: 0, value: 6, minutes: 0 },
      { kind: 'join', pick: 1, value: 0, minutes: 0 },
    ],
    [{ kind: 'join', pick: 0, value: 0, minutes: 0 }],
    [{ kind: 'describe', pick: 1, value: 1, minutes: 0 }],
  ],
  meetings: [],
};

function stories(count: number): fc.Arbitrary<Story> {
  return fc.record({
    common: actions(fc, 8),
    own: fc.array(actions(fc, 8), { minLength: count, maxLength: count }),
    meetings: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1), actions(fc, 4)), { maxLength: 3 }),
  });
}

function play({ common, own, meetings }: Story): RandomDesk[] {
  const clock = { now: START };
  const first = new RandomDesk('a', clock);
  run(first, common);
  const all = own.map((_steps, index) => (index === 0 ? first : first.copy('abcd'.charAt(index))));
  all.forEach((desk, index) => {
    run(desk, own[index] ?? []);
  });
  for (const [into, from, since] of meetings) {
    const [taker, giver] = [all[into], all[from]];
    if (!taker || !giver || taker === giver) continue;
    taker.take(giver);
    run(taker, since);
  }
  return all;
}

function run(desk: RandomDesk, steps: readonly Action[]): void {
  for (const step of steps) desk.step(step);
}

function idsOf(rows: DeskRows): Set<string> {
  const ids = rows.entries.flatMap(({ id, copies }) => [id, ...(copies ?? []).map((copy) => copy.id)]);
  return new Set([...ids, ...flatTables.flatMap((table) => rows.flat[table].map(({ id }) => id))]);
}

function join(...histories: History[]): History {
  return histories.reduce((joined, history) => joinHistories(joined, history));
}

const stateOf = (history: History): string =>
  canonicalText([
    [...history.customers].sort(([a], [b]) => compareText(a, b)),
    [...history.cases].sort(([a], [b]) => compareText(a, b)),
    [...history.entries].sort(([a], [b]) => compareText(a, b)),
    flatTables.map((table) => [...history.flat[table]].sort(([a], [b]) => compareText(a, b))),
  ]);

describe('joining histories', () => {
  it('comes to the same in any order, and as often as one likes', { timeout: LONG }, () => {
    fc.assert(
      fc.property(stories(3), (story) => {
        const all = play(story);
        const [a, b, c] = all.map((desk) => desk.history()) as [History, History, History];
        expect(stateOf(join(a, b))).toBe(stateOf(join(b, a)));
        expect(stateOf(join(a, join(b, c)))).toBe(stateOf(join(join(a, b), c)));
        expect(stateOf(join(a, a))).toBe(stateOf(a));
        expect(stateOf(join(a, b, a, b))).toBe(stateOf(join(a, b)));
        const whole = told(join(a, b, c));
        for (const order of [join(c, b, a), join(b, a, c), join(c, a, b, c)]) expect(told(order)).toBe(whole);
      }),
      { numRuns: RUNS },
    );
  });

  it('tells apart whatever contradicts under one id, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 6 }), (texts) => {
        const histories = texts.map((text) => {
          const desk = new RandomDesk('a', { now: START });
          desk.step({ kind: 'open', pick: 0, value: 0, minutes: 1 });
          desk.step({ kind: 'note', pick: 0, value: text, minutes: 1 });
          return desk.history();
        });
        const joined = stateOf(join(...histories));
        expect(stateOf(join(...[...histories].reverse()))).toBe(joined);
        expect(stateOf(join(...histories, ...histories))).toBe(joined);
        const notes = [...join(...histories).entries.values()].filter(({ kind }) => kind === 'note');
        expect(notes.length).toBe(new Set(texts).size);
      }),
    );
  });
});

describe('importing', () => {
  it('loses nothing, and a second time changes nothing', { timeout: LONG }, () => {
    fc.assert(
      fc.property(stories(2), (story) => {
        const all = play(story);
        const [a, b] = all as [RandomDesk, RandomDesk];
        const before = new Set([...idsOf(a.rows), ...idsOf(b.rows)]);
        const file = b.history();
        const numbers = new Set(a.rows.cases.map(({ number }) => number));
        a.rows = applied(a.rows, a.plan(b, file).changes);
        const after = idsOf(a.rows);
        for (const id of before) expect(after.has(id), id).toBe(true);
        expect(a.plan(b, file).changes).toEqual([]);
        // Numbers are given once, and customers and cases fit each other.
        expect(new Set(a.rows.cases.map(({ number }) => number)).size).toBe(a.rows.cases.length);
        for (const { number } of a.rows.cases.filter(({ id }) => id.startsWith('b'))) {
          if (!numbers.has(number)) expect(number).toBeGreaterThan(0);
        }
        const customers = byId(a.rows.customers);
        for (const known of a.rows.cases) expect(customers.get(known.customerId)?.handles).toContain(known.openedFor);
        const handles = a.rows.customers.flatMap((customer: Customer) => customer.handles);
        expect(new Set(handles).size).toBe(handles.length);
        const cases = byId(a.rows.cases);
        for (const entry of a.rows.entries) expect(cases.has(entry.caseId)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('brings desks together, whoever imports from whom first', { timeout: LONG }, () => {
    fc.assert(
      fc.property(stories(3), (story) => {
        const all = play(story);
        const files = all.map((desk) => ({ desk, file: desk.history() }));
        const outcomes = [
          [1, 2],
          [2, 1],
        ].map((order) => {
          const [first] = all as [RandomDesk];
          const reader = new RandomDesk('a', { now: START }, first.rows, 1000, 1000);
          for (const index of order) {
            const from = files[index];
            if (from) reader.rows = applied(reader.rows, reader.plan(from.desk, from.file).changes);
          }
          return facts(reader.history());
        });
        expect(outcomes[0]).toBe(outcomes[1]);
        // And it is what joining the files themselves comes to.
        expect(outcomes[0]).toBe(facts(join(...files.map(({ file }) => file))));
      }),
      { numRuns: RUNS, examples: [[JOINED_AND_DESCRIBED]] },
    );
  });

  it('can be undone', { timeout: LONG }, () => {
    fc.assert(
      fc.property(stories(2), (story) => {
        const all = play(story);
        const [a, b] = all as [RandomDesk, RandomDesk];
        const before = a.rows;
        const plan = a.plan(b);
        const after = applied(before, plan.changes);
        const undo = undoOn(after, plan);
        expect(undo.refused).toEqual([]);
        const undone = applied(after, undo.changes);
        const audit = undone.entries.filter(isHousekeeping);
        const had = byId(before.entries);
        const added = new Set(audit.filter(({ id }) => !had.has(id)).map(({ id }) => id));
        expect(sorted({ ...undone, entries: undone.entries.filter(({ id }) => !added.has(id)) })).toBe(sorted(before));
      }),
      { numRuns: RUNS },
    );
  });
});

/**
 * The cases without what is a desk's own: the ids that things have there, which of a tweet's entries stands for all, and
 * what an import notes about itself.
 */
function facts(history: History): string {
  const rows = fold(history, { ...noNames, takeNumber: () => 0 });
  const handles = new Map(rows.customers.map((customer) => [customer.id, customer.handles.join()]));
  const names = new Map(
    rows.cases.map(({ id, origins }) => [
      id,
      (origins ?? [])
        .map((one) => one.id)
        .sort()
        .join(),
    ]),
  );
  const entries = rows.entries
    .filter((entry) => !isHousekeeping(entry))
    .map(({ copies, openedIn, ...entry }) => {
      const id = [entry.id, ...(copies ?? []).map((copy) => copy.id)].sort().join();
      return { ...entry, id, caseId: names.get(entry.caseId) ?? '' };
    });
  const cases = rows.cases.map(({ origins, openedAs, openedFor, ...known }) => ({
    ...known,
    id: names.get(known.id) ?? '',
    customerId: handles.get(known.customerId) ?? '',
  }));
  const customers = rows.customers.map(({ id, versions, handle, joined, ...customer }) => ({
    ...customer,
    // Which of X's own names is shown for somebody with several handles is no fact.
    name: customer.namedByRep ? customer.name : '',
    id: handles.get(id) ?? '',
  }));
  const flat = { ...rows.flat };
  for (const table of flatTables) {
    flat[table] = flat[table].map((row) => ({ ...row, caseId: names.get(String(row.caseId)) ?? null }));
  }
  return sorted({ customers: customers as Customer[], cases: cases as Case[], entries, flat } as DeskRows);
}

function undoOn(rows: DeskRows, plan: ReturnType<RandomDesk['plan']>) {
  const tables = { customers: byId(rows.customers), cases: byId(rows.cases), entries: byId(rows.entries) };
  let ids = 0;
  return planUndo(
    plan,
    {
      row: (table, id) =>
        table === 'customers' || table === 'cases' || table === 'entries'
          ? tables[table].get(id)
          : rows.flat[table].find((row) => row.id === id),
      entryCount: (caseId) => rows.entries.filter((entry) => entry.caseId === caseId).length,
      casesOfCustomer: (customerId) =>
        rows.cases.filter((known) => known.customerId === customerId).map(({ id }) => id),
    },
    { now: START, by: 'JD', newId: () => `undo-${++ids}` },
  );
}
