/** How long after a tweet its mark comes. */
import { type Spread, spreadOf } from './figures';
import { type Lab, openPractice, scrollThrough } from './lab';

/** Pixels a frame: flying past, and a quick look for something. */
const FLYING = 400;
const LOOKING = 30;

interface Delays {
  frames: Spread;
  milliseconds: Spread;
}

export interface DelayFigures {
  flying: Delays;
  looking: Delays;
}

interface Noted {
  frames: number;
  milliseconds: number;
}

/** Scrolls, and takes the time between a tweet in the page and its mark. */
export async function measureDelay(lab: Lab): Promise<DelayFigures> {
  return {
    flying: await delaysAt(FLYING, lab.tweets, lab),
    looking: await delaysAt(LOOKING, Math.ceil((lab.tweets * LOOKING) / FLYING), lab),
  };
}

async function delaysAt(step: number, tweets: number, { hark }: Lab): Promise<Delays> {
  const { page } = await openPractice(hark, `/home?more=${tweets}`, watchMarks);
  // What is there at the start waits for the settings, once; this is about scrolling.
  await page.evaluate(() => (window as unknown as { noted: Noted[] }).noted.splice(0));
  await scrollThrough(page, step);
  const noted = await page.evaluate(() => (window as unknown as { noted: Noted[] }).noted);
  await page.close();
  return {
    frames: spreadOf(noted.map(({ frames }) => frames)),
    milliseconds: spreadOf(noted.map(({ milliseconds }) => milliseconds)),
  };
}

/**
 * Runs in the page before everything else, so that its observer is called before Hark's: it sees a tweet first, and
 * its mark in the next call.
 */
function watchMarks(): void {
  const tweet = 'article[data-testid="tweet"]';
  const shown = new Map<string, { at: number; frame: number }>();
  const showing = new WeakMap<Element, string>();
  const noted: Noted[] = [];
  Object.assign(window, { noted });
  let frame = 0;
  const count = (): void => {
    frame++;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  const idOf = (article: Element): string | null => {
    const time = [...article.querySelectorAll('a[href*="/status/"] time')].find(
      (found) => !found.closest('div[role="link"]'),
    );
    return /\/status\/(\d+)/.exec(time?.closest('a')?.getAttribute('href') ?? '')?.[1] ?? null;
  };
  const see = (article: Element, at: number): void => {
    const id = idOf(article);
    if (!id || showing.get(article) === id) return;
    showing.set(article, id);
    shown.set(id, { at, frame });
  };
  new MutationObserver((records) => {
    const at = performance.now();
    const marks: Element[] = [];
    for (const record of records) {
      if (record.type === 'attributes') {
        const article = (record.target as Element).closest(tweet);
        if (article) see(article, at);
      }
      for (const node of record.addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.getAttribute('data-hark') === 'mark') marks.push(node);
        else if (node.matches(tweet)) see(node, at);
        else for (const article of node.querySelectorAll(tweet)) see(article, at);
      }
    }
    for (const mark of marks) {
      const id = mark.getAttribute('data-tweet') ?? '';
      const since = shown.get(id);
      if (!since) continue;
      // Only the first mark: X may build the header anew at any time, and the mark with it.
      shown.delete(id);
      noted.push({ frames: frame - since.frame, milliseconds: at - since.at });
    }
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });
}
