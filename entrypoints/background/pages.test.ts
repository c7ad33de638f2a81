import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { emptyWatchlist } from '../../lib/watchlist/watchlist';
import { isOnX } from '../../lib/x/matches';

type Handler = (message: { data: unknown; sender: unknown }) => Promise<{ ok: boolean; reason?: string }>;

const handlers = new Map<string, Handler>();
const dismiss = vi.fn();
let watchlist = emptyWatchlist;
const correct = vi.fn();

vi.mock('../../lib/messaging', () => ({
  onMessage: (name: string, handler: Handler) => handlers.set(name, handler),
  sendMessage: vi.fn(),
}));
vi.mock('../../lib/tabs', () => ({ announceState: vi.fn(), announceCustomers: vi.fn(), writeLooking: vi.fn() }));
vi.mock('../../lib/desk/local', () => ({
  db: {},
  desk: { dismiss },
  corrections: { correct, stamp: async () => '', latest: async () => [] },
}));
vi.mock('../../lib/settings/settings', async (original) => ({
  ...(await original<object>()),
  readWatchlist: async () => watchlist,
}));
vi.mock('../../lib/browser/weights', async () => {
  const { readShippedModel } = await import('../../lib/triage/shipped');
  return { loadModel: async () => readShippedModel() };
});
vi.mock('./queue', () => ({ alongside: vi.fn(), queue: { leave: vi.fn(), bringBack: vi.fn() }, funnel: {} }));

const { answerPages } = await import('./pages');
answerPages();

const SECRET = 'my address is 12 Harbour Street';
const page = { tab: { id: 7, windowId: 1 }, url: 'https://x.com/home', frameId: 0 };

/** Everything that was written to the console. */
let written: string;

beforeEach(() => {
  written = '';
  dismiss.mockReset();
  correct.mockReset();
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => {
      written += `${words.map((word) => (word instanceof Error ? word.stack : JSON.stringify(word))).join(' ')}\n`;
    });
  }
});

function send(name: string, data: unknown, sender: unknown = page): Promise<{ ok: boolean; reason?: string }> {
  const handler = handlers.get(name);
  if (!handler) throw new Error(`Nobody answers "${name}".`);
  return handler({ data, sender });
}

describe('the worker', () => {
  it('brings the second script into the tab that asks for it, and no other', async () => {
    const executeScript = vi.fn(async () => []);
    Object.assign(browser, { scripting: { executeScript } });
    expect(await send('bringMore', {})).toEqual({ ok: true, value: null });
    expect(executeScript.mock.calls).toEqual([
      [{ target: { tabId: 7 }, files: ['/x-more.js'], injectImmediately: true }],
    ]);
    expect(await send('bringMore', { tabId: 8 })).toMatchObject({ ok: false });
  });

  it('knows which authors pass for the brand', async () => {
    const authors = [
      { handle: 'Lantern_Cares', name: 'Lantern' },
      { handle: 'marnie_whit', name: 'Marnie' },
    ];
    const answer = await send('look', { tweets: [], authors, tweetIds: [] });
    expect(answer).toMatchObject({ ok: true, value: { suspects: {} } });
    watchlist = { ...emptyWatchlist, handles: ['LanternCares'], terms: ['Lantern'] };
    const other = (await send('look', { tweets: [], authors, tweetIds: [] })) as { value?: { suspects: object } };
    expect(Object.keys(other.value?.suspects ?? {})).toEqual(['lantern_cares']);
    watchlist = emptyWatchlist;
  });

  it('takes a message that fits, from a page of X', async () => {
    expect(await send('dismiss', { tweetId: '1', dismissed: true })).toEqual({ ok: true, value: null });
    expect(dismiss).toHaveBeenCalledWith('1', true);
  });

  it('writes down a correction without the words of the tweet', async () => {
    const tweet = {
      id: '1',
      handle: 'ada',
      name: 'Ada',
      text: SECRET,
      lang: 'en',
      time: '2026-05-04T10:00:00.000Z',
      permalink: 'https://x.com/ada/status/1',
      mentions: [],
      links: [],
    };
    const requestId = crypto.randomUUID();
    expect(await send('correct', { requestId, tweet, about: 'ours', right: true })).toMatchObject({ ok: true });
    expect(correct.mock.calls).toEqual([
      [{ id: requestId, tweetId: '1', handle: 'ada', about: 'ours', right: true, features: expect.any(Array) }],
    ]);
    expect(JSON.stringify(correct.mock.calls)).not.toContain('Harbour');
    expect(await send('correct', { requestId, tweet, about: 'price', right: true })).toMatchObject({ ok: false });
    expect(correct).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['another site', { ...page, url: 'https://x.com.evil.example/home' }],
    ['a site that ends alike', { ...page, url: 'https://evilx.com/' }],
    ['a port of its own', { ...page, url: 'https://x.com:8443/' }],
    ['an address with X as the user', { ...page, url: 'https://x.com@evil.example/' }],
    ['plain http', { ...page, url: 'http://x.com/' }],
    ['a page of the extension', { ...page, url: 'chrome-extension://abcdefgh/sidepanel.html' }],
    ['a frame', { ...page, frameId: 3 }],
    ['no tab', { url: page.url, frameId: 0 }],
    ['no address', { tab: page.tab }],
    ['nobody', {}],
  ])('refuses a message from %s', async (_, sender) => {
    expect(await send('dismiss', { tweetId: '1', dismissed: true }, sender)).toMatchObject({ ok: false });
    expect(dismiss).not.toHaveBeenCalled();
  });

  it('refuses each message that does not fit its schema, and writes none of its content anywhere', async () => {
    const hostile = [
      undefined,
      null,
      SECRET,
      [SECRET],
      { [SECRET]: SECRET },
      { tweetId: SECRET, dismissed: SECRET, requestId: SECRET, handle: SECRET, tweet: SECRET },
      { tweetId: '1', reply: { id: '1', text: SECRET, [SECRET]: 1 } },
      { handles: [SECRET], tweetIds: [SECRET] },
      { requestId: crypto.randomUUID(), tweet: { text: SECRET }, thread: [{ text: SECRET }], account: SECRET },
    ];
    for (const name of handlers.keys()) {
      for (const data of hostile) expect(await send(name, data)).toMatchObject({ ok: false });
    }
    expect(written).toContain('Refused');
    expect(written).not.toContain('Harbour');
    expect(dismiss).not.toHaveBeenCalled();
  });

  it('answers a failure in words and writes down its name only', async () => {
    dismiss.mockRejectedValue(new Error(SECRET));
    expect(await send('dismiss', { tweetId: '1', dismissed: true })).toEqual({
      ok: false,
      reason: expect.stringContaining('Could not save'),
    });
    expect(written).toContain('dismiss failed');
    expect(written).not.toContain('Harbour');
  });
});

describe('isOnX', () => {
  it('knows every address on which Hark works', () => {
    for (const host of ['x.com', 'twitter.com', 'mobile.x.com', 'mobile.twitter.com']) {
      expect(isOnX(`https://${host}/ada/status/1?s=20#top`)).toBe(true);
    }
    expect(isOnX('not an address')).toBe(false);
    expect(isOnX(undefined)).toBe(false);
  });
});
