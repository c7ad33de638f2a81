import type { Topic } from '../cases/case';
import type { Intent } from '../triage/judgement';
import type { FollowUp } from './follow-up';
import { type DayTimes, defaultDue } from './when';

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
