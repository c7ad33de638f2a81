/** A session at the desk whose worker is killed again and again in the midst of what it is asked to do. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { CaseStatus, Entry } from '../../lib/cases/case';
import type { CaseRecord, Counter, SearchRow } from '../../lib/desk/derive';
import { keptAndRecomputed } from '../../lib/desk/recompute';
import { seeded } from '../../lib/time/seeded';
import type { ExtensionApi, View } from './browser';
import { customers, entries, eventually, rows } from './desk';
import type { Bench } from './fixture';
import { customerTweets, toastSaying } from './rep';

declare const chrome: ExtensionApi;

/** The worker is killed up to so many milliseconds after a click: its writes take about half of that. */
const SPREAD = 80;
/** Tweets on one page before it is loaded anew. */
const PAGE_FULL = 40;
const NOTE = 'role/textbox[Note]';
const handles = ['marnie_whit', 'kofi_strand', 'tobiasplum', 'ostlerbooks', 'june_draws', 'dockside_dan'];

/** What the rep was told is done. */
interface Acknowledged {
  /** Tweets in a case. */
  opened: Set<string>;
  /** Tweets whose case was taken back. */
  undone: Set<string>;
  notes: Set<string>;
  /** Notes that went private, with the case. */
  kept: Set<string>;
  dealtWith: Set<string>;
}

/**
 * Works at the desk, kills the worker so many times while it works, and fails if anything that was acknowledged is not
 * there, anything is there twice, or what is kept beside the cases does not follow from them.
 */
export async function surviveKills(bench: Bench, { kills, seed }: { kills: number; seed: number }): Promise<void> {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const told: Acknowledged = {
    ...{ opened: new Set(), undone: new Set(), notes: new Set(), kept: new Set(), dealtWith: new Set() },
  };
  let page = await bench.open('/home?calm=1');
  let onPage = 0;
  let panel = await bench.openPanel(page);
  let lastOpened: string | null = null;
  /** Kills before the rep had an answer. */
  let hits = 0;

  /** Kills the worker a moment after something has begun, and waits for what comes of it. */
  const killedDuring = async <R>(begun: Promise<R>): Promise<R> => {
    let answered = false;
    begun.then(
      () => {
        answered = true;
      },
      () => {},
    );
    await pause(random() * SPREAD);
    const early = !answered;
    await bench.killWorker();
    if (early) hits += 1;
    return begun;
  };

  const open = async (round: number): Promise<void> => {
    // A button that comes to lie under a resting mouse takes no click.
    await page.mouse.move(2, 2);
    const id = await customerTweets(page, pick(handles), `down again ${seed} ${round}`);
    onPage += 1;
    // The next message is the answer to this click.
    await page.evaluate(() => document.querySelector('[data-hark="toast"]')?.remove());
    await bench.clickInHost(page, { kind: 'open', tweet: id }, 'button');
    const words = await killedDuring(toastSaying(bench, page, 'ase #', 20_000));
    told.opened.add(id);
    lastOpened = words.includes('opened for') ? id : null;
  };

  const undo = async (round: number): Promise<void> => {
    const id = lastOpened;
    if (id === null) return open(round);
    lastOpened = null;
    const buttons = await bench.inspectHost(page, { kind: 'toast' }, 'button');
    const at = buttons.findIndex(({ text }) => text === 'Undo');
    if (at === -1) return open(round);
    await bench.clickInHost(page, { kind: 'toast' }, `button:nth-of-type(${at + 1})`);
    const answer = await killedDuring(
      eventually(async () => {
        const [message] = await bench.inspectHost(page, { kind: 'toast' }, '.message');
        return /Undone|more in it/.test(message?.text ?? '') ? message?.text : null;
      }, 'the undo is answered'),
    );
    if (answer === 'Undone.') {
      told.opened.delete(id);
      told.undone.add(id);
    }
  };

  const note = async (round: number): Promise<void> => {
    const text = `note${round}`;
    if (!(await panel.inspect(NOTE)).some(({ visible }) => visible)) return open(round);
    await panel.type(NOTE, text);
    await panel.press('Enter');
    await killedDuring(panel.waitFor(`text/${text}`));
    told.notes.add(text);
  };

  const goPrivate = async (round: number): Promise<void> => {
    const phone = `020 7946 ${String(1000 + round)}`;
    const id = `77${seed}${round}`;
    const handle = pick(handles);
    const tweet = {
      ...{ id, handle, name: handle, text: 'call me please', lang: 'en', time: new Date().toISOString() },
      permalink: `https://x.com/${handle}/status/${id}`,
    };
    const requestId = crypto.randomUUID();
    const draft = `We will ring you on ${phone}. ^JD`;
    await killedDuring(askWorker(panel, 'goPrivate', { requestId, tweet, draft }));
    told.kept.add(phone);
    told.opened.add(id);
  };

  const settle = async (round: number): Promise<void> => {
    const tweetId = `88${seed}${round}`;
    await killedDuring(askWorker(panel, 'settleQueued', { tweetId, how: 'dealt' }));
    told.dealtWith.add(tweetId);
  };

  const works = [open, open, open, undo, undo, goPrivate, goPrivate, settle, note];
  for (let round = 0; round < kills; round++) {
    if (onPage >= PAGE_FULL) {
      await page.close();
      page = await bench.open('/home?calm=1');
      if (!(await bench.panelIsOpen())) panel = await bench.openPanel(page);
      onPage = 0;
      lastOpened = null;
    }
    await pick(works)(round);
    if (round % 50 === 49) await compare(bench, told);
  }
  await compare(bench, told);
  expect(hits, 'kills in the midst of work').toBeGreaterThan(kills / 4);
}

/** Sends a message as the panel does: once more, as long as there is no answer. */
async function askWorker(panel: View, hark: string, data: object): Promise<void> {
  const answer = await panel.evaluate(
    async (name, sent) => {
      for (let attempt = 0; attempt < 20; attempt++) {
        const returned: { reply?: { ok: boolean; reason?: string }; failure?: string } | undefined =
          await chrome.runtime.sendMessage({ hark: name, data: sent }).catch(() => undefined);
        if (returned?.reply) return returned.reply.ok ? 'done' : (returned.reply.reason ?? 'refused');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return 'no answer';
    },
    hark,
    data,
  );
  if (answer !== 'done') throw new Error(`${hark}: ${answer}`);
}

/** Fails unless all that was acknowledged is there, once, and all that follows from it. */
async function compare(bench: Bench, told: Acknowledged): Promise<void> {
  const known = await rows<CaseRecord>(bench, 'cases');
  const [people, history] = [await customers(bench), await entries(bench)];
  const kept = {
    ...{ customers: people, cases: known, entries: history },
    ...{ search: await rows<SearchRow>(bench, 'search'), counters: await rows<Counter>(bench, 'counters') },
  };
  const derived = keptAndRecomputed(kept);
  expect(derived.kept).toEqual(derived.recomputed);

  const tweets = history.filter(({ kind }) => kind === 'tweet').map(({ tweetId }) => tweetId);
  expect(new Set(tweets).size, 'no tweet twice').toBe(tweets.length);
  for (const id of told.opened) expect(tweets, 'a tweet whose case was opened').toContain(id);
  for (const id of told.undone) expect(tweets, 'a tweet whose case was taken back').not.toContain(id);
  const notes = history.flatMap((entry) => (entry.kind === 'note' ? [entry.text] : []));
  expect(notes.filter((text) => text.startsWith('note')).sort()).toEqual([...told.notes].sort());
  for (const phone of told.kept)
    expect(
      notes.filter((text) => text.includes(phone)),
      phone,
    ).toHaveLength(1);
  const settled = (await rows<{ tweetId: string }>(bench, 'dealtWith')).map(({ tweetId }) => tweetId);
  for (const id of told.dealtWith) expect(settled, 'a tweet that was dealt with').toContain(id);

  expect(new Set(known.map(({ number }) => number)).size, 'no number twice').toBe(known.length);
  const handlesOfAll = people.flatMap((customer) => customer.handles);
  expect(new Set(handlesOfAll).size, 'no customer twice').toBe(handlesOfAll.length);
  for (const one of known) {
    const own = history.filter(({ caseId }) => caseId === one.id);
    expect(own.filter(isOpening), `case #${one.number} is opened once`).toHaveLength(1);
    expect(statusOf(own), `the history of case #${one.number}`).toBe(one.status);
  }
  const ids = new Set(known.map(({ id }) => id));
  expect(
    history.filter(({ caseId }) => !ids.has(caseId)),
    'nothing without a case',
  ).toEqual([]);
}

const isOpening = (entry: Entry): boolean => entry.kind === 'change' && entry.change.what === 'opened';

/** The status that a history tells. */
function statusOf(history: readonly Entry[]): CaseStatus {
  // What was done to a case in one step has one time: a case that begins private is pending from the start.
  const changes = history
    .flatMap((entry) => (entry.kind === 'change' ? [entry] : []))
    .sort((one, other) => one.at - other.at);
  const last = changes.flatMap(({ change }) =>
    change.what === 'status' ? [change.to] : change.what === 'reopened' ? (['open'] as const) : [],
  );
  return last.at(-1) ?? 'open';
}
