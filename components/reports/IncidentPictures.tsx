import type { IncidentReport, Pick } from '../../lib/reports/report';
import { incidentPicture } from '../../lib/reports/sections/incidents';
import { sayLength, sayShare } from '../../lib/reports/words';
import { sayCount } from '../../lib/text/counts';
import { Button } from '../Button';
import { PictureView } from './SectionCard';

interface IncidentPicturesProps {
  incidents: readonly IncidentReport[];
  locale: string;
  now: number;
  onPick(pick: Pick, title: string): void;
}

/** So many are drawn; the table has all. */
const MOST = 4;

/** The incidents with most customers, each with its course: when it began, when cases came, when it was over. */
export function IncidentPictures({ incidents, locale, now, onPick }: IncidentPicturesProps) {
  const time = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
  const largest = [...incidents].sort((one, other) => other.cases - one.cases).slice(0, MOST);
  const shown = incidents.filter((incident) => largest.includes(incident));
  return (
    <div className="mb-3 grid gap-x-8 gap-y-4 md:grid-cols-2 print:grid-cols-2">
      {shown.map((incident) => {
        const { id, title, area, since, createdAt, fixedAt, cases, people, told } = incident;
        const late = (createdAt - since) / 60_000;
        const course = [
          `${time.format(since)} to ${fixedAt === null ? 'now' : time.format(fixedAt)}`,
          late < 1 ? 'written down at once' : `written down after ${sayLength(late)}`,
        ];
        return (
          <section key={id} aria-label={title} className="min-w-0 break-inside-avoid">
            <h4 className="font-bold">
              {title}
              {area && area !== title && <span className="font-normal text-secondary"> · {area}</span>}
            </h4>
            <p className="mb-2 text-sm text-pretty text-secondary">{course.join('; ')}.</p>
            {cases > 0 && (
              <PictureView
                label={`When cases were linked to ${title}`}
                picture={incidentPicture(incident, locale, now)}
                onPick={onPick}
              />
            )}
            <p className="text-sm">
              {sayCount(cases, 'case')} of {sayCount(people, 'customer')}; {sayShare(told, people)} told since.{' '}
              {cases > 0 && (
                <Button
                  look="quiet"
                  className="print:hidden"
                  onClick={() => onPick({ by: 'incident', id, linked: null, told: null }, title)}
                >
                  Cases
                </Button>
              )}
            </p>
          </section>
        );
      })}
    </div>
  );
}
