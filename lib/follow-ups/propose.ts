import type { Topic } from '../cases/case';
import type { Intent } from '../triage/judgement';
import type { FollowUp } from './follow-up';
import { type DayTimes, defaultDue, readWhen, usualDayTimes } from './when';

/** A follow-up to offer. Nothing is made before the rep agrees. */
export interface Proposal {
  dueAt: number;
  reason: string;
}

interface Moment {
  now: number;
  zone: string;
  times?: DayTimes;
  /** Follow-ups of the case: where one waits already, none is offered. */
  existing: readonly Pick<FollowUp, 'state'>[];
}

const waits = ({ existing }: Moment): boolean => existing.some(({ state }) => state === 'waiting');

/** Times as they stand in a promise. */
const PROMISED_TIME =
  /\b(?:in (?:half an hour|(?:an?|one|two|three|four|five|six|\d{1,2}) (?:minutes?|mins?|hours?|days?|weeks?))|tonight|this (?:afternoon|evening)|tomorrow(?: (?:morning|afternoon|evening|at \d{1,2}(?::\d{2})?(?: ?[ap]m)?))?|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening))?|next week)\b/i;
const LONGEST_REASON = 120;

/** When a promise is due: at the time it names, in English, else the next morning. */
function promisedFor(words: string, { now, zone, times = usualDayTimes }: Moment): number {
  const [named] = PROMISED_TIME.exec(words) ?? [];
  const read = named === undefined ? null : readWhen(named, now, zone, times);
  return read?.ok ? read.at : defaultDue(now, zone, times);
}

/**
 * The follow-up to offer for a reply that promises something; null if it promises nothing.
 *
 * @param promises what the reply promises, as it is written
 * @param text the whole reply, in which the time may stand elsewhere
 */
export function proposeForReply(promises: readonly { words: string }[], text: string, moment: Moment): Proposal | null {
  const [first] = promises;
  if (!first || waits(moment)) return null;
  const words = first.words.replace(/\s+/g, ' ').trim();
  const short = words.length > LONGEST_REASON ? `${words.slice(0, LONGEST_REASON - 1)}…` : words;
  return { dueAt: promisedFor(text, moment), reason: `Promised: “${short}”` };
}

/** Trouble that may come back after it was put right. */
const MAY_COME_BACK: ReadonlySet<Topic> = new Set(['outage', 'speed', 'coverage', 'device']);

const reasons: Partial<Record<Topic, string>> = {
  outage: 'Is the service still up?',
  speed: 'Is the speed still right?',
  coverage: 'Is the signal still there?',
  device: 'Does the device still work?',
};

/**
 * The follow-up to offer when a case is resolved: the next-day check-in, where something was broken and is not any more.
 * A question that was answered needs none.
 *
 * @param intent what the customer wanted, as their tweet was judged; null if it was not
 */
export function proposeForResolved(
  resolved: { topic: Topic; intent: Intent | null; inIncident: boolean },
  moment: Moment,
): Proposal | null {
  if (waits(moment)) return null;
  const { topic, intent, inIncident } = resolved;
  const asked = intent === 'question' || intent === 'praise';
  if (!inIncident && (asked || !MAY_COME_BACK.has(topic))) return null;
  return {
    dueAt: defaultDue(moment.now, moment.zone, moment.times),
    reason: reasons[topic] ?? 'Is the service still up?',
  };
}
