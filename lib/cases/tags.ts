/** Longest tag; a tag is a word or two, not a note. */
const LONGEST = 24;
/** Most tags on a case. */
export const MOST_TAGS = 12;

/** A tag as it is kept: lower case, one space between words, without commas and `#`. Empty if nothing is left. */
export function tidyTag(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[#＃,;]/g, ' ')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .slice(0, LONGEST)
    .trim();
}

/** Tags as they are kept, each once, in the order they were given. */
export function tidyTags(typed: readonly string[]): string[] {
  return [...new Set(typed.map(tidyTag).filter(Boolean))].slice(0, MOST_TAGS);
}
