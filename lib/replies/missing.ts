import type { Topic } from '../cases/case';

const LONGEST_QUOTE = 110;

/** What the rep should find out about a complaint for which there is no incident and no fact. */
const toFindOut: Record<Topic, string> = {
  outage: 'Find out whether something is down where they are, since when, and until when: no open incident says so.',
  speed: 'Find out what their line should give and whether their area is busy: no service fact says so.',
  billing: 'Find out what the charge is for: no service fact explains it.',
  appointment: 'Find out what happened to the visit and which times are really free: nothing here says so.',
  device: 'Find out whether this is a known fault of that device or app: no service fact says so.',
  cancellation: 'Find out what is on file about the cancellation and from which date it counts.',
  coverage: 'Find out whether a mast near them has a fault: no open incident says so.',
  unreachable: 'Find out what became of their request, and which channel is manned now: no service fact says so.',
  order: 'Find out where the order or reward is: no service fact says so.',
  account: 'Find out what blocks the account or SIM: no service fact says so.',
  fraud: 'Find out whether security knows this fraud: no service fact says so.',
  other: 'Find out what happened: nothing on record explains it.',
};

/** The sentence of a tweet that asks. */
export function questionIn(text: string): string | null {
  const cleaned = text
    .replace(/https?:\/\/\S+/g, '')
    .replace(/[@＠]\w+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const asked = cleaned.match(/[^.!?…]*[?？؟]+/u)?.[0] ?? cleaned;
  const question = asked.replace(/^[\s,;:.-]+/, '').trim();
  if (question === '') return null;
  return question.length <= LONGEST_QUOTE ? question : `${question.slice(0, LONGEST_QUOTE - 1).trimEnd()}…`;
}

/** What to find out before answering, as a sentence for the rep. */
export function missingFor(mood: 'question' | 'trouble', topic: Topic, text: string): string {
  const question = mood === 'question' ? questionIn(text) : null;
  return question ? `Find out the answer to “${question}”: no service fact answers it.` : toFindOut[topic];
}
