/** Accessibility of the extension's own pages, as axe-core judges it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { HarkBrowser, View } from './browser';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that a person at the desk would notice: WCAG A and AA, and what axe calls best practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules that look at colours: all that a colour scheme can change. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What is wrong with a page as it shows now, one line for each element concerned. */
async function accessibilityFaults(view: View, only: readonly string[]): Promise<string[]> {
  // Colours in the midst of a transition are nobody's. What is folded away stands still in its midst in Firefox.
  await view.waitUntil(() =>
    document.getAnimations().every(({ playState, effect }) => {
      const moves = effect instanceof KeyframeEffect ? effect.target : null;
      return playState !== 'running' || moves?.checkVisibility() === false;
    }),
  );
  if (!(await view.evaluate(() => 'axe' in globalThis))) await view.evaluate(`(() => { ${await source} })()`);
  return view.evaluate(
    async (runOnly) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations }: AxeResults = await axe.run(document, { runOnly, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any, all }) => {
          const why = [...any, ...all].map(({ message }) => message).join(' ');
          return `${id}: ${html.slice(0, 200)} ${why}`;
        }),
      );
    },
    [...only],
  );
}

/** What is wrong with a page as it shows now, in light and in dark. */
export async function faultsInBothSchemes(bench: HarkBrowser, view: View): Promise<string[]> {
  const faults: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await bench.emulate({ scheme });
    await view.waitUntil((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme);
    for (const fault of await accessibilityFaults(view, scheme === 'light' ? TAGS : COLOUR_RULES)) {
      // What has scrolled under the header or a bar is not there to be pressed.
      if (!fault.includes('partially obscured')) faults.push(`${scheme}: ${fault}`);
    }
  }
  return faults;
}
