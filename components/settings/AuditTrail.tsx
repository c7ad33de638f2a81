import { Download } from 'lucide-react';
import type { AuditAct, AuditLine } from '../../lib/audit/line';
import { actNames, describeLine, type TrailFilter } from '../../lib/audit/trail';
import { Button } from '../Button';
import { Choice } from '../Choice';

interface AuditTrailProps {
  lines: readonly AuditLine[];
  filter: TrailFilter;
  /** Signatures to choose from. */
  reps: readonly string[];
  /** True while there is more further back. */
  more: boolean;
  locale: string;
  onFilter(filter: TrailFilter): void;
  onMore(): void;
  onExport(): void;
}

const ANY = '*';
const HARK = '';
const acts = Object.keys(actNames) as AuditAct[];
const actChoices: Record<AuditAct | typeof ANY, string> = { [ANY]: 'Everything', ...actNames };

/** Who did what when, newest first. */
export function AuditTrail({ lines, filter, reps, more, locale, onFilter, onMore, onExport }: AuditTrailProps) {
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const names: Record<string, string> = { [ANY]: 'Everybody', [HARK]: 'Nobody named' };
  for (const rep of reps) names[rep] = rep;
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-[170px]">
          <Choice<AuditAct | typeof ANY>
            label="What"
            value={filter.act ?? ANY}
            options={[ANY, ...acts]}
            names={actChoices}
            onChoose={(act) => onFilter({ ...filter, act: act === ANY ? null : act })}
          />
        </div>
        <div className="w-[170px]">
          <Choice
            label="Who"
            value={filter.by ?? ANY}
            options={[ANY, ...reps, HARK]}
            names={names}
            onChoose={(by) => onFilter({ ...filter, by: by === ANY ? null : by })}
          />
        </div>
        <span className="flex-1" />
        <Button icon={Download} onClick={onExport}>
          Trail as CSV
        </Button>
      </div>
      {lines.length === 0 ? (
        <p className="mt-4 text-secondary">
          {more ? 'Nothing of that kind lately.' : 'Nothing yet. What is done at this desk is listed here.'}
        </p>
      ) : (
        <ol aria-label="What was done" className="mt-4 border-t border-line">
          {lines.map((line) => (
            <li key={line.seq} data-act={line.act} className="flex items-baseline gap-3 border-b border-line py-1.5">
              <span className="min-w-0 flex-1 break-words">{describeLine(line)}</span>
              <bdi className="max-w-[120px] truncate text-sm">{line.by ?? ''}</bdi>
              <time dateTime={new Date(line.at).toISOString()} className="shrink-0 text-sm text-secondary tabular-nums">
                {when.format(line.at)}
              </time>
            </li>
          ))}
        </ol>
      )}
      {more && (
        <Button className="mt-3" onClick={onMore}>
          Look further back
        </Button>
      )}
    </>
  );
}
