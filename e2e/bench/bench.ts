/**
 * Measures Hark in Chromium and prints what it found; see scripts/bench.mjs.
 *
 * tsx e2e/bench/bench.ts [--json] [--only start,judging,delay,scroll,memory,panel,backup,reports] [--tweets 2000] [--cases 100000]
 */
import { parseArgs } from 'node:util';
import { type BackupFigures, measureBackup } from './backup';
import { type DelayFigures, measureDelay } from './delay';
import { type JudgingFigures, measureJudging } from './judging';
import { openLab } from './lab';
import { type MemoryFigures, measureMemory } from './memory';
import { measurePanel, type PanelFigures } from './panel';
import { measureReports, type ReportFigures } from './reports';
import { measureScrolling, type ScrollFigures } from './scroll';
import { measureStart, type StartFigures } from './start';

interface Figures {
  start?: StartFigures;
  judging?: JudgingFigures;
  delay?: DelayFigures;
  scroll?: ScrollFigures;
  memory?: MemoryFigures;
  panel?: PanelFigures;
  backup?: BackupFigures;
  reports?: ReportFigures;
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    tweets: { type: 'string', default: '2000' },
    cases: { type: 'string', default: '100000' },
  },
});
const wanted = (part: keyof Figures): boolean => values.only?.split(',').includes(part) ?? true;

const lab = await openLab(Number(values.tweets));
const figures: Figures = {};
try {
  if (wanted('start')) figures.start = await measureStart(lab);
  if (wanted('judging')) figures.judging = await measureJudging(lab);
  if (wanted('delay')) figures.delay = await measureDelay(lab);
  if (wanted('scroll')) figures.scroll = await measureScrolling(lab);
  if (wanted('memory')) figures.memory = await measureMemory(lab);
  if (wanted('panel')) figures.panel = await measurePanel(lab, Number(values.cases));
  if (wanted('backup')) figures.backup = await measureBackup(lab, Number(values.cases));
  if (wanted('reports')) figures.reports = await measureReports(lab, Number(values.cases));
} finally {
  await lab.close();
}
console.log(values.json ? JSON.stringify(figures, null, 2) : inWords(figures).join('\n'));
process.exit(0);

/** The figures as lines to read. */
function inWords({ start, judging, delay, scroll, memory, panel, backup, reports }: Figures): string[] {
  const lines: string[] = [];
  if (start) {
    lines.push('Scripts in a page');
    lines.push(`  x.js: ${start.bytes} bytes (${start.gzip} with gzip), starts in ${start.milliseconds} ms`);
    lines.push(`  x-more.js, once the rep does something: ${start.more} bytes (${start.moreGzip} with gzip),`);
    lines.push(`    starts in ${start.moreMilliseconds} ms`);
  }
  if (judging) {
    const { each, first, read, weights } = judging;
    lines.push(`Judging (${each.count} tweets with something of the watchlist)`);
    lines.push(`  p50 ${each.p50} ms, p99 ${each.p99} ms, at most ${each.most} ms a tweet`);
    lines.push(`  ${weights} bytes of weights read in ${read} ms; first tweet of a language ${first} ms at most`);
  }
  if (delay) {
    for (const [how, { frames, milliseconds }] of Object.entries(delay)) {
      lines.push(`From tweet to mark, ${how} (${frames.count} marks)`);
      lines.push(`  p50 ${frames.p50} frames, ${milliseconds.p50} ms`);
      lines.push(`  p99 ${frames.p99} frames, ${milliseconds.p99} ms; at most ${frames.most}, ${milliseconds.most} ms`);
    }
  }
  if (scroll) {
    lines.push(`Scrolling ${scroll.tweets} tweets`);
    const { least, most } = scroll.oursPerTweetExtremes;
    lines.push(`  Hark: ${scroll.oursPerTweet} ms a tweet (${least} to ${most} in ${scroll.runs.with.length} runs),`);
    lines.push(`    ${percent(scroll.shareOfPage)} of the page's own scripting`);
    lines.push(
      `  added in all: ${scroll.styleAdded} ms style, ${scroll.layoutAdded} ms layout, ${scroll.garbageAdded} ms garbage`,
    );
    lines.push(
      `  long tasks: ${scroll.longTasksWith} with, ${scroll.longTasksWithout} without, ${scroll.longTasksByUs} because of Hark`,
    );
  }
  if (memory) {
    lines.push(`Left after ${memory.tweets} tweets`);
    for (const [name, left] of [
      ['with Hark', memory.with],
      ['without', memory.without],
    ] as const) {
      lines.push(`  ${name}: ${left.heapKb} kB, ${left.nodes} nodes, ${left.listeners} listeners`);
    }
  }
  if (panel) {
    for (const { cases, list, search, slowestSearch, more, shown } of panel.sizes) {
      const of = (label: string, value: number | null): string => `${label} ${value === null ? '–' : `${value} ms`}`;
      lines.push(`Panel over ${cases} cases`);
      lines.push(`  ${of('list', list)}, ${of('case', shown)}, ${of('search', search)}, ${of('next page', more)}`);
      if (slowestSearch) lines.push(`  slowest search ${slowestSearch.milliseconds} ms: “${slowestSearch.sought}”`);
    }
    const [none, largest] = [panel.sizes[0], panel.sizes.at(-1)];
    lines.push(`List over ${largest?.cases} cases / over ${none?.cases}: ${panel.listRatio}`);
  }
  if (backup) {
    lines.push(`Backup of ${backup.cases} cases with ${backup.entries} entries: ${backup.fileMb} MB`);
    for (const name of ['backup', 'check', 'restore'] as const) {
      lines.push(`  ${name} ${backup[name].seconds} s, at most ${backup[name].heapMb} MB of heap`);
    }
  }
  if (reports) {
    lines.push(`Reports on a year of ${reports.cases} cases, ${reports.entries} entries`);
    lines.push(
      `  opens with a year in ${reports.open} ms, filters in ${reports.filter} ms, at most ${reports.slowest} ms`,
    );
    lines.push(
      `  the page stood still for ${reports.stood} ms at most; counts the whole desk from its history in ${reports.recount} s`,
    );
  }
  return lines;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
