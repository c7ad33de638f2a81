/** One text for each value, however its keys are ordered; what is undefined does not count. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => compareText(one, other)));
  });
}

/** True if both say the same. */
export function sameContent(one: unknown, other: unknown): boolean {
  return one === other || canonicalText(one) === canonicalText(other);
}

/** One of two values that contradict each other, the same one on every desk. */
export function leastOf<Value>(one: Value, other: Value): Value {
  return canonicalText(one) <= canonicalText(other) ? one : other;
}

/** Order by code units: the same on every computer, unlike that of a locale. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Text that every encoding can hold: halves of characters become the replacement character. */
export function mendText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** The value with all text in it mended; the very same object if there was nothing to mend. */
export function mend<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  const mended = mendedJson(text);
  return mended === text ? value : (JSON.parse(mended) as Value);
}

/** JSON with all text in it mended. */
export function mendedJson(text: string): string {
  // Halves of characters are the only thing that is written as an escape of this form.
  if (!/\\ud[89a-f]/i.test(text)) return text;
  return JSON.stringify(JSON.parse(text, (_key, part: unknown) => (typeof part === 'string' ? mendText(part) : part)));
}

/** A short number of a text, to tell two texts apart; no protection against anybody. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(36);
}
