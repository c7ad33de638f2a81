import type { Alarm } from './radar';

/** What came of an alarm: nothing yet, put off by the rep, or an incident was opened for it. */
export type AlarmState = 'new' | 'later' | 'opened';

/** An alarm as it is kept until the browser is closed. It holds ids of tweets and no words of anybody. */
export interface KeptAlarm extends Alarm {
  id: string;
  /** When the first of its tweets was written. */
  since: number;
  state: AlarmState;
  /** The incident that was opened for it. */
  incidentId: string | null;
}

/** What a rep says of an alarm; `usual` makes it go, and so many are no news from then on. */
export const alarmAnswers = ['later', 'usual', 'opened'] as const;
export type AlarmAnswer = (typeof alarmAnswers)[number];

const HOUR = 60 * 60_000;
/** So long after its last tweet an alarm is shown. */
const SHOWN_FOR = 4 * HOUR;
/** Tweets belong to an alarm as long as no more than this lies between them. */
const GROWS_FOR = 2 * HOUR;

/** Alarms that are still of interest, the latest first. */
export function currentAlarms(alarms: readonly KeptAlarm[], now: number): KeptAlarm[] {
  return alarms.filter(({ at }) => now - at < SHOWN_FOR).sort((one, other) => other.at - one.at);
}

/** True while further tweets may be of the same outage. */
export function isGrowing({ at }: KeptAlarm, now: number): boolean {
  return now - at < GROWS_FOR;
}
