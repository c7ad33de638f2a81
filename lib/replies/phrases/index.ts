import type { Bank } from './bank';
import { german } from './de';
import { english } from './en';
import { spanish } from './es';
import { french } from './fr';
import { indonesian } from './in';
import { italian } from './it';
import { portuguese } from './pt';
import { tagalog } from './tl';

/** All languages in which replies are drafted. To add one, add a file and name it here. */
export const banks: readonly Bank[] = [english, tagalog, spanish, portuguese, french, german, italian, indonesian];

const SAME: Readonly<Record<string, string>> = { id: 'in', fil: 'tl' };

/** The bank for a language; English, which is then not the customer's own, where there is none. */
export function bankFor(lang: string | null): { bank: Bank; own: boolean } {
  const code = lang?.toLowerCase().split('-')[0] ?? null;
  const bank = banks.find((known) => known.lang === (code === null ? null : (SAME[code] ?? code)));
  // A tweet of no language, of pictures only, is answered in English without excuse.
  const none = code === null || code === 'und' || code === 'art' || code === 'zxx' || code.startsWith('q');
  return { bank: bank ?? english, own: bank !== undefined || none };
}
