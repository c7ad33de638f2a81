/** Whose work the samples of a CPU profile are. */
import type { Protocol } from 'puppeteer-core';

/** Times in milliseconds. */
export interface Shares {
  /** Hark's content script, with all that it calls. */
  ours: number;
  /** The page's own scripts. */
  page: number;
  /** Collecting garbage, whoever made it. */
  garbage: number;
}

type Owner = keyof Shares | 'none';

interface Sample {
  /** Microseconds on the browser's clock. */
  from: number;
  to: number;
  owner: Owner;
}

/** Tells for each sample who was at work: a stack with a script of the extension in it is the extension's. */
export function samplesOf(profile: Protocol.Profiler.Profile, base: string): Sample[] {
  const parents = new Map<number, Protocol.Profiler.ProfileNode>();
  for (const node of profile.nodes) for (const child of node.children ?? []) parents.set(child, node);
  const owners = new Map<number, Owner>();
  for (const node of profile.nodes) {
    const { functionName } = node.callFrame;
    let owner: Owner = 'page';
    if (functionName === '(garbage collector)') owner = 'garbage';
    else if (['(idle)', '(program)', '(root)'].includes(functionName)) owner = 'none';
    else {
      for (let at: Protocol.Profiler.ProfileNode | undefined = node; at; at = parents.get(at.id)) {
        if (at.callFrame.url.startsWith(base)) owner = 'ours';
      }
    }
    owners.set(node.id, owner);
  }
  const deltas = profile.timeDeltas ?? [];
  let at = profile.startTime;
  return (profile.samples ?? []).map((id, index) => {
    at += deltas[index] ?? 0;
    return { from: at, to: at + (deltas[index + 1] ?? 0), owner: owners.get(id) ?? 'none' };
  });
}

/** Adds the samples up. */
export function sharesOf(samples: readonly Sample[]): Shares {
  const shares: Shares = { ours: 0, page: 0, garbage: 0 };
  for (const { from, to, owner } of samples) if (owner !== 'none') shares[owner] += (to - from) / 1_000;
  return shares;
}

/** How long Hark worked between two times of the browser's clock, in milliseconds. */
export function oursBetween(samples: readonly Sample[], start: number, end: number): number {
  let micros = 0;
  for (const { from, to, owner } of samples) {
    if (owner === 'ours') micros += Math.max(0, Math.min(to, end) - Math.max(from, start));
  }
  return micros / 1_000;
}
