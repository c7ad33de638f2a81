import { BYTE_ORDER_MARK, csvLine, csvTime } from '../csv/csv';
import type { DeskDatabase } from '../desk/database';
import { scan } from '../desk/scan';
import type { AuditAct, AuditLine } from './line';

/** Lines that are read for one page at most: a rare act may be far back. */
const LOOKED_THROUGH = 20_000;
const AT_ONCE = 500;

/** Which lines are wanted; null for all. */
export interface TrailFilter {
  act: AuditAct | null;
  /** A rep's signature; an empty one for what Hark did by itself. */
  by: string | null;
}

export const everything: TrailFilter = { act: null, by: null };

const isWanted = (line: AuditLine, { act, by }: TrailFilter): boolean =>
  (act === null || line.act === act) && (by === null || (line.by ?? '') === by);

/** Some lines of the trail, newest first, and where to look on below; null at its beginning. */
export async function readTrail(
  db: DeskDatabase,
  filter: TrailFilter,
  limit: number,
  below = Number.MAX_SAFE_INTEGER,
): Promise<{ lines: AuditLine[]; next: number | null }> {
  const lines: AuditLine[] = [];
  let next = below;
  for (let looked = 0; looked < LOOKED_THROUGH; ) {
    const some = await db.audit.where(':id').below(next).reverse().limit(AT_ONCE).toArray();
    for (const line of some) {
      next = line.seq ?? 0;
      if (isWanted(line, filter)) lines.push(line);
      if (lines.length === limit) return { lines, next };
    }
    looked += some.length;
    if (some.length < AT_ONCE) return { lines, next: null };
  }
  return { lines, next };
}

/** Acts in words. */
export const actNames: Record<AuditAct, string> = {
  opened: 'Opened',
  changed: 'Changed',
  exported: 'Exported',
  erased: 'Erased',
  purged: 'Purged',
  imported: 'Imported',
  'import-undone': 'Import undone',
  'backed-up': 'Backed up',
  restored: 'Restored',
  'policy-applied': 'Policy applied',
  'settings-changed': 'Settings changed',
};

/** Parts in words; what is not named here stands as it is. */
const partNames: Record<string, string> = {
  'at-desk': 'who is at the desk',
  audit: 'this trail',
  backup: 'a backup',
  cases: 'cases for a spreadsheet',
  copy: 'a copy from before an update',
  customer: 'all about a customer',
  'customer-system': 'your customer system',
  'desk-name': 'the desk’s name',
  'direct-messages': 'direct messages',
  facts: 'service facts',
  'follow-up': 'follow-ups',
  guard: 'before you post',
  'guard-ours': 'numbers of ours',
  'hand-over': 'hand-over',
  handedOver: 'handed over',
  joined: 'joined customers',
  'link-only': 'texts of tweets',
  'page-keys': 'keys on X',
  'panel-keys': 'keys of the panel',
  parted: 'parted customers',
  retention: 'closed long ago',
  shift: 'promises and answers',
  team: 'who works here',
  texts: 'texts of tweets',
  undo: 'taken back',
};

/** What a line says besides who and when: "Changed #12: status". */
export function describeLine({ act, caseNumber, part, count }: AuditLine): string {
  const words =
    part === null ? '' : act === 'changed' && part === 'customer' ? 'customer’s details' : (partNames[part] ?? part);
  const head = caseNumber === null ? actNames[act] : `${actNames[act]} #${caseNumber}`;
  return `${head}${words ? `: ${words}` : ''}${count === null ? '' : ` (${count})`}`;
}

/** Writes the trail for a spreadsheet, the oldest line first, piece by piece; gives the number of lines. */
export async function writeTrail(
  db: DeskDatabase,
  filter: TrailFilter,
  write: (piece: string) => void,
): Promise<number> {
  write(BYTE_ORDER_MARK + csvLine(['Line', 'When', 'Who', 'What', 'Case', 'Part', 'How many']));
  let written = 0;
  await scan<AuditLine>(
    db.audit,
    ({ seq = Number.MAX_SAFE_INTEGER }) => seq,
    (some) => {
      const wanted = some.filter((line) => isWanted(line, filter));
      written += wanted.length;
      const lines = wanted.map(({ seq, at, by, act, caseNumber, part, count }) =>
        csvLine([seq ?? null, csvTime(at), by, actNames[act], caseNumber, part, count]),
      );
      if (lines.length > 0) write(lines.join(''));
    },
    AT_ONCE,
  );
  return written;
}
