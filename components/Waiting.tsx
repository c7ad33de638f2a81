import { Hourglass } from 'lucide-react';
import { createContext, useContext } from 'react';
import { type ClockState, type ClockTarget, clockOf, sayClock } from '../lib/clock/clock';
import { span } from '../lib/time/time';

/** The team's target for a first answer; null if it has set none. */
export const TargetContext = createContext<ClockTarget | null>(null);

const colours: Record<ClockState, string> = {
  fine: 'text-ink',
  soon: 'text-trouble',
  over: 'text-complaint',
};

interface WaitingProps {
  /** Milliseconds since 1970. */
  since: number;
  now: number;
  /** Put before the time: "Waiting", "waiting". */
  word: string;
  /** Class of the word, where there is little room. */
  wordClass?: string;
}

/** How long a customer has waited, coloured by the team's target. What the colour says stands in the title, too. */
export function Waiting({ since, now, word, wordClass = '' }: WaitingProps) {
  const target = useContext(TargetContext);
  const clock = target && clockOf(since, now, target);
  const state = clock?.state ?? 'soon';
  return (
    <span
      className={`inline-flex shrink-0 items-center gap-1 font-bold ${colours[state]}`}
      data-clock="running"
      data-target={clock ? state : undefined}
      title={clock && target ? `${sayClock(clock, target)} by your target` : undefined}
    >
      <Hourglass size={13} strokeWidth={2.5} aria-hidden />
      <span className={wordClass}>{word}</span> {span(now - since)}
      {clock && target && state === 'over' && <span className="sr-only">, {sayClock(clock, target)}</span>}
    </span>
  );
}
