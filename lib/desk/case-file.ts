import { noteAudit } from '../audit/audit';
import { CsvFile } from '../browser/csv-file';
import { dayOf } from '../queue/funnel';
import { type CaseRowsWanted, writeCaseRows } from './case-rows';
import type { DeskContext } from './context';

/** Saves cases as a file for a spreadsheet, with a line in the audit trail; gives their number. */
export async function saveCaseFile(
  { db, now }: DeskContext,
  wanted: CaseRowsWanted,
  progress: (cases: number) => void = () => {},
): Promise<number> {
  const file = new CsvFile();
  const count = await writeCaseRows(db, wanted, (piece, cases) => {
    file.add(piece);
    progress(cases);
  });
  await noteAudit(db, { at: now(), by: wanted.rep, act: 'exported', part: 'cases', count });
  file.save(`hark-cases-${dayOf(now())}.csv`);
  return count;
}
