import { fold } from '../text/words';
import { bareSaying, type Channel, channels, type Fact, saying } from './fact';

/** How often each channel was offered to customers. */
export type Offered = Record<Channel, number>;

export const nothingOffered: Offered = Object.freeze(
  Object.fromEntries(channels.map((channel) => [channel, 0])),
) as Offered;

/** Numbers are written in many ways: what counts is their digits. */
const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** The facts that stand in a reply, however a number in them is spaced. */
export function factsIn(text: string, facts: readonly Fact[]): Fact[] {
  const folded = fold(text);
  const digits = digitsOf(text);
  return facts.filter((fact) => {
    const words = fold(saying(fact));
    if (words !== '' && folded.includes(words)) return true;
    const bare = bareSaying(fact);
    if (bare === null || bare === '') return false;
    if (folded.includes(fold(bare))) return true;
    const number = digitsOf(bare);
    return fact.channel === 'phone' && number.length >= 6 && digits.includes(number);
  });
}

/** The channels that a reply offers. */
export function channelsIn(text: string, facts: readonly Fact[]): Set<Channel> {
  return new Set(factsIn(text, facts).map(({ channel }) => channel));
}

/** The counts after a reply: each channel counts once a reply. */
export function countOffered(counts: Offered, offered: ReadonlySet<Channel>): Offered {
  const next = { ...counts };
  for (const channel of offered) next[channel]++;
  return next;
}
