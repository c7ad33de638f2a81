import type { Situation } from './types';

/** A brand and one tweet that is being answered, for tests. */
export function answering(text: string, lang = 'en', also: Partial<Situation> = {}): Situation {
  return {
    accounts: ['LanternCare', 'Lantern'],
    account: 'LanternCare',
    thread: [{ id: '1', handle: 'mara_q', text, lang }],
    facts: [
      { topic: 'phone', channel: 'phone', text: 'Call us on 0800 555 0142 (from abroad +44 20 7946 0018)' },
      { topic: 'email', channel: 'email', text: 'Write to care@lantern.example' },
    ],
    ...also,
  };
}

/** Judges complaints as a test wants it. */
export const certain = (probability: number) => (): number => probability;
