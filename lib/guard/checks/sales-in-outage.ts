import { pitchOf } from '../pitch';
import type { Check } from './check';
import { askedFor } from './sales';

/** A promotion while something is down. */
export const salesInOutage: Check = {
  id: 'sales-in-outage',
  look(context) {
    const { incident } = context.situation;
    if (!incident || askedFor(context)) return null;
    const { level, words } = pitchOf(context.draft);
    if (level !== 'certain') return null;
    return {
      level: 'hint',
      why: `"${incident.title}" is still open: an offer will be read by people who have no service.`,
      words,
    };
  },
};
