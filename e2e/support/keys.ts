/** Splits `Control+Shift+Enter` into its modifiers and its key. */
export function splitKeys(keys: string): { modifiers: string[]; key: string } {
  // A lone "+" is a key, not a separator.
  const parts = keys === '+' ? ['+'] : keys.split('+');
  return { modifiers: parts.slice(0, -1), key: parts.at(-1) ?? '' };
}
