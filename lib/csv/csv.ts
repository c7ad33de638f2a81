/** What begins so, a spreadsheet would take for a formula and run. */
const FORMULA = /^[\s\u00a0]*[=+\-@\t\r|]/;
const BYTE_ORDER_MARK = '\uFEFF';

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as a CSV file (RFC 4180), with the mark by which spreadsheets know UTF-8. Text that a spreadsheet would run as a
 * formula is made harmless by an apostrophe; numbers stay numbers.
 */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}
