/** A browser has begun to save long before this is over, in milliseconds. */
const SAVED = 10_000;

/** Saves pieces of text, one after the other, as a JSON file. */
export function saveJson(pieces: string[], name: string): void {
  saveFile(pieces, name, 'application/json');
}

/** Saves pieces, one after the other, as a file in the browser's own way: no permission is needed. */
export function saveFile(pieces: (string | Blob)[], name: string, type: string): void {
  const address = URL.createObjectURL(new Blob(pieces, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), SAVED);
}
