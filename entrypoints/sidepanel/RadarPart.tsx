import { useLiveQuery } from 'dexie-react-hooks';
import { AlarmCard, type AlarmTweet } from '../../components/radar/AlarmCard';
import type { Notices } from '../../components/use-notice';
import { isActive } from '../../lib/cases/case';
import { db } from '../../lib/desk/local';
import type { KeptAlarm } from '../../lib/radar/alarms';
import { askWorker } from './ask-worker';
import type { NewIncident } from './use-incidents';
import type { QueueView } from './use-queue';

interface RadarPartProps {
  alarm: KeptAlarm;
  queue: QueueView | undefined;
  now: number;
  locale: string;
  notices: Notices;
  onMake(making: NewIncident): void;
}

/** A tweet of an alarm that is in a case. */
interface InCase {
  known: NonNullable<AlarmTweet['known']>;
  caseId: string;
  caseNumber: number;
  /** Whether its case can be linked to an incident. */
  free: boolean;
}

/** Tweets that are in a case, by their ids. */
async function casesOf(tweetIds: readonly string[]): Promise<Map<string, InCase>> {
  const entries = await db.entries
    .where('tweetId')
    .anyOf([...tweetIds])
    .toArray();
  const cases = await db.cases.bulkGet(entries.map(({ caseId }) => caseId));
  return new Map(
    entries.flatMap((entry, index): [string, InCase][] => {
      const found = cases[index];
      if (entry.kind !== 'tweet' || entry.tweetId === null || !found) return [];
      const { handle, name, text, lang, at } = entry;
      const free = isActive(found.status) && !found.incidentId;
      const inCase = { known: { handle, name, text, lang, at }, caseId: found.id, caseNumber: found.number, free };
      return [[entry.tweetId, inCase]];
    }),
  );
}

/** An alarm of the radar: its words come from the list of who needs an answer and from cases, never from the alarm. */
export function RadarPart({ alarm, queue, now, locale, notices, onMake }: RadarPartProps) {
  const inCases = useLiveQuery(() => casesOf(alarm.tweets), [alarm]) ?? new Map<string, InCase>();
  const queued = new Map([...(queue?.listed ?? []), ...(queue?.snoozed ?? [])].map(({ tweet }) => [tweet.id, tweet]));
  const tweets = alarm.tweets.map((id): AlarmTweet => {
    const inCase = inCases.get(id);
    if (inCase) return { id, known: inCase.known, caseNumber: inCase.caseNumber };
    const tweet = queued.get(id);
    if (!tweet) return { id, known: null, caseNumber: null };
    const { handle, name, text, lang, time } = tweet;
    return { id, known: { handle, name, text, lang, at: Date.parse(time) }, caseNumber: null };
  });
  const settle = async (): Promise<void> => {
    const answer = await askWorker('settleAlarm', { alarmId: alarm.id, how: 'usual', incidentId: null });
    if (answer.ok) notices.tell('Noted: so many are usual');
    else notices.warn(answer.reason);
  };
  const open = (): void =>
    onMake({
      fields: {
        title: alarm.area === null ? 'Outage' : `Outage in ${alarm.area}`,
        area: alarm.area ?? '',
        since: alarm.since,
        lang: mostCommon(tweets.flatMap(({ known }) => known?.lang ?? [])),
      },
      caseIds: [...new Set([...inCases.values()].filter(({ free }) => free).map(({ caseId }) => caseId))],
      alarmId: alarm.id,
    });
  return <AlarmCard {...{ alarm, tweets, now, locale }} onOpen={open} onUsual={() => void settle()} />;
}

function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
