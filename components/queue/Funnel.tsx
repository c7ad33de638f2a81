import { type FunnelDay, stages, stageWords, startOf } from '../../lib/queue/funnel';
import { Disclosure } from '../Disclosure';

interface FunnelProps {
  /** Today first. */
  days: readonly FunnelDay[];
  locale: string;
}

const headings: Record<(typeof stages)[number], string> = {
  seen: 'Seen',
  relevant: 'About us',
  actionable: 'Need an answer',
  opened: 'Opened',
  answered: 'Answered',
};

/** How far tweets came: today in a line, the days before on demand. */
export function Funnel({ days, locale }: FunnelProps) {
  const [today] = days;
  if (!today) return null;
  const number = new Intl.NumberFormat('en');
  const summary = `Today: ${stages.map((stage) => `${number.format(today[stage])} ${stageWords[stage]}`).join(' · ')}`;
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short' });
  return (
    <section aria-label="How far tweets came">
      <Disclosure summary={summary}>
        <div className="px-4 pb-3">
          <table className="w-full border-collapse text-right tabular-nums">
            <caption className="sr-only">The last seven days</caption>
            <thead>
              <tr className="align-bottom text-secondary">
                <td className="w-14" />
                {stages.map((stage) => (
                  <th key={stage} scope="col" className="py-1 pl-1.5 font-normal">
                    {headings[stage]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={day.day} className="border-t border-line">
                  <th scope="row" className="py-1 text-left font-normal whitespace-nowrap text-secondary">
                    {day === today ? 'Today' : `${weekday.format(startOf(day.day))} ${Number(day.day.slice(-2))}`}
                  </th>
                  {stages.map((stage) => (
                    <td key={stage} className="py-1">
                      {number.format(day[stage])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Disclosure>
    </section>
  );
}
