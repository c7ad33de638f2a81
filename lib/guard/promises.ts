import { Text } from './context';

/** What a post promises, as it is written; empty if nothing. The desk offers a follow-up for it. */
export function promisesIn(draft: string, lang: string | null = null): { start: number; end: number; words: string }[] {
  const read = new Text(draft, lang);
  return read.find('promise').map(({ start, end }) => ({ start, end, words: read.text.slice(start, end) }));
}
