/** A browser has begun to save long before this is over, in milliseconds. */
const SAVED = 10_000;

/** Saves pieces of text, one after the other, as a JSON file. */
export function saveJson(pieces: string[], name: string): void {
  save(new Blob(pieces, { type: 'application/json' }), name);
}

/** Saves a table as a CSV file. */
export function saveCsv(text: string, name: string): void {
  save(new Blob([text], { type: 'text/csv' }), name);
}

/** Saves a file in the browser's own way: no permission is needed. */
function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), SAVED);
}
