import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { AuditTrail } from '../../components/settings/AuditTrail';
import { Section } from '../../components/settings/Section';
import type { Notices } from '../../components/use-notice';
import { noteAudit } from '../../lib/audit/audit';
import { everything, readTrail, type TrailFilter, writeTrail } from '../../lib/audit/trail';
import { CsvFile } from '../../lib/browser/csv-file';
import { describeFailure } from '../../lib/desk/failure';
import { db } from '../../lib/desk/local';
import { dayOf } from '../../lib/queue/funnel';
import { readReps, signatureAtDesk, signatureOfRep } from '../../lib/settings/settings';
import { englishLocale } from '../../lib/time/time';

const PAGE = 50;

/** Reads pages of the trail one after the other; the newest one is always up to date. */
async function readPages(filter: TrailFilter, pages: number) {
  const found = await readTrail(db, filter, PAGE);
  let { next } = found;
  const lines = [...found.lines];
  for (let page = 1; page < pages && next !== null; page++) {
    const more = await readTrail(db, filter, PAGE, next);
    lines.push(...more.lines);
    next = more.next;
  }
  const { reps } = await readReps(db);
  const signatures = [...reps.map(signatureOfRep), ...lines.map(({ by }) => by), filter.by].filter(
    (by): by is string => by !== null && by !== '',
  );
  return { lines, more: next !== null, reps: [...new Set(signatures)] };
}

/** The audit trail: to be read and saved, and by nobody changed. */
export function AuditSection({ notices }: { notices: Notices }) {
  const [filter, setFilter] = useState(everything);
  const [pages, setPages] = useState(1);
  const locale = englishLocale(navigator.languages);
  const trail = useLiveQuery(() => readPages(filter, pages), [filter, pages]);
  const save = async (): Promise<void> => {
    try {
      const file = new CsvFile();
      const count = await writeTrail(db, filter, (piece) => file.add(piece));
      const by = await signatureAtDesk(db);
      await noteAudit(db, { at: Date.now(), by, act: 'exported', part: 'audit', count });
      file.save(`hark-audit-${dayOf(Date.now())}.csv`);
      notices.tell(`${count} lines saved among your downloads`);
    } catch (error) {
      notices.warn(describeFailure(error, null));
    }
  };
  return (
    <Section
      id="audit"
      title="What was done"
      about="Who did what, and when. Nobody can change a line or remove one. Cases are named by their numbers, customers not at all, and what a check said to you before a post is not listed."
    >
      {trail && (
        <AuditTrail
          {...trail}
          filter={filter}
          locale={locale}
          onFilter={(next) => {
            setFilter(next);
            setPages(1);
          }}
          onMore={() => setPages(pages + 1)}
          onExport={() => void save()}
        />
      )}
    </Section>
  );
}
