/**
 * The initials that a rep signs with ("^JD"), or null. They stand at the end, or before a link or a part number;
 * the last ones count, since a reply may quote others.
 */
export function signatureOf(text: string): string | null {
  const found = [...text.matchAll(/(?:^|[\s.!?…])[\^ˆ]\s?(\p{Lu}\p{L}{0,3})(?![\p{L}\p{N}])/gu)];
  return found.at(-1)?.[1] ?? null;
}
