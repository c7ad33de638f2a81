/** How large the scripts in the page are and how long they take to start. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EXTENSIONS } from '../support/fixture';
import { median, round } from './figures';
import { emptyPage, type Lab } from './lab';

const SCRIPT = 'content-scripts/x.js';
/** Comes into a tab only as the rep does something there. */
const MORE = 'x-more.js';
const MARK = '[data-hark="mark"]';
const LOADS = 9;

export interface StartFigures {
  bytes: number;
  gzip: number;
  /** Compiling and running it at document_start, median of several loads, in milliseconds. */
  milliseconds: number;
  /** Bytes of the second script, which is fetched as the rep does something. */
  more: number;
  moreGzip: number;
  /** Compiling and running the second script, median of several loads, in milliseconds. */
  moreMilliseconds: number;
}

interface TraceEvent {
  name: string;
  dur?: number;
  args?: { data?: { url?: string } };
}

/** Reads the scripts and loads pages with them; in each the mouse goes to a mark, which brings the second one. */
export async function measureStart({ hark }: Lab): Promise<StartFigures> {
  const script = await readFile(join(EXTENSIONS.chromium, SCRIPT));
  const more = await readFile(join(EXTENSIONS.chromium, MORE));
  const page = await emptyPage(hark);
  const times: number[] = [];
  const moreTimes: number[] = [];
  for (let load = 0; load < LOADS; load++) {
    await page.tracing.start({ categories: ['devtools.timeline', 'v8'] });
    await page.goto(new URL('/home?calm=1', hark.site.origin).href);
    await page.waitForSelector(MARK);
    await hark.hoverInHost(page, MARK);
    // Drawn by the second script, so that has run by now.
    await hark.waitInHost(page, MARK, '.why');
    const trace = await page.tracing.stop();
    const { traceEvents } = JSON.parse(Buffer.from(trace ?? []).toString('utf8')) as { traceEvents: TraceEvent[] };
    times.push(...evaluationsOf(traceEvents, SCRIPT));
    moreTimes.push(...evaluationsOf(traceEvents, MORE));
    // Where the next page is drawn, the mouse must not rest on a mark.
    await page.mouse.move(0, 0);
  }
  await page.close();
  if (times.length === 0 || moreTimes.length === 0) throw new Error('The trace says nothing of the scripts.');
  return {
    ...{ bytes: script.length, gzip: gzipSync(script, { level: 9 }).length, milliseconds: round(median(times)) },
    ...{ more: more.length, moreGzip: gzipSync(more, { level: 9 }).length, moreMilliseconds: round(median(moreTimes)) },
  };
}

/** How long a script of the extension was compiled and run, each time it was, in milliseconds. */
function evaluationsOf(events: readonly TraceEvent[], script: string): number[] {
  return events
    .filter(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith(`/${script}`))
    .flatMap(({ dur }) => (dur ? [dur / 1_000] : []));
}
