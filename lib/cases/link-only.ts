import type { Entry, EntryContent, Gist } from './case';

/** What is kept of a tweet where texts are not: all but the text. Other entries stay as they are. */
export function asLink<Kept extends Entry | EntryContent>(content: Kept, gist?: Gist): Kept {
  if (content.kind === 'tweet') return { ...content, text: '', linkOnly: true, ...(gist ? { gist } : {}) };
  if (content.kind === 'reply') return { ...content, text: '', linkOnly: true };
  return content;
}

/** True if an entry holds the text of a tweet. A reply that X has not shown yet keeps it: it is known again by it. */
export function keepsText(entry: Entry): boolean {
  if (entry.kind === 'tweet') return entry.text !== '' && !entry.linkOnly;
  return entry.kind === 'reply' && entry.text !== '' && !entry.linkOnly && entry.permalink !== null;
}
