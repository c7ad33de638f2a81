import { beforeEach, expect, it, vi } from 'vitest';

const session = new Map<string, unknown>();

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      session: {
        get: async () => Object.fromEntries(session),
        remove: async (keys: string[]) => {
          for (const key of keys) session.delete(key);
        },
      },
    },
  },
}));

const { forgetPointers, readSessionTraces } = await import('./session');

beforeEach(() => {
  session.clear();
  const tweet = { id: '5', handle: 'Mira_K', text: 'no line', time: 'now', permalink: 'https://x.com/mira_k/status/5' };
  session.set('queue:5', { tweet });
  session.set('queue:6', { tweet: { ...tweet, id: '6', handle: 'ben' } });
  session.set('looking:1', { handle: 'mira_k', tweetId: '5', at: 1, asked: true });
  session.set('looking:2', { handle: 'ben', tweetId: null, at: 1, asked: true });
  session.set('pin:3', { target: { handle: 'MIRA_K' } });
  session.set('health:1', { onX: true });
  session.set('radarRecent', {
    outages: [
      { id: '7', author: 'mira_k' },
      { id: '5', author: null },
      { id: '6', author: 'ben' },
    ],
  });
});

it('tells what the browser keeps of a person until it is closed', async () => {
  const found = await readSessionTraces({ handles: new Set(['mira_k']), tweetIds: new Set(['5']) });
  expect(found).toMatchObject({ queued: [{ id: '5', text: 'no line' }], sightings: 2, looking: 2 });
});

it('forgets who looks at them, and nobody else', async () => {
  await forgetPointers(new Set(['mira_k']));
  expect([...session.keys()].sort()).toEqual(['health:1', 'looking:2', 'queue:5', 'queue:6', 'radarRecent']);
});
