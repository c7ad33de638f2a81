/** How large the content script is and how long it takes to start. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EXTENSIONS } from '../support/fixture';
import { median, round } from './figures';
import { emptyPage, type Lab } from './lab';

const SCRIPT = 'content-scripts/x.js';
/** Comes into a tab only as the rep does something there. */
const MORE = 'x-more.js';
const LOADS = 9;

export interface StartFigures {
  bytes: number;
  gzip: number;
  /** Bytes of what is fetched as the rep does something. */
  more: number;
  /** Compiling and running it at document_start, median of several loads, in milliseconds. */
  milliseconds: number;
}

interface TraceEvent {
  name: string;
  dur?: number;
  args?: { data?: { url?: string } };
}

/** Reads the script and loads pages with it. */
export async function measureStart({ hark }: Lab): Promise<StartFigures> {
  const script = await readFile(join(EXTENSIONS.chromium, SCRIPT));
  const more = await readFile(join(EXTENSIONS.chromium, MORE));
  const page = await emptyPage(hark);
  const times: number[] = [];
  for (let load = 0; load < LOADS; load++) {
    await page.tracing.start({ categories: ['devtools.timeline', 'v8'] });
    await page.goto(new URL('/home?calm=1', hark.site.origin).href);
    const trace = await page.tracing.stop();
    const { traceEvents } = JSON.parse(Buffer.from(trace ?? []).toString('utf8')) as { traceEvents: TraceEvent[] };
    const ours = traceEvents.filter(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith(SCRIPT));
    for (const { dur } of ours) if (dur) times.push(dur / 1_000);
  }
  await page.close();
  return {
    bytes: script.length,
    gzip: gzipSync(script, { level: 9 }).length,
    more: more.length,
    milliseconds: round(median(times)),
  };
}
