/** Where FNV-1a begins. */
export const HASH_START = 0x811c9dc5;

/** One step of FNV-1a: takes a number, such as a character code, into a hash. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/**
 * FNV-1a over the character codes of a text, as a signed 32-bit number; the same in every run.
 *
 * @param seed the hash of what goes before
 */
export function hashText(text: string, seed = HASH_START): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = hashStep(hash, text.charCodeAt(at));
  return hash;
}
