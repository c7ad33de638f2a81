/** Seeded numbers: the same key always gives the same avatar, counts and status id. */

/** FNV-1a over a text, 32 bits. */
export function hash32(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** A small deterministic random source (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SNOWFLAKE_EPOCH = 1288834974657n;
/** Ids must survive a reload, "now" does not: so they count back from this fixed moment instead. */
const REFERENCE = Date.UTC(2026, 8, 14, 9, 0);

/** A status id as X makes them: milliseconds above 22 bits, far beyond what a JavaScript number holds. */
export function statusId(key: string, minutesAgo: number): string {
  const time = BigInt(Math.round(REFERENCE - minutesAgo * 60_000));
  return (((time - SNOWFLAKE_EPOCH) << 22n) | BigInt(hash32(key) & 0x3fffff)).toString();
}

/** X's generated element ids: "id__" and some base 36. */
export const elementId = (seed: string) =>
  `id__${hash32(seed).toString(36)}${hash32(`${seed}~`).toString(36).slice(0, 5)}`;
