import { beforeEach, describe, expect, it, vi } from 'vitest';
import { report } from '../../lib/health/example';
import type { TabHealth } from '../../lib/protocol';

/** What a test's browser shows on the button: for all tabs under "all", else by tab. */
const shown = new Map<number | 'all', { text?: string | null; title?: string }>();
/** The open tabs. An address that Hark may not see is undefined. */
const tabs = new Map<number, string | undefined>();
const granted = new Set<string>();
const pages = new Set<number>();
const known = new Map<number, TabHealth>();
const listeners: Record<string, (...facts: never[]) => void> = {};
const countDue = vi.fn(async () => 0);

const event = (name: string) => ({
  addListener: (listener: (...facts: never[]) => void) => {
    listeners[name] = listener;
  },
});
const note =
  (name: 'text' | 'title') =>
  async ({ tabId, ...what }: { tabId?: number; text?: string; title?: string }): Promise<void> => {
    const at = tabId ?? 'all';
    shown.set(at, { ...shown.get(at), [name]: what[name] });
  };

vi.mock('wxt/browser', () => ({
  browser: {
    action: {
      setBadgeText: note('text'),
      setTitle: note('title'),
      setBadgeBackgroundColor: async () => undefined,
      setBadgeTextColor: async () => undefined,
    },
    tabs: {
      get: async (id: number) => ({ id, url: tabs.get(id) }),
      query: async () => [...tabs].map(([id, url]) => ({ id, url })),
      onUpdated: event('updated'),
      onActivated: event('activated'),
      onRemoved: event('removed'),
    },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => granted.has(origin)),
      onAdded: event('added'),
      onRemoved: event('taken'),
    },
    runtime: { onInstalled: event('installed'), onStartup: event('startup') },
  },
}));
vi.mock('../../lib/desk/local', () => ({ followUps: { countDue } }));
vi.mock('../../lib/tabs', () => ({
  readHealth: async (id: number) => known.get(id) ?? null,
  writeHealth: async (id: number, health: TabHealth) => void known.set(id, health),
  forgetTab: async (id: number) => void known.delete(id),
}));
vi.mock('../../lib/messaging', () => ({
  sendMessage: async (_: string, __: null, tabId: number) => {
    if (!pages.has(tabId)) throw new Error('Nobody listens.');
    return true;
  },
}));

const { onReport, showDue, watchHealth } = await import('./health');

const X = 1;
const OTHER = 2;

/** What stands on a tab's button. */
const textOn = (tabId: number): string => shown.get(tabId)?.text ?? shown.get('all')?.text ?? '';
const look = async (tabId: number): Promise<void> => {
  known.delete(tabId);
  listeners.activated?.({ tabId } as never);
  await vi.waitFor(() => expect(known.get(tabId)).toBeDefined());
  await vi.waitFor(() => expect(shown.get(tabId)?.title).toBeDefined());
};

beforeEach(() => {
  for (const all of [shown, tabs, granted, pages, known]) all.clear();
  countDue.mockReset().mockImplementation(async () => 0);
  tabs.set(X, 'https://x.com/home').set(OTHER, undefined);
  pages.add(X);
  granted.add('https://x.com/*');
  watchHealth();
});

describe('access', () => {
  it('to x.com alone is enough, and a tab of something else is none of our business', async () => {
    await look(X);
    await look(OTHER);
    expect([textOn(X), textOn(OTHER)]).toEqual(['', '']);
    await onReport(X, report);
    expect(known.get(X)?.health).toEqual({ ok: true });
  });

  it('that is gone is said, also where the page still reports', async () => {
    granted.clear();
    tabs.set(X, undefined);
    await look(X);
    expect(textOn(X)).toBe('!');
    await onReport(X, report);
    expect(known.get(X)?.health).toMatchObject({ trouble: 'no-access' });
  });

  it('is there in a tab whose address the browser tells, whatever it says of all others', async () => {
    granted.clear();
    await look(X);
    tabs.set(OTHER, 'chrome-extension://hark/options.html');
    await look(OTHER);
    expect([textOn(X), textOn(OTHER)]).toEqual(['', '']);
  });
});

describe('the button', () => {
  it('shows what is due on every tab, also on one that nobody has looked at', async () => {
    countDue.mockImplementation(async () => 3);
    await showDue();
    expect(textOn(99)).toBe('3');
    await look(X);
    expect(textOn(X)).toBe('3');
  });

  it('shows what is wrong on its tab only, and what is due again once all is well', async () => {
    countDue.mockImplementation(async () => 3);
    pages.clear();
    await look(X);
    expect(textOn(X)).toBe('!');
    expect(shown.get(X)?.title).toContain('Reload this tab');
    expect(textOn(OTHER)).toBe('3');
    pages.add(X);
    await look(X);
    expect(textOn(X)).toBe('3');
  });

  it('shows it again as the page is loaded again, but not on another one', async () => {
    pages.clear();
    await look(X);
    shown.delete(X);
    listeners.updated?.(...([X, { status: 'loading' }, { url: undefined }] as never[]));
    listeners.updated?.(...([X, { status: 'loading' }, { url: 'https://x.com/home' }] as never[]));
    await vi.waitFor(() => expect(shown.get(X)?.title).toContain('Reload this tab'));
    shown.delete(X);
    listeners.updated?.(...([X, { status: 'loading' }, { url: undefined }] as never[]));
    await new Promise((resolve) => setTimeout(resolve));
    expect(shown.has(X)).toBe(false);
  });

  it('goes by what the page tells now, not by what it told as Hark began to look', async () => {
    await onReport(X, report);
    let answer: (due: number) => void = () => {};
    countDue.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    listeners.activated?.({ tabId: X } as never);
    await vi.waitFor(() => expect(countDue).toHaveBeenCalledTimes(2));
    await onReport(X, { ...report, settings: false });
    answer(0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(known.get(X)?.health).toMatchObject({ trouble: 'settings' });
    expect(textOn(X)).toBe('!');
  });

  it('does not wait for a desk that does not answer', async () => {
    vi.useFakeTimers();
    countDue.mockImplementation(() => new Promise(() => {}));
    const reported = onReport(X, report);
    await vi.advanceTimersByTimeAsync(4_000);
    await reported;
    vi.useRealTimers();
    expect(shown.get(X)?.title).toContain('Could not read the desk');
  });

  it('says that the desk cannot be read, and keeps what was due', async () => {
    countDue.mockImplementation(async () => 3);
    await showDue();
    countDue.mockImplementation(async () => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await onReport(X, report);
    expect(textOn(X)).toBe('!');
    expect(shown.get(X)?.title).toContain('storage is full');
    await look(OTHER);
    expect(textOn(OTHER)).toBe('3');
  });
});
