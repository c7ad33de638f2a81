/** Tells a spreadsheet that the text is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Signs with which a spreadsheet takes a cell for a formula, also in the wide and small forms of other scripts. */
const FORMULA = '=+\\-@\\u2212\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFE62\\uFE63\\uFE66\\uFE6B';
/** What programs pass over before they look for such a sign: blanks, marks that nobody sees, quotes. */
const PASSED_OVER = '[\\s\\p{Cc}\\p{Cf}"\'\u2018\u2019\u201C\u201D\u00AB\u00BB`´]*';
const BEGINS = new RegExp(`^(?=${PASSED_OVER}[${FORMULA}|%]|[\\t\\r\\n])`, 'u');
/** A program that parts cells by another sign than the comma sees a new cell after it. */
const AFTER_SEPARATOR = new RegExp(`([,;|\\t\\r\\n])(?=${PASSED_OVER}[${FORMULA}])`, 'gu');

/** A text that no spreadsheet takes for a formula: an apostrophe before it says that it is text. */
export function harmlessCell(text: string): string {
  const inside = text.replace(AFTER_SEPARATOR, "$1'");
  return BEGINS.test(text) ? `'${inside}` : inside;
}

/** A value of a cell; null is an empty one. */
export type CellValue = string | number | null;

/** One line of a CSV file after RFC 4180, with its line end. */
export function csvLine(cells: readonly CellValue[]): string {
  const written = cells.map((cell) => {
    if (cell === null) return '';
    if (typeof cell === 'number') return String(cell);
    const text = harmlessCell(cell.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', ''));
    return /[",\r\n;\t']/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(',')}\r\n`;
}

/** A time as every spreadsheet reads it: "2026-05-04 14:02", by this computer's clock. */
export function csvTime(at: number | null): string | null {
  if (at === null) return null;
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Rows as a whole CSV file, with the mark by which spreadsheets know UTF-8. */
export function toCsv(rows: readonly (readonly CellValue[])[]): string {
  return BYTE_ORDER_MARK + rows.map(csvLine).join('');
}
