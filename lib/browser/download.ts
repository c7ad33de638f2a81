/** The media type of a table. */
export const CSV = 'text/csv;charset=utf-8';
/** A browser has begun to save long before this is over, in milliseconds. */
const SAVED = 10_000;

/** Saves pieces of text, one after the other, as a JSON file. */
export function saveJson(pieces: string[], name: string): void {
  saveFile(pieces, name, 'application/json');
}

/** Saves a table as a CSV file. */
export function saveCsv(text: string, name: string): void {
  saveFile([text], name, CSV);
}

/** Saves pieces, one after the other, as a file in the browser's own way: no permission is needed. */
export function saveFile(pieces: (string | Blob)[], name: string, type: string): void {
  saveAddress(URL.createObjectURL(new Blob(pieces, { type })), name);
}

/** Saves what stands at a blob's address, which is given back then. */
export function saveAddress(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), SAVED);
}
