import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Checksum } from './checksum';
import { RandomDesk } from './random-desk';
import { handOverLimits, readHandOver } from './read';
import { writeHandOver } from './write';

const START = Date.UTC(2026, 4, 4, 9);
const heading = { desk: { id: 'b', name: 'JD’s desk' }, by: 'JD', to: null, at: START };

function deskNamed(id: string): RandomDesk {
  const desk = new RandomDesk(id, { now: START });
  for (const kind of ['open', 'note', 'reply', 'change', 'describe', 'promise', 'open', 'note'] as const) {
    desk.step({ kind, pick: 0, value: 4, minutes: 1 });
  }
  return desk;
}

const whole = await writeHandOver(heading, deskNamed('b').history());
const [head = '', ...others] = whole.text.split('\n');
const rows = others.slice(0, -2).map((line) => JSON.parse(line.replace(/,$/, '')) as unknown);

/** A file with these rows, as texts, and a checksum that fits: what somebody who knows how would make. */
async function forged(texts: readonly string[]): Promise<string> {
  const body = `${head}\n${texts.join(',\n')}\n]`;
  const checksum = new Checksum();
  await checksum.add(body);
  return `${body},"end":{"rows":${texts.length},"checksum":"${await checksum.end()}"}}\n`;
}

const textsOf = (values: readonly unknown[]): string[] => values.map((value) => JSON.stringify(value));

/** Every place in a value: the way to each part of it. */
function placesIn(value: unknown, way: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...way, key]))];
}

/** A copy with something else at one place. */
function withAt(value: unknown, [step, ...rest]: (string | number)[], other: unknown): unknown {
  if (step === undefined) return other;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[step] = withAt(copy[step], rest, other);
  return copy;
}

const HOSTILE: unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e21,
  Number.MAX_SAFE_INTEGER,
  '',
  '\u0000',
  '__proto__',
  'javascript:alert(1)',
  'data:text/html,<b>',
  '\u202e',
  '<img src=x onerror=alert(1)>',
  'NaN',
  'x'.repeat(2_000_000),
  [],
  [[]],
  {},
  { length: 1e9 },
  { toString: 1, valueOf: 1 },
  Array.from({ length: 20_000 }, () => 'x'),
];

/** Reads a file; where it is taken, works out what importing it would write. Gives the reason why not. */
async function attempt(text: string): Promise<string> {
  const here = deskNamed('a');
  const before = JSON.stringify(here.rows);
  const read = await readHandOver(text);
  if (!read.ok) {
    expect(read.reason).toMatch(/^[A-Z][^\n]+\.$/);
    return read.reason;
  }
  const plan = here.plan(deskNamed('b'), read.history);
  // What is read is what was written, in types too: a later change of any of it must not fail on a text for a number.
  for (const { after } of plan.changes) expect(typeof (after ?? { id: '' }).id).toBe('string');
  expect(JSON.stringify(here.rows)).toBe(before);
  return 'taken';
}

describe('a hand-over file that means harm', () => {
  it('is a file that would be taken, before it is spoilt', async () => {
    expect(await attempt(await forged(textsOf(rows)))).toBe('taken');
  });

  it('with anything anywhere in a row is taken or refused in words, and changes nothing', async () => {
    const place = fc
      .nat(rows.length - 1)
      .chain((at) => fc.tuple(fc.constant(at), fc.constantFrom(...placesIn(rows[at]))));
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom(...HOSTILE), async ([at, way], value) => {
        await attempt(await forged(textsOf(rows.map((row, index) => (index === at ? withAt(row, way, value) : row)))));
      }),
      { numRuns: 400 },
    );
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  }, 60_000);

  it('with rows twice, in any order, or of another row’s id is taken or refused in words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(rows.length - 1), { maxLength: 12 }), fc.boolean(), async (order, alike) => {
        const chosen = order.map((at) => rows[at]);
        const texts = textsOf(chosen).map((text) => (alike ? text.replaceAll(/"id":"[^"]+"/g, '"id":"b-1"') : text));
        await attempt(await forged(texts));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it.each<[string, (text: string) => string]>([
    ['a key twice', (text) => text.replace('{"kind":', '{"kind":"unknown","kind":')],
    ['a key twice, the second hostile', (text) => text.replace(/\}$/, ',"row":{"__proto__":{"x":1}}}')],
    ['a time that is none', (text) => text.replace(/"(at|createdAt|openedAt)":\d+/, '"$1":NaN')],
    ['a time without end', (text) => text.replace(/"(at|createdAt|openedAt)":\d+/, '"$1":1e400')],
    ['a time in words', (text) => text.replace(/"(at|createdAt|openedAt)":\d+/, '"$1":"Infinity"')],
    ['nesting', (text) => text.replace(/"id":"[^"]+"/, `"id":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)],
    [
      'nested objects',
      (text) => text.replace(/"id":"[^"]+"/, `"id":${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`),
    ],
    ['half a character', (text) => text.replace(/"id":"[^"]+"/, '"id":"\\ud800"')],
  ])(
    'with %s is refused or read as JSON is, at once',
    async (what, spoil) => {
      const texts = textsOf(rows).map(spoil);
      expect(texts.join()).not.toBe(textsOf(rows).join());
      const start = performance.now();
      const reason = await attempt(await forged(texts));
      expect(performance.now() - start).toBeLessThan(10_000);
      // The last of two keys counts, and is what Hark wrote.
      if (what !== 'a key twice') expect(reason).not.toBe('taken');
    },
    30_000,
  );

  it('of rows without end is refused once it is too long', async () => {
    let given = 0;
    function* endless(): Generator<string> {
      yield `${head}\n`;
      for (const piece = `${JSON.stringify(rows[0])},\n`.repeat(100); ; given += 100) yield piece;
    }
    const read = await readHandOver(endless(), { ...handOverLimits, rows: 20_000 });
    expect(read).toEqual({ ok: false, reason: 'The file is longer than any hand-over is.' });
    expect(given).toBeLessThan(21_000);
    const blank = await readHandOver(
      (function* () {
        yield `${head}\n`;
        for (;;) yield '\n'.repeat(65_536);
      })(),
    );
    expect(blank.ok).toBe(false);
  }, 60_000);
});
