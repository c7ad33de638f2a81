import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyWatchlist } from '../../lib/watchlist/watchlist';

const corrections = { correct: vi.fn(), takeBack: vi.fn(), stamp: async () => '', latest: async () => [] };
const dismissOnDesk = vi.fn();
const queue = { leave: vi.fn(), bringBack: vi.fn(), find: vi.fn() };

vi.mock('../../lib/desk/local', () => ({ db: {}, desk: { dismiss: dismissOnDesk }, corrections }));
vi.mock('../../lib/tabs', () => ({ announceState: vi.fn(), announceCustomers: vi.fn() }));
vi.mock('../../lib/settings/settings', async (original) => ({
  ...(await original<object>()),
  readWatchlist: async () => emptyWatchlist,
}));
vi.mock('../../lib/browser/weights', async () => {
  const { readShippedModel } = await import('../../lib/triage/shipped');
  return { loadModel: async () => readShippedModel() };
});
vi.mock('./queue', () => ({ queue, funnel: {}, alongside: vi.fn() }));

const { correct, notOurs, oursAfterAll, takeBack } = await import('./deeds');

const tweet = {
  id: '1',
  handle: 'ada',
  name: 'Ada',
  text: 'down again',
  lang: 'en',
  time: '2026-05-04T10:00:00.000Z',
  permalink: 'https://x.com/ada/status/1',
  mentions: [],
  links: [],
};

beforeEach(() => {
  vi.resetAllMocks();
});

describe('a correction', () => {
  it('takes a tweet off the list, or puts it back', async () => {
    await correct({ requestId: 'a', tweet, about: 'ours', right: false });
    expect(queue.leave).toHaveBeenCalledWith(['1'], 'notOurs');
    await correct({ requestId: 'b', tweet, about: 'ours', right: true });
    expect(queue.bringBack).toHaveBeenCalledWith('1', 'notOurs');
    queue.leave.mockReset();
    await correct({ requestId: 'c', tweet, about: 'complaint', right: false });
    expect(queue.leave).not.toHaveBeenCalled();
  });

  it('taken back, leaves on the list what was there before', async () => {
    corrections.takeBack.mockResolvedValueOnce({ tweetId: '1', about: 'ours', dismissed: true });
    await takeBack('b');
    expect(queue.leave).toHaveBeenCalledWith(['1'], 'notOurs');
    corrections.takeBack.mockResolvedValueOnce(null);
    await takeBack('b');
    expect(queue.bringBack).not.toHaveBeenCalled();
  });
});

describe('“Not about us” on the list', () => {
  it('teaches as it does on the mark, and can be taken back', async () => {
    const { mentions: _, links: __, ...sent } = tweet;
    queue.find.mockResolvedValue({ tweet: sent });
    await notOurs('1');
    expect(corrections.correct).toHaveBeenCalledWith(
      expect.objectContaining({ id: 'list:1', tweetId: '1', about: 'ours', right: false }),
    );
    await oursAfterAll('1');
    expect(corrections.takeBack).toHaveBeenCalledWith('list:1');
    expect(dismissOnDesk).toHaveBeenCalledWith('1', false);
  });

  it('sends the tweet away also where it is not kept any more', async () => {
    queue.find.mockResolvedValue(undefined);
    await notOurs('1');
    expect(corrections.correct).not.toHaveBeenCalled();
    expect(dismissOnDesk).toHaveBeenCalledWith('1', true);
  });
});
