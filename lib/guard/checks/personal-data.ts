import { joined, Text } from '../context';
import { asksFor } from '../personal/asking';
import { isHinted, kinds, type Personal, personalIn } from '../personal/find';
import { countriesFor } from '../personal/phones';
import { publishedIn } from '../personal/published';
import type { Finding } from '../types';
import type { Check } from './check';

const IN_PUBLIC = 'Everybody can read this for ever; a direct message is the place for it.';

function told(found: readonly Personal[], level: Finding['level']): Finding {
  const names = [...new Set(found.map(({ kind }) => kinds[kind]))].join(' and ');
  return {
    level,
    why:
      level === 'hold'
        ? `This would post ${names}. ${IN_PUBLIC}`
        : `There is ${names} in this. Is it meant for everybody?`,
    words: joined(found),
  };
}

/** Personal data in public, and asking for it in public. */
export const personalData: Check = {
  id: 'personal-data',
  look(context) {
    const { draft, situation } = context;
    const published = publishedIn({ ...situation, account: context.account ?? undefined });
    const countries = countriesFor(situation.countries, draft);
    const found = personalIn(draft, published, countries);
    const held = found.filter(({ kind }) => !isHinted(kind));
    if (held.length > 0) return { ...told(held, 'hold'), words: joined(found) };
    if (situation.quoted) {
      const carried = personalIn(new Text(situation.quoted, null), published, countries).find(
        ({ kind }) => !isHinted(kind),
      );
      if (carried) {
        return {
          level: 'hold',
          why: `The tweet that you quote carries ${kinds[carried.kind]}. ${IN_PUBLIC}`,
          words: [],
        };
      }
    }
    const asked = asksFor(context);
    if (asked?.level === 'hold') return asked;
    if (found.length > 0) return told(found, 'hint');
    return asked;
  },
};
