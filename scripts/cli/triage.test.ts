import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hark-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  const text = Array.isArray(content)
    ? content.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
    : JSON.stringify(content);
  writeFileSync(path, text);
  return path;
}

/** What the command prints, one value a line. */
async function hark(...args: string[]): Promise<{ lines: Record<string, unknown>[]; said: string; code: number }> {
  const called = run('node', ['--import', 'tsx', 'scripts/hark.ts', ...args], {
    cwd: join(import.meta.dirname, '../..'),
  });
  const { stdout, stderr, code } = await called.then(
    (done) => ({ ...done, code: 0 }),
    (failed: { stdout: string; stderr: string; code: number }) => failed,
  );
  const lines =
    stdout.trim() === ''
      ? []
      : stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { lines, said: stderr, code };
}

const watchlist = {
  handles: ['LanternCares'],
  terms: ['Lantern'],
  categories: ['internet'],
  exclusions: ['paper lantern'],
};

describe('hark triage', () => {
  it('judges one tweet a line, and goes on after a line that is wrong', async () => {
    const tweets = file('tweets.jsonl', [
      { id: '1', text: '@LanternCares it is down again, third time I ask', lang: 'en' },
      '{"id": "2", "text": ',
      { id: '3', lang: 'en' },
      { id: '4', text: 'Magsara na lang kayo, @LanternCares!', lang: 'tl', handle: 'ada' },
      { id: '5', text: 'we made a paper lantern', lang: 'en' },
      { id: '6', text: '@LanternCares не работает', lang: 'ru' },
    ]);
    const { lines, code } = await hark('triage', tweets, '--watchlist', file('watchlist.json', watchlist));
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({
      id: '1',
      relevance: 'mention',
      intent: 'complaint',
      topic: 'outage',
      actionable: true,
    });
    expect(lines[0]?.why).toEqual(expect.arrayContaining([expect.stringContaining('@LanternCares')]));
    expect(lines[1]).toEqual({ line: 2, error: 'This line is not JSON.' });
    expect(lines[2]).toMatchObject({ line: 3, error: expect.stringContaining('text') });
    expect(lines[3]).toMatchObject({ id: '4', intent: 'complaint', actionable: true });
    expect(lines[4]).toMatchObject({ id: '5', relevance: 'none', actionable: false, why: [] });
    expect(lines[5]).toMatchObject({ id: '6', relevance: 'mention', intent: 'unsure' });
    expect(lines).toHaveLength(6);
  }, 30_000);

  it('learns from corrections', async () => {
    const tweets = file('homonyms.jsonl', [
      { id: '1', text: 'hung a lantern over the porch for the fest', lang: 'en' },
    ]);
    const list = file('watchlist2.json', watchlist);
    const corrections = file(
      'corrections.jsonl',
      ['lit a lantern on the porch', 'a lantern for every child at the fest', 'lantern parade, bring a candle'].map(
        (text) => ({ text, lang: 'en', ours: false }),
      ),
    );
    const [before] = (await hark('triage', tweets, '--watchlist', list)).lines;
    const [after] = (await hark('triage', tweets, '--watchlist', list, '--corrections', corrections)).lines;
    expect(Number(after?.relevanceScore)).toBeLessThan(Number(before?.relevanceScore));
  }, 30_000);

  it('says what is wrong with its files', async () => {
    const tweets = file('one.jsonl', [{ text: 'hello' }]);
    expect(await hark('triage', tweets)).toMatchObject({ code: 2, said: expect.stringContaining('--watchlist') });
    const wrong = file('wrong.json', { handles: 'LanternCares' });
    const refused = await hark('triage', tweets, '--watchlist', wrong);
    expect(refused).toMatchObject({ code: 2, lines: [], said: expect.stringContaining('"handles" must be a list') });
  }, 30_000);
});
