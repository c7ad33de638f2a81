/** Reading and using what is inside the closed shadow roots of the extension's hosts, with real mouse events. */
import type { Page } from 'puppeteer-core';
import { type HarkBrowser, type HostSelector, hostSelector } from './browser';
import { declareProbeScript, type ProbeScript } from './probe';
import { LOOK_MS, pointOf, waitForPart } from './view';
import { poll } from './waiting';

const WAIT_MS = 10_000;

/** Runs a function declaration `(root, json) => json` inside the shadow root of the first host that fits. */
export type CallInShadow = (page: Page, host: string, declaration: string, json: string) => Promise<string | undefined>;

type HostMethods = Pick<
  HarkBrowser,
  'countHosts' | 'inHost' | 'inspectHost' | 'waitInHost' | 'clickInHost' | 'hoverInHost'
>;

/** Builds the host methods on the one thing that differs between browsers: reaching a closed shadow root. */
export function hostMethods(callInShadow: CallInShadow): HostMethods {
  async function inHost<A extends unknown[], R>(
    page: Page,
    host: HostSelector,
    script: ProbeScript<A, R>,
    ...args: A
  ): Promise<Awaited<R>> {
    const selector = hostSelector(host);
    const declaration = declareProbeScript(script);
    // The page mounts and unmounts tweets as it likes: a host may be gone between two looks.
    const answer = await poll(
      async () => {
        const json = await callInShadow(page, selector, declaration, JSON.stringify(args));
        return json === undefined ? undefined : { json };
      },
      WAIT_MS,
      async () => `There is no host "${selector}" with a shadow root on ${page.url()}.`,
    );
    return JSON.parse(answer?.json ?? 'null');
  }

  const inspectHost: HostMethods['inspectHost'] = (page, host, inner = '*') =>
    inHost(page, host, (probe, wanted) => probe.all(wanted).map(probe.describe), inner);

  const waitInHost: HostMethods['waitInHost'] = (page, host, inner, options = {}) =>
    waitForPart(
      () => inHost(page, host, (probe, wanted, patience) => probe.lookFor(wanted, patience), inner, LOOK_MS),
      `${hostSelector(host)} ${inner}`,
      async () => JSON.stringify((await inspectHost(page, host)).map(({ tag, name, text }) => ({ tag, name, text }))),
      options.timeout,
    );

  async function pointIn(page: Page, host: HostSelector, inner: string): Promise<{ x: number; y: number }> {
    await waitInHost(page, host, inner);
    return pointOf((script, wanted) => inHost(page, host, script, wanted), inner);
  }

  return {
    inHost,
    inspectHost,
    waitInHost,
    countHosts: (page, host) => page.$$eval(hostSelector(host), (hosts) => hosts.length),
    async clickInHost(page, host, inner = 'button') {
      const { x, y } = await pointIn(page, host, inner);
      await page.mouse.click(x, y);
    },
    async hoverInHost(page, host, inner = 'button') {
      const { x, y } = await pointIn(page, host, inner);
      await page.mouse.move(x, y);
    },
  };
}
