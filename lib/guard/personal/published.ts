import { bare } from '../../text/handle';
import type { Situation } from '../types';
import type { Published } from './find';

/** Digits and words that the brand has published, or of which the rep said "it's ours". */
export function publishedIn({ facts, knownOurs, incident, accounts, account }: Omit<Situation, 'thread'>): Published {
  const texts = [
    ...(facts ?? []).map(({ text }) => text),
    ...(knownOurs ?? []),
    incident?.message ?? '',
    incident?.area ?? '',
  ];
  return {
    numbers: texts.flatMap((text) =>
      [...text.matchAll(/\d(?:[ ().\-/]{0,3}\d){4,}/g)].map(([written]) => written.replace(/\D/g, '')),
    ),
    words: texts.join(' ').toLowerCase().replace(/\s+/g, ''),
    accounts: [...(accounts ?? []), ...(account ? [account] : [])].map(bare),
  };
}
