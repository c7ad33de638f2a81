import type { Entry } from '../cases/case';
import { fold } from '../text/words';

type Reply = Extract<Entry, { kind: 'reply' }>;

/** Between the parts of a thread, which is one reply. */
const BETWEEN = '\n\n';
/** From so many letters on, the beginning of a reply is told from that of another one: X cuts long posts. */
const TELLING = 20;
/** The clocks of X and of this computer may differ so much, in milliseconds. */
const CLOCKS_DIFFER = 5 * 60_000;

const LINK = /https?:\/\/\S+|(?<![\p{L}\p{N}_@.-])(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?…?/giu;
const INITIALS = /[\^ˆ]\s?\p{Lu}\p{L}{0,3}(?![\p{L}\p{N}])/gu;
/** X takes these out of the text and shows them above it. */
const ADDRESSED = /^(?:\s*[@＠]\w+)+/u;

/** What is left of a text whatever X makes of it: links are shortened there, blanks and addressees go. */
function plain(text: string): string {
  return fold(text.replace(ADDRESSED, ' ').replace(LINK, ' ').replace(INITIALS, ' '))
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, ' ')
    .trim();
}

/** The text of a reply that was posted in parts. */
export const joinParts = (parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(BETWEEN);

/** A reply that X shows. */
export interface SeenReply {
  handle: string;
  text: string;
  /** Milliseconds since 1970. */
  at: number;
}

function isPartOf(kept: Reply, seen: SeenReply): boolean {
  const words = plain(seen.text);
  return kept.text.includes(BETWEEN) && words !== '' && kept.text.split(BETWEEN).some((part) => plain(part) === words);
}

function isSame(kept: Reply, seen: SeenReply): boolean {
  if (kept.handle.toLowerCase() !== seen.handle.toLowerCase() || seen.at < kept.at - CLOCKS_DIFFER) return false;
  const [own, words] = [plain(kept.text), plain(seen.text)];
  return own === words || (words.length >= TELLING && own.startsWith(words)) || isPartOf(kept, seen);
}

/**
 * Finds in a case the reply that was posted here and that X shows now.
 *
 * @returns the entry, `known` if it is a further part of one that was seen already, or null
 */
export function findSame(history: readonly Entry[], seen: SeenReply): Reply | 'known' | null {
  const posted = history.filter((entry): entry is Reply => entry.kind === 'reply' && entry.answers !== undefined);
  const found = posted.find((entry) => entry.tweetId === null && isSame(entry, seen));
  if (found) return found;
  return posted.some((entry) => entry.tweetId !== null && isSame(entry, seen) && isPartOf(entry, seen))
    ? 'known'
    : null;
}

/** The entry once X has shown the reply. The words stay those that were posted: X may show fewer. */
export function asSeen(entry: Reply & Entry, shown: { tweetId: string; permalink: string; at?: number }): Entry {
  const { awaited: _awaited, ...rest } = entry;
  return { ...rest, tweetId: shown.tweetId, permalink: shown.permalink, at: shown.at ?? entry.at };
}
