import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Change, Entry } from '../cases/case';
import type { z } from '../schema';
import { canonicalText } from './canonical';
import { Checksum } from './checksum';
import { rowsOfHistory } from './file-row';
import { actions, RandomDesk } from './random-desk';
import { checkHandOver, handOverLimits, readHandOver } from './read';
import type { History } from './rows';
import type { entrySchema } from './schema';
import { handOverFileName, writeHandOver } from './write';

const START = Date.UTC(2026, 4, 4, 9);
const heading = { desk: { id: 'a', name: 'JD’s desk' }, by: 'JD', to: null, at: START };

function exampleDesk(): RandomDesk {
  const desk = new RandomDesk('a', { now: START });
  for (const kind of ['open', 'note', 'reply', 'change', 'describe', 'promise'] as const) {
    desk.step({ kind, pick: 0, value: 4, minutes: 1 });
  }
  return desk;
}

const rowsOf = (history: History): string => canonicalText([...rowsOfHistory(history)]);

/** A file with the given rows and a checksum that fits: what somebody who knows how would make. */
async function forged(rows: readonly string[], head: string | null = null): Promise<string> {
  const { text } = await writeHandOver(heading, exampleDesk().history());
  const first = head ?? text.slice(0, text.indexOf('\n'));
  const body = `${first}\n${rows.join(',\n')}\n]`;
  const checksum = new Checksum();
  await checksum.add(body);
  return `${body},"end":{"rows":${rows.length},"checksum":"${await checksum.end()}"}}\n`;
}

async function reasonOf(text: string): Promise<string> {
  const read = await readHandOver(text);
  return read.ok ? 'taken' : read.reason;
}

describe('a hand-over file', () => {
  it('comes back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(actions(fc, 12), async (steps) => {
        const desk = new RandomDesk('a', { now: START });
        for (const step of steps) desk.step(step);
        const history = desk.history();
        const { text, leftOut } = await writeHandOver(heading, history);
        expect(leftOut).toEqual([]);
        expect(JSON.parse(text)).toBeTruthy();
        const read = await readHandOver(text);
        expect(read.ok && read.header).toMatchObject(heading);
        expect(read.ok && rowsOf(read.history)).toBe(rowsOf(history));
      }),
      { numRuns: 50 },
    );
  });

  it('survives other line ends and a mark at its start', async () => {
    const { text } = await writeHandOver(heading, exampleDesk().history());
    expect(await reasonOf(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toBe('taken');
  });

  it('mends halves of characters instead of writing what nobody would read', async () => {
    const desk = exampleDesk();
    desk.rows.entries = desk.rows.entries.map((entry) =>
      entry.kind === 'note' ? { ...entry, text: 'half \ud83d' } : entry,
    );
    const { text } = await writeHandOver(heading, desk.history());
    expect(await reasonOf(text)).toBe('taken');
    // And what comes back changes nothing on the desk it came from.
    const read = await readHandOver(text);
    expect(read.ok && desk.plan(desk, read.history).changes).toEqual([]);
  });

  it('is refused where any of it is missing', async () => {
    const { text } = await writeHandOver(heading, exampleDesk().history());
    for (let end = 0; end < text.length - 2; end += 7) {
      const read = await readHandOver(text.slice(0, end));
      expect(read.ok, String(end)).toBe(false);
    }
    expect(await reasonOf(text.slice(0, text.length / 2))).toMatch(/cut off/);
  });

  it('is refused where any of it was changed', async () => {
    const { text } = await writeHandOver(heading, exampleDesk().history());
    expect(await reasonOf(text.replace('note 4', 'note 5'))).toMatch(/changed or damaged/);
    expect(await reasonOf(JSON.stringify(JSON.parse(text)))).not.toBe('taken');
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 3), fc.constantFrom('x', '0', '"', '{', '\n'), async (at, sign) => {
        if (text[at] === sign) return;
        expect(await reasonOf(text.slice(0, at) + sign + text.slice(at + 1))).not.toBe('taken');
      }),
      { numRuns: 200 },
    );
  });

  it('says so if it is newer or not ours', async () => {
    const { text } = await writeHandOver(heading, exampleDesk().history());
    expect(await reasonOf(text.replace('"version":1', '"version":2'))).toMatch(/newer version/);
    const foreign = ['', '[]', '{}', 'null', 'hello', '{"format":"other","version":1}', '<html>', '\0'.repeat(90_000)];
    for (const other of foreign) expect(await reasonOf(other)).toMatch(/not a hand-over file/);
  });

  it('is refused where it holds what Hark never writes', async () => {
    const { text } = await writeHandOver(heading, exampleDesk().history());
    const rows = text
      .split('\n')
      .slice(1, -2)
      .map((line) => line.replace(/,$/, ''));
    expect(await reasonOf(await forged(rows))).toBe('taken');
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const changed = (from: string | RegExp, to: string) => rows.map((line) => line.replace(from, to));
    const attacks = [
      changed('"kind":"note"', '"__proto__":{"admin":true},"kind":"note"'),
      changed('"kind":"note"', '"constructor":{"prototype":{"x":1}},"kind":"note"'),
      changed('"kind":"note"', '"more":1,"kind":"note"'),
      changed(/"openedAt":\d+/, '"openedAt":1e999'),
      changed(/"openedAt":\d+/, '"openedAt":-1'),
      changed(/"openedAt":\d+/, '"openedAt":99999999999999999999'),
      changed(/"openedAt":\d+/, '"openedAt":"1"'),
      changed(/"number":\d+/, '"number":1.5'),
      changed('note 4', 'half \\ud83d'),
      changed(/https:\/\/x\.com\/[^"]+/, 'javascript:alert(1)'),
      changed(/https:\/\/x\.com\/[^"]+/, 'https://x.com.evil.example/a/status/1'),
      changed(/"state":"waiting"/, '"state":"waiting","link":"javascript:alert(1)"'),
      changed(/"state":"waiting"/, '"state":{"deep":1}'),
      changed(/"handles":\["[^"]+"\]/, '"handles":["../../etc"]'),
      changed(/"status":"[a-z]+"/, '"status":"owned"'),
      changed(/"id":"[^"]+"/, '"id":"__proto__"'),
      [...rows, deep],
      [...rows, 'null'],
      [...rows, '5'],
      [...rows, '{"kind":"unknown","row":{}}'],
    ];
    for (const [index, attack] of attacks.entries()) {
      expect(attack.join(), String(index)).not.toBe(rows.join());
      expect(await reasonOf(await forged(attack)), String(index)).toMatch(/Hark never writes/);
    }
    const orphans = rows.filter((line) => !line.startsWith('{"kind":"customer"'));
    expect(await reasonOf(await forged(orphans))).toMatch(/not in it/);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  it('never throws and takes nothing, whatever types stand in a row', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom('customer', 'case', 'entry', 'followUp'), async (row, kind) => {
        expect(await reasonOf(await forged([JSON.stringify({ kind, row })]))).not.toBe('taken');
      }),
      { numRuns: 200 },
    );
  });

  it('is refused before it fills the memory', async () => {
    const { text } = await writeHandOver(heading, exampleDesk().history());
    const first = text.slice(0, text.indexOf('\n') + 1);
    let given = 0;
    function* endless(piece: string): Generator<string> {
      yield first;
      for (;;) {
        given += piece.length;
        yield piece;
      }
    }
    const limits = { ...handOverLimits, total: 5_000_000, row: 1_000_000 };
    expect(await checkHandOver(endless('x'.repeat(65_536)), limits)).toMatchObject({ ok: false });
    expect(given).toBeLessThan(1_200_000);
    const customer = text.split('\n')[1] ?? '';
    expect(await checkHandOver(endless(`${customer}\n`), limits)).toEqual({
      ok: false,
      reason: 'The file is longer than any hand-over is.',
    });
  });

  it('has a checksum that does not depend on the pieces', async () => {
    const text = 'aé😀'.repeat(400_000);
    const [whole, pieces] = [new Checksum(), new Checksum()];
    await whole.add(text);
    const signs = [...text];
    for (let at = 0; at < signs.length; at += 77_777) await pieces.add(signs.slice(at, at + 77_777).join(''));
    expect(await pieces.end()).toBe(await whole.end());
  });

  it('gets a name with the day and the rep', () => {
    const at = new Date(2026, 4, 4, 14, 2).getTime();
    expect(handOverFileName(at, 'JD')).toBe('hark-hand-over-2026-05-04-1402-JD.json');
    expect(handOverFileName(at, '../Zoë: *')).toBe('hark-hand-over-2026-05-04-1402-Zoë.json');
    expect(handOverFileName(at, null)).toBe('hark-hand-over-2026-05-04-1402.json');
  });
});

type FileEntry = z.infer<typeof entrySchema>;

describe('the form of a file', () => {
  it('knows every kind of entry and change that a desk writes', () => {
    expectTypeOf<FileEntry['kind']>().toEqualTypeOf<Entry['kind']>();
    expectTypeOf<Extract<FileEntry, { kind: 'change' }>['change']['what']>().toEqualTypeOf<Change['what']>();
  });
});
