import { beforeEach, describe, expect, it, vi } from 'vitest';

type Handler = (message: { data: unknown; sender: unknown }) => Promise<{ ok: boolean; value?: unknown }>;

const handlers = new Map<string, Handler>();
const leave = vi.fn();

vi.mock('wxt/browser', () => ({ browser: { runtime: { getURL: (path: string) => `moz-extension://hark${path}` } } }));
vi.mock('../../lib/messaging', () => ({ onMessage: (name: string, handler: Handler) => handlers.set(name, handler) }));
vi.mock('./deeds', () => ({}));
vi.mock('./replying', () => ({}));
vi.mock('./suggesting', () => ({}));
vi.mock('./queue', () => ({ queue: { leave, find: async () => undefined }, funnel: {} }));

const { answerPanel } = await import('./panel-messages');
answerPanel();

const wish = { tweetId: '1', how: 'dealt' };

function send(name: string, data: unknown, url?: string) {
  const handler = handlers.get(name);
  if (!handler) throw new Error(`Nobody answers "${name}".`);
  return handler({ data, sender: { url, tab: { id: 7 }, frameId: 0 } });
}

beforeEach(() => {
  leave.mockReset();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

describe('the worker', () => {
  it('takes a message of the panel, in the sidebar and in a tab of its own', async () => {
    expect(await send('settleQueued', wish, 'moz-extension://hark/sidepanel.html')).toEqual({ ok: true, value: null });
    await send('settleQueued', wish, 'moz-extension://hark/sidepanel.html?case=1');
    expect(leave.mock.calls).toEqual([
      [['1'], 'dealt'],
      [['1'], 'dealt'],
    ]);
  });

  it.each([
    'https://x.com/home',
    'https://x.com/moz-extension://hark/',
    'moz-extension://other/sidepanel.html',
    'moz-extension://hark.evil.example/',
    undefined,
  ])('refuses each message from %s', async (url) => {
    for (const name of handlers.keys()) expect(await send(name, wish, url)).toMatchObject({ ok: false });
    expect(leave).not.toHaveBeenCalled();
  });

  it('refuses what does not fit', async () => {
    const url = 'moz-extension://hark/sidepanel.html';
    for (const data of [
      null,
      { tweetId: '1', how: 'answered' },
      { tweetId: 'one', how: 'dealt' },
      { ...wish, more: 1 },
    ]) {
      expect(await send('settleQueued', data, url)).toMatchObject({ ok: false });
    }
    expect(await send('snoozeQueued', { tweetId: '1', until: Number.NaN }, url)).toMatchObject({ ok: false });
  });

  it('opens no case on a tweet that is not on the list', async () => {
    const answer = await send(
      'openQueued',
      { requestId: crypto.randomUUID(), tweetId: '1' },
      'moz-extension://hark/sidepanel.html',
    );
    expect(answer).toEqual({ ok: true, value: null });
  });
});
