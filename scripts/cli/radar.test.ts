import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../lib/time/seeded';

const run = promisify(execFile);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hark-radar-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function radar(lines: readonly unknown[], ...more: string[]) {
  const path = join(folder, 'tweets.jsonl');
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  const called = run('node', ['--import', 'tsx', 'scripts/hark.ts', 'radar', path, ...more], {
    cwd: join(import.meta.dirname, '../..'),
  });
  const { stdout, stderr, code } = await called.then(
    (done) => ({ ...done, code: 0 }),
    (failed: { stdout: string; stderr: string; code: number }) => failed,
  );
  const alarms = stdout.split('\n').flatMap((line) => (line ? [JSON.parse(line) as Record<string, unknown>] : []));
  return { alarms, said: stderr, code };
}

const OUTAGES = [
  'no internet in AREA since ten',
  'is it just me or is the wifi down in AREA?',
  'broadband has been dead in AREA for an hour',
  '@LanternCares third outage this month in AREA',
  'Lost all service in AREA, whole street is off',
  'internet gone again here in AREA',
  'no signal in AREA at all',
  'any news on the outage in AREA @LanternCares',
];
const OTHERS = [
  'my bill went up again, why',
  'the engineer in AREA did not show up',
  'how do I change my wifi password',
  'lovely sunny day in AREA',
  '@LanternCares thank you, all works again',
  'two hours on hold, useless',
];
const AREAS = ['Leyton', 'Whitten', 'Orlow', 'Fennick'];

/** An eight-hour shift; in the fourth hour the line goes in Leyton, if it does. */
function shift(seed: number, outage: boolean, place: 'field' | 'text') {
  const random = seeded(seed);
  const pick = (items: readonly string[]): string => items[Math.floor(random() * items.length)] ?? '';
  const start = Date.parse('2026-11-18T08:00:00Z');
  const tweets: { id: string; text: string; time: string; place?: string }[] = [];
  const add = (id: string, at: number, text: string, area: string): void => {
    const time = new Date(Math.round(at)).toISOString();
    if (place === 'text') tweets.push({ id, text: text.replace('AREA', area), time });
    else tweets.push({ id, text: text.replace(/\s*(?:here )?in AREA/, ''), time, place: `${area}, Northshire` });
  };
  for (let at = start; at < start + 8 * 3_600_000; at += random() * 180_000) {
    add(`n${tweets.length}`, at, pick(random() < 0.12 ? OUTAGES : OTHERS), pick(AREAS));
  }
  if (outage) {
    const from = start + 3.2 * 3_600_000;
    for (let n = 0; n < 25; n++) add(`o${n}`, from + n * 100_000, pick(OUTAGES), 'Leyton');
  }
  return tweets.sort((one, other) => one.time.localeCompare(other.time));
}

describe('hark radar', () => {
  it.each(['field', 'text'] as const)(
    'finds the outage within ten tweets, its place in the %s',
    async (place) => {
      const { alarms, code } = await radar(shift(5, true, place));
      expect(code).toBe(0);
      expect(alarms).toHaveLength(1);
      const [alarm] = alarms;
      expect(alarm).toMatchObject({ area: 'Leyton' });
      const ids = alarm?.tweets as string[];
      expect(ids.filter((id) => id.startsWith('o')).length).toBeGreaterThanOrEqual(4);
      expect(Number(ids.at(-1)?.slice(1))).toBeLessThan(10);
      expect(alarm?.seen).toBe(ids.length);
      expect(alarm?.usual).toBeLessThan(3);
      expect(Date.parse(String(alarm?.time))).toBeGreaterThan(Date.parse('2026-11-18T11:00:00Z'));
    },
    30_000,
  );

  it('is silent in a quiet shift, and reads lines in any order', async () => {
    const { alarms, said } = await radar(shift(6, false, 'text').reverse());
    expect(alarms).toEqual([]);
    expect(said).toBe('');
  }, 30_000);

  it('says what is wrong with a line, and goes on', async () => {
    const tweets = shift(5, true, 'text');
    const { alarms, said, code } = await radar([
      '{"id": "1", "text": ',
      { id: '2', text: 'no internet', time: 'yesterday' },
      { id: '3', time: '2026-11-18T10:00:00Z' },
      '[]',
      ...tweets,
    ]);
    expect(code).toBe(0);
    expect(alarms).toHaveLength(1);
    expect(said).toMatch(/line 1: This line is not JSON/);
    expect(said).toMatch(/line 2: time: This is no time/);
    expect(said).toMatch(/line 3: text/);
    expect(said).toMatch(/line 4: line/);
  }, 30_000);

  it('says how it is called', async () => {
    const missing = await run('node', ['--import', 'tsx', 'scripts/hark.ts', 'radar', 'nothing.jsonl'], {
      cwd: join(import.meta.dirname, '../..'),
    }).catch((error: { stderr: string; code: number }) => error);
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('Cannot read nothing.jsonl') });
    const { said, code } = await radar([], '--zone', 'Nowhere/Land');
    expect(code).toBe(2);
    expect(said).toContain('Nowhere/Land');
  }, 30_000);
});
