import type { CheckId } from './types';

/** What each check does, in a sentence for whoever sets it. */
export const checkSentences: Record<CheckId, string> = {
  'personal-data':
    'Holds cards, bank details, phone numbers and emails that are not your own, and asking for them in public.',
  misdirected: 'Holds a text made for another tweet, a private note, and a placeholder that nobody filled.',
  sales: 'Holds offers and prices under a complaint; hints where it is less sure.',
  'already-answered': 'Holds when a colleague’s answer came while you were typing; hints when there is one on screen.',
  'account-state': 'Hints when a reply tells in public that a bill is overdue, or that a contract ends.',
  'sales-in-outage': 'Hints at a promotion while an incident is open.',
  tone: 'Hints at smileys and cheer towards the angry, at blame, and at another language than theirs.',
  'says-nothing': 'Hints when an angry person would get stock phrases and no next step.',
  'butting-in': 'Hints where people talk among themselves and nobody asked you.',
  'same-words': 'Hints when a reply is nearly what you sent lately.',
};

/** Checks that can stop a post; the others never do more than hint. */
export const holdingChecks: ReadonlySet<CheckId> = new Set([
  'personal-data',
  'misdirected',
  'sales',
  'already-answered',
]);
