import type { Topic } from '../cases/case';

/** Ways to reach or read the brand that a reply can offer. */
export const channels = ['status', 'help', 'chat', 'phone', 'email', 'dm', 'hours', 'notice'] as const;
export type Channel = (typeof channels)[number];

/** Names of the channels as they stand on screen. */
export const channelNames: Record<Channel, string> = {
  status: 'Status page',
  help: 'Help page',
  chat: 'Chat',
  phone: 'Phone',
  email: 'Email',
  dm: 'Direct message',
  hours: 'Opening hours',
  notice: 'Notice',
};

/** Something true of the brand's service that a reply may say, as the team wrote it down. */
export interface Fact {
  id: string;
  /** What it is about: a topic of cases, or words of the team's own ("number porting"). */
  topic: Topic | (string & {});
  channel: Channel;
  /** What a reply says: a sentence, a number, an address. May be empty if there is a link. */
  text: string;
  link: string | null;
  /** The language of the text; null for what holds in any, like a number or an address. */
  lang: string | null;
}

const LINK = /https?:\/\/\S+/;
/** An address, a number or a time: no words of any language. */
const BARE =
  /^(?:https?:\/\/\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)+(?:\/\S*)?|[@+]?[\d\s()./:–-]+|@\w{1,15})$/u;

/** True if the fact's words are of no language, so that a reply in any may hold them. */
export function isBare({ text, link }: Pick<Fact, 'text' | 'link'>): boolean {
  const written = text.trim();
  return written === '' ? link !== null : BARE.test(written);
}

/** What a reply holds of a fact: its words, and its link unless they have it already. */
export function saying({ text, link }: Pick<Fact, 'text' | 'link'>): string {
  const written = text.trim();
  return link && !written.includes(link) ? `${written} ${link}`.trim() : written;
}

/** What of a fact holds in any language: its link, number or address alone; null if it has none. */
export function bareSaying(fact: Pick<Fact, 'text' | 'link'>): string | null {
  if (isBare(fact)) return saying(fact);
  return fact.link ?? LINK.exec(fact.text)?.[0]?.replace(/[.,;:!?)]+$/, '') ?? null;
}
