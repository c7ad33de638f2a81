import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageReport } from '../../lib/health/health';
import { readTweet } from '../../lib/x/read';

const reports: PageReport[] = [];
/** How long the worker takes to answer, in milliseconds. */
let answersAfter = 0;
vi.mock('./worker', () => ({
  ask: async (_: string, report: PageReport) => {
    reports.push(report);
    if (answersAfter > 0) await new Promise((resolve) => setTimeout(resolve, answersAfter));
  },
}));
const { Reporter } = await import('./report');

const SOON = 1_500;
const link = (id: string): string =>
  `<a href="/ada/status/${id}"><time datetime="2026-05-04T10:00:00.000Z"></time></a>`;
const name = '<div data-testid="User-Name"><a href="/ada">Ada</a></div>';
const inside = (id: string): string => `${name}${link(id)}<div data-testid="tweetText">Hello</div>`;
const tweet = (content: string, more = ''): string => `<article data-testid="tweet" ${more}>${content}</article>`;

/** Shows a page; gives what is reported of it at the first looks, where something has changed since the last. */
async function look(main: string, { layers = '', lacks = (): boolean => false } = {}): Promise<PageReport[]> {
  const { document } = parseHTML(`<body><main>${main}</main><div id="layers">${layers}</div></body>`);
  vi.stubGlobal('document', document);
  const reporter = new Reporter(readTweet, lacks);
  reporter.soon();
  await vi.advanceTimersByTimeAsync(3 * SOON);
  return reports;
}

beforeEach(() => {
  vi.useFakeTimers();
  reports.length = 0;
  answersAfter = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a report', () => {
  it('of a page that can be read is told once', async () => {
    const told = await look(tweet(inside('1')) + tweet(inside('2')));
    expect(told).toMatchObject([{ tweets: 2, without: { id: 0, author: 0, text: 0 }, loose: 0, lasting: false }]);
  });

  it('says what is missing, and at the second look that it stays so', async () => {
    const told = await look(tweet(name, 'tabindex="-1"') + tweet(link('2')));
    expect(told).toMatchObject([
      { tweets: 2, without: { id: 1, author: 1, text: 2 }, focal: true, lasting: false },
      { focal: true, lasting: true },
    ]);
  });

  it('counts what must be a tweet and is none that is known', async () => {
    const row = (content: string): string => `<div data-testid="cellInnerDiv">${content}</div>`;
    const [told] = await look(
      row(`<article>${inside('1')}</article>`) +
        row(`<section>${link('2')}</section>`) +
        row(tweet(inside('3'))) +
        row('<a href="/ada/status/4/photo/1"><img></a>') +
        row(`<article data-testid="notification">${link('5')}</article>`),
    );
    expect(told).toMatchObject({ tweets: 1, loose: 2 });
  });

  it('leaves out paid posts, and the tweet that a composer shows', async () => {
    const [told] = await look(`<div data-testid="placementTracking">${tweet(name)}</div>${tweet(inside('1'))}`, {
      layers: `<div role="dialog">${tweet('<div data-testid="User-Name">Ada</div>')}</div>`,
    });
    expect(told).toMatchObject({ tweets: 1, without: { id: 0, author: 0, text: 0 } });
  });

  it('counts where nothing could be drawn', async () => {
    const told = await look(tweet(inside('1')) + tweet(inside('2')), { lacks: () => true });
    expect(told).toMatchObject([
      { undrawn: 2, lasting: false },
      { undrawn: 2, lasting: true },
    ]);
  });

  it('waits for the answer to the one before', async () => {
    answersAfter = 10 * SOON;
    expect(await look(tweet(name))).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(answersAfter);
    expect(reports).toMatchObject([{ lasting: false }, { lasting: true }]);
  });

  it('says that the settings do not come, and that they have', async () => {
    vi.stubGlobal('document', parseHTML('<main></main>').document);
    const reporter = new Reporter(readTweet, () => false);
    reporter.settle(false);
    await vi.advanceTimersByTimeAsync(SOON);
    reporter.settle(true);
    await vi.advanceTimersByTimeAsync(SOON);
    expect(reports.map(({ settings }) => settings)).toEqual([false, true]);
  });
});
