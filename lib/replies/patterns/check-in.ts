import type { Pattern } from './pattern';

/** What a check-in comes after. */
export type CheckInAfter = 'outage' | 'fixed' | 'open';

/**
 * Asks how it goes. It answers no tweet, so that it stands in no list: whoever checks in asks for it.
 *
 * @param day when it was, ready to stand in a sentence; null if it is not to be said
 */
export function checkIn(after: CheckInAfter, day: string | null): Pattern {
  return {
    id: `check-in ${after}`,
    approach: 'check-in',
    suits: () => true,
    parts: ({ bank }, say) => [
      {
        text: say(bank.moves.checkIn[after], 'check-in', { day }),
        spare: 0,
        uses: day === null ? [] : [{ kind: 'history', text: day }],
      },
    ],
  };
}
