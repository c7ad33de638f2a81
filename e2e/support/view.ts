/** A document of the extension (a tab, side panel, sidebar or worker page) as tests see it in either browser. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Box, declareProbeScript, declareScript, type Part, type ProbeScript } from './probe';
import { POLL_MS, poll, within } from './waiting';

const WAIT_MS = 10_000;
/** How long a document looks by itself for what is waited for, before it is asked anew. */
export const LOOK_MS = 250;
/** What a document is asked as another one takes its place may never be answered. */
const LOST_MS = 3_000;

/** A document of the extension that a test can read and use. */
export interface View {
  /** Address of the document as it is now. */
  url(): Promise<string>;
  /** Runs a function in the document; arguments and result travel as JSON. */
  evaluate<A extends unknown[], R>(script: ((...args: A) => R) | string, ...args: A): Promise<Awaited<R>>;
  /** Runs a function that gets the helpers to find and describe elements. */
  probe<A extends unknown[], R>(script: ProbeScript<A, R>, ...args: A): Promise<Awaited<R>>;
  /** Visible text of the document or of the first element that fits. */
  text(selector?: string): Promise<string>;
  /** Describes every element that fits (see createProbe for the selectors). */
  inspect(selector: string): Promise<Part[]>;
  /** Waits until something fits and is visible; gives its description. */
  waitFor(selector: string, options?: { timeout?: number }): Promise<Part>;
  /** Waits until nothing visible fits any more. */
  waitGone(selector: string, options?: { timeout?: number }): Promise<void>;
  /** Waits until a function gives something true; gives it. */
  waitUntil<A extends unknown[], R>(script: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** Clicks with the real mouse. */
  click(selector: string): Promise<void>;
  /** Moves the real mouse over something. */
  hover(selector: string): Promise<void>;
  /** Clicks into a field and types with real keys. */
  type(selector: string, text: string): Promise<void>;
  /** Presses a key with modifiers, such as `Control+Enter` or `j`. */
  press(keys: string): Promise<void>;
  /** Picture of the document; saved if a path is given. */
  screenshot(path?: string): Promise<Uint8Array>;
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** What differs between browsers; everything else is built on it. */
export abstract class DocumentView implements View {
  /** Runs a function declaration with string arguments; its result is a string. */
  protected abstract call(declaration: string, args: (string | null)[]): Promise<string>;
  /** Moves the mouse to a point of the document, and clicks there if asked to. */
  protected abstract mouse(x: number, y: number, click: boolean): Promise<void>;
  protected abstract typeText(text: string): Promise<void>;
  abstract press(keys: string): Promise<void>;
  abstract screenshot(path?: string): Promise<Uint8Array>;
  abstract reload(): Promise<void>;
  abstract close(): Promise<void>;

  url(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  async evaluate<A extends unknown[], R>(script: ((...args: A) => R) | string, ...args: A): Promise<Awaited<R>> {
    return JSON.parse(await this.call(declareScript(script), [JSON.stringify(args)]));
  }

  async probe<A extends unknown[], R>(script: ProbeScript<A, R>, ...args: A): Promise<Awaited<R>> {
    return JSON.parse(await this.call(declareProbeScript(script), [null, JSON.stringify(args)]));
  }

  text(selector = 'body'): Promise<string> {
    return this.probe((probe, wanted) => probe.text(probe.one(wanted)), selector);
  }

  inspect(selector: string): Promise<Part[]> {
    return this.probe((probe, wanted) => probe.all(wanted).map(probe.describe), selector);
  }

  waitFor(selector: string, options: { timeout?: number } = {}): Promise<Part> {
    return waitForPart(
      () =>
        within(
          LOST_MS,
          this.probe((probe, wanted, patience) => probe.lookFor(wanted, patience), selector, LOOK_MS),
          'There is no answer.',
        ),
      selector,
      () => this.text(),
      options.timeout,
    );
  }

  async waitGone(selector: string, { timeout = WAIT_MS }: { timeout?: number } = {}): Promise<void> {
    await poll(
      async () => !(await this.inspect(selector)).some((part) => part.visible),
      timeout,
      async () => {
        return `"${selector}" is still there`;
      },
    );
  }

  waitUntil<A extends unknown[], R>(script: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return poll(
      () => this.evaluate(script, ...args),
      WAIT_MS,
      async () => {
        return `This never came true: ${script.toString()}\nThe document shows:\n${await this.text()}`;
      },
    );
  }

  async click(selector: string): Promise<void> {
    await this.waitFor(selector);
    const { x, y } = await pointOf((script, wanted) => this.probe(script, wanted), selector);
    await this.mouse(x, y, true);
  }

  async hover(selector: string): Promise<void> {
    await this.waitFor(selector);
    const { x, y } = await pointOf((script, wanted) => this.probe(script, wanted), selector);
    await this.mouse(x, y, false);
  }

  async type(selector: string, text: string): Promise<void> {
    await this.click(selector);
    await this.typeText(text);
  }
}

/** Waits until one of the described parts is visible. */
export async function waitForPart(
  look: () => Promise<Part[]>,
  selector: string,
  showAll: () => Promise<string>,
  timeout = WAIT_MS,
): Promise<Part> {
  let found: Part[] = [];
  const part = await poll(
    async () => {
      found = await look();
      return found.find((candidate) => candidate.visible);
    },
    timeout,
    async () => {
      const state = found.length > 0 ? `${found.length} found, none visible` : 'nothing found';
      return `No "${selector}" to see (${state}). What shows instead:\n${await showAll()}`;
    },
  );
  if (!part) throw new Error(`No "${selector}" to see.`);
  return part;
}

/** A notice goes by itself after some seconds, a page draws anew, and a person waits for that; in milliseconds. */
const UNCOVERED_MS = 12_000;

/** Scrolls something into view and gives its centre; refuses what a person could not hit with the mouse. */
export async function pointOf(
  run: (
    script: ProbeScript<[string], Promise<{ box: Box; coveredBy: string | null } | null>>,
    selector: string,
  ) => Promise<{ box: Box; coveredBy: string | null } | null>,
  selector: string,
): Promise<{ x: number; y: number }> {
  const end = Date.now() + UNCOVERED_MS;
  const look = () =>
    run(async (probe, wanted) => {
      const element = probe.one(wanted);
      return element ? await probe.settle(element) : null;
    }, selector);
  let settled = await look();
  while ((!settled || settled.coveredBy) && Date.now() < end) {
    await pause(POLL_MS);
    settled = await look();
  }
  if (!settled) throw new Error(`There is no "${selector}".`);
  if (settled.coveredBy) throw new Error(`"${selector}" is covered by ${settled.coveredBy}`);
  const { box } = settled;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
