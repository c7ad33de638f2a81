/** What tests put into the extension's database and read from it. */
import type { Page } from 'puppeteer-core';
import type { Case, Customer, Entry } from '../../lib/cases/case';
import { addCounts, derive } from '../../lib/desk/derive';
import { presets } from '../../lib/watchlist/presets';
import type { Watchlist } from '../../lib/watchlist/watchlist';
import type { HarkBrowser } from './browser';
import type { Bench } from './fixture';

export { eventually } from './waiting';

const [internet, mobile] = presets;

/** The watchlist of the practice brand. */
export const practiceWatchlist: Watchlist = {
  handles: ['Lantern', 'LanternCares'],
  accounts: ['LanternJune'],
  terms: ['Lantern'],
  misspellings: ['Lanturn', 'lantrn'],
  categories: [...(internet?.lists.categories ?? []), ...(mobile?.lists.categories ?? [])],
  exclusions: [...(internet?.lists.exclusions ?? []), 'lantern fish', 'paper lantern', 'lantern festival'],
  places: [],
  languages: [],
};

type Store =
  | 'customers'
  | 'cases'
  | 'entries'
  | 'drafts'
  | 'deeds'
  | 'dismissals'
  | 'corrections'
  | 'dealtWith'
  | 'followUps'
  | 'incidents'
  | 'updateLists'
  | 'funnel'
  | 'guardSayings'
  | 'audit'
  | 'settings'
  | 'search'
  | 'counters'
  | 'summaries'
  | 'reportDays';

/** Writes rows into a table of the desk's database, as it is on disk. The database must have been made by Hark. */
export async function put(bench: HarkBrowser, store: Store, rows: readonly unknown[]): Promise<void> {
  await bench.inExtension(
    async (name, values) => {
      const open = async (): Promise<IDBDatabase> =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('hark');
          request.onerror = () => reject(request.error);
          // Do not make the database: that is Hark's own business.
          request.onupgradeneeded = () => request.transaction?.abort();
          request.onsuccess = () => resolve(request.result);
        });
      let db: IDBDatabase | undefined;
      for (let attempt = 0; attempt < 100 && !db; attempt++) {
        db = await open().catch(() => undefined);
        if (!db) await new Promise((resolve) => setTimeout(resolve, 50));
      }
      if (!db) throw new Error('Hark has made no database.');
      const transaction = db.transaction(name, 'readwrite');
      for (const value of values) transaction.objectStore(name).put(value);
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onerror = () => reject(transaction.error);
      });
      db.close();
    },
    store,
    [...rows],
  );
}

/** A desk's rows as they follow from what is known of some cases. */
export interface DeskFacts {
  customers: readonly Customer[];
  cases: readonly Case[];
  entries: readonly Entry[];
}

/** Writes cases with all that Hark keeps beside them, as if it had written them itself, into an empty desk. */
export async function putDesk(
  bench: Bench,
  { customers: people, cases: known, entries: history }: DeskFacts,
): Promise<void> {
  const counts = new Map<string, number>();
  const derived = known.map((one) =>
    derive(
      one,
      people.find(({ id }) => id === one.customerId),
      history.filter(({ caseId }) => caseId === one.id),
    ),
  );
  for (const { record } of derived) addCounts(counts, record);
  await put(bench, 'customers', people);
  await put(bench, 'entries', history);
  await put(
    bench,
    'search',
    derived.map(({ search }) => search),
  );
  await put(
    bench,
    'counters',
    [...counts].map(([key, count]) => ({ key, count })),
  );
  await put(bench, 'settings', [
    { key: 'nextCaseNumber', value: Math.max(0, ...known.map(({ number }) => number)) + 1 },
  ]);
  // Last, since lists show what is in here.
  await put(
    bench,
    'cases',
    derived.map(({ record }) => record),
  );
}

/** All rows of a table; an empty list where there is no database yet. */
export async function rows<Row>(bench: HarkBrowser, store: Store): Promise<Row[]> {
  return bench.inExtension(async (name) => {
    const db = await new Promise<IDBDatabase | null>((resolve) => {
      const request = indexedDB.open('hark');
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onerror = () => resolve(null);
      request.onsuccess = () => resolve(request.result);
    });
    if (!db) return [];
    const request = db.transaction(name).objectStore(name).getAll();
    const found = await new Promise<unknown[]>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    db.close();
    return found;
  }, store) as Promise<Row[]>;
}

export const cases = (bench: Bench): Promise<Case[]> => rows<Case>(bench, 'cases');
export const customers = (bench: Bench): Promise<Customer[]> => rows<Customer>(bench, 'customers');
export const entries = (bench: Bench): Promise<Entry[]> => rows<Entry>(bench, 'entries');

/** Sets up the desk of the practice brand's rep. Pages that are open must be loaded again to see it. */
export async function setUpDesk(bench: HarkBrowser, watchlist: Watchlist = practiceWatchlist): Promise<void> {
  // The worker makes the database as it starts.
  await bench.inWorker(() => true);
  await put(bench, 'settings', [
    { key: 'watchlist', value: watchlist },
    { key: 'rep', value: { name: 'June Delacroix', handle: 'LanternJune', initials: 'JD' } },
  ]);
}

/** Status id of a practice tweet. */
export async function idOf(page: Page, key: string): Promise<string> {
  const id = await page.evaluate((name) => window.practice.idOf(name), key);
  if (!id) throw new Error(`There is no practice tweet "${key}".`);
  return id;
}

/** Opens the status page of a practice tweet. */
export async function openStatus(bench: Bench, key: string, query = 'calm=1'): Promise<{ page: Page; id: string }> {
  const page = await bench.open(`/home?${query}`);
  const id = await idOf(page, key);
  await page.evaluate((path) => window.practice.goto(path), `/i/status/${id}`);
  await page.waitForSelector('article[tabindex="-1"]');
  return { page, id };
}

/** Every host of Hark on the page with the id of the article around it, in page order. */
export async function hostsOn(page: Page): Promise<{ kind: string; tweet: string; articleTweet: string | null }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-hark][data-tweet]')].map((host) => {
      const article = host.closest('article[data-testid="tweet"]');
      const link = [...(article?.querySelectorAll('a[href*="/status/"]') ?? [])].find((a) => a.querySelector('time'));
      return {
        kind: host.getAttribute('data-hark') ?? '',
        tweet: host.getAttribute('data-tweet') ?? '',
        articleTweet: /\/status\/(\d+)/.exec(link?.getAttribute('href') ?? '')?.[1] ?? null,
      };
    }),
  );
}

/** What is wrong with Hark's hosts on the page: two of a kind on one article, or one with a stale id. */
export async function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    for (const article of document.querySelectorAll('article[data-testid="tweet"]')) {
      const link = [...article.querySelectorAll('a[href*="/status/"]')].find(
        (a) => a.querySelector('time') && !a.closest('div[role="link"]'),
      );
      const id = /\/status\/(\d+)/.exec(link?.getAttribute('href') ?? '')?.[1] ?? null;
      const kinds = [...article.querySelectorAll('[data-hark]')].map((host) => host.getAttribute('data-hark'));
      for (const kind of new Set(kinds)) {
        const count = kinds.filter((other) => other === kind).length;
        if (count > 1) faults.push(`${count} hosts "${kind}" on ${id}`);
      }
      for (const host of article.querySelectorAll('[data-hark]')) {
        if (host.getAttribute('data-tweet') !== id) {
          faults.push(`${host.getAttribute('data-hark')} of ${host.getAttribute('data-tweet')} on ${id}`);
        }
      }
      if (id && !kinds.includes('open')) faults.push(`no open button on ${id}`);
    }
    return faults;
  });
}
