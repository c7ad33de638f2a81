import { ExternalLink, RadioTower } from 'lucide-react';
import { useState } from 'react';
import { type Alarm, sayAlarm } from '../../lib/radar/radar';
import { directionOf } from '../../lib/text/direction';
import { agoShort } from '../../lib/time/time';
import { Button } from '../Button';
import { OutLink } from '../OutLink';

/** A tweet of an alarm, as far as its words are at hand. */
export interface AlarmTweet {
  id: string;
  /** Null where neither the list nor a case has it: then it is a link only. */
  known: { handle: string; name: string; text: string; lang: string | null; at: number } | null;
  caseNumber: number | null;
}

interface AlarmCardProps {
  alarm: Alarm;
  tweets: readonly AlarmTweet[];
  now: number;
  locale: string;
  onOpen(): void;
  onUsual(): void;
}

/** So many tweets stand there before more are asked for. */
const SHOWN = 5;

const usually = (usual: number): string =>
  usual < 0.5 ? 'Usually there is none.' : `Usually there ${usual < 1.5 ? 'is one' : `are ${Math.round(usual)}`}.`;

/** An alarm of the radar with its tweets, and what can be done about it. */
export function AlarmCard({ alarm, tweets, now, locale, onOpen, onUsual }: AlarmCardProps) {
  const [all, setAll] = useState(false);
  const shown = all ? tweets : tweets.slice(0, SHOWN);
  return (
    <section aria-label="Radar" className="border-b border-line px-4 py-3 text-sm">
      <h2 className="flex items-start gap-2 text-base font-bold">
        <RadioTower size={17} aria-hidden className="mt-0.5 shrink-0 text-complaint" />
        <bdi className="min-w-0 break-words">{sayAlarm(alarm)}</bdi>
      </h2>
      <p className="mt-0.5 text-secondary">{usually(alarm.usual)} Is it an outage?</p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button look="primary" className="px-3.5" onClick={onOpen}>
          Open incident
        </Button>
        <Button className="px-3" title="It goes, and so many are expected from now on" onClick={onUsual}>
          That is usual
        </Button>
      </div>
      <ul aria-label="Tweets of the alarm" className="mt-2">
        {shown.map(({ id, known, caseNumber }) => (
          <li key={id} data-alarm-tweet={id} className="flex items-start gap-2 py-1">
            <span className="min-w-0 flex-1">
              {known ? (
                <>
                  <span className="flex items-baseline gap-1.5">
                    <bdi className="min-w-0 truncate font-bold">{known.name || known.handle}</bdi>
                    {caseNumber !== null && <span className="shrink-0 text-secondary">#{caseNumber}</span>}
                    <span className="ml-auto shrink-0 text-secondary">{agoShort(known.at, now, locale)}</span>
                  </span>
                  <span
                    dir={directionOf(known.lang)}
                    lang={known.lang ?? undefined}
                    className="line-clamp-2 break-words"
                  >
                    {known.text}
                  </span>
                </>
              ) : (
                <span className="text-secondary">
                  {caseNumber === null ? 'A tweet that is on X only' : `In case #${caseNumber}`}
                </span>
              )}
            </span>
            <OutLink
              href={`https://x.com/i/status/${id}`}
              aria-label="Open this tweet on X"
              title="Open on X"
              className="mt-0.5 shrink-0 text-link"
            >
              <ExternalLink size={15} aria-hidden />
            </OutLink>
          </li>
        ))}
      </ul>
      {tweets.length > shown.length && (
        <Button look="quiet" className="h-7" onClick={() => setAll(true)}>
          {tweets.length - shown.length} more
        </Button>
      )}
    </section>
  );
}
