/**
 * A backup without a passphrase can be made by anybody. Its rows are taken as they are, since a backup must give back
 * what was there; but nothing that Hark never writes, and nothing that would lead somewhere when it is clicked.
 */

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
/** Fields that lead somewhere when they are clicked. */
const LINK_FIELDS = new Set(['link', 'permalink', 'url']);
/** An import that can be taken back holds rows that hold joined customers. */
const DEEPEST = 60;
const LEADS_ASTRAY = /^(javascript|data|vbscript|file|blob):/i;

type Form = Record<string, 'string' | 'number' | 'list'>;

/** What the lists and the panel count on. Settings are checked where they are read. */
const forms: Record<string, Form> = {
  customers: { id: 'string', handle: 'string', handles: 'list' },
  cases: { id: 'string', number: 'number', customerId: 'string', status: 'string' },
  entries: { id: 'string', caseId: 'string', at: 'number', kind: 'string' },
  followUps: { id: 'string' },
  incidents: { id: 'string' },
  search: { number: 'number', words: 'list' },
  counters: { key: 'string', count: 'number' },
};

/** True if a row is of a form that Hark writes. */
export function isHarmless(table: string, row: unknown): boolean {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return false;
  const fields = row as Record<string, unknown>;
  for (const [field, kind] of Object.entries(forms[table] ?? {})) {
    const value = fields[field];
    if (kind === 'list' ? !Array.isArray(value) : typeof value !== kind) return false;
  }
  return isPlain(row, 0);
}

function isPlain(part: object, depth: number): boolean {
  if (depth > DEEPEST) return false;
  if (Array.isArray(part)) {
    for (const item of part) if (typeof item === 'object' && item !== null && !isPlain(item, depth + 1)) return false;
    return true;
  }
  for (const key of Object.keys(part)) {
    if (FORBIDDEN_KEYS.has(key)) return false;
    const value = (part as Record<string, unknown>)[key];
    if (typeof value === 'object' && value !== null) {
      if (!isPlain(value, depth + 1)) return false;
    } else if (LINK_FIELDS.has(key) && typeof value === 'string') {
      // Browsers pass over spaces and control signs before they look at an address.
      if (LEADS_ASTRAY.test(value.replace(/[\p{White_Space}\p{Cc}]/gu, ''))) return false;
    }
  }
  return true;
}
