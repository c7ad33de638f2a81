import { CSV, saveFile } from './download';

/** So much text is kept before it is handed to the browser, in characters: it may put that on disk. */
const GATHERED = 4_000_000;

/** Gathers a long file piece by piece, and saves it. */
export class CsvFile {
  #pieces: string[] = [];
  #length = 0;
  readonly #blobs: Blob[] = [];

  add(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length >= GATHERED) this.#hand();
  }

  save(name: string): void {
    this.#hand();
    saveFile(this.#blobs, name, CSV);
  }

  #hand(): void {
    if (this.#pieces.length > 0) this.#blobs.push(new Blob(this.#pieces, { type: CSV }));
    this.#pieces = [];
    this.#length = 0;
  }
}
