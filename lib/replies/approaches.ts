import type { Approach, Use } from './request';

/** The ways to go about a reply, as they stand on screen. */
export const approachNames: Record<Approach, string> = {
  answer: 'Answer',
  private: 'Take it private',
  ask: 'Ask',
  thanks: 'Thanks',
  'not-ours': 'Not ours',
  'check-in': 'Check in',
};

/** What a reply uses, as it is read out before the words themselves. */
export const useNames: Record<Use['kind'], string> = {
  name: 'Their name',
  words: 'Their words',
  history: 'Their history',
  incident: 'Incident',
  fact: 'Service fact',
  handle: 'Account',
};
