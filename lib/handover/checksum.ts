const BLOCK = 1024 * 1024;

/**
 * SHA-256 over a text of any length, a block at a time: the browser's own function wants all of it at once, and a
 * backup would not fit. Each block is hashed together with the sum of those before it.
 */
export class Checksum {
  readonly #encoder = new TextEncoder();
  #sum: Uint8Array<ArrayBuffer> = new Uint8Array(32);
  #parts: Uint8Array<ArrayBuffer>[] = [];
  #waiting = 0;

  /** Adds to the text. It must not end within a character. */
  async add(text: string): Promise<void> {
    let bytes = this.#encoder.encode(text);
    while (this.#waiting + bytes.length >= BLOCK) {
      const rest = BLOCK - this.#waiting;
      this.#keep(bytes.subarray(0, rest));
      bytes = bytes.subarray(rest);
      await this.#close();
    }
    this.#keep(bytes);
  }

  /** The sum of all that was added, as hexadecimal digits. */
  async end(): Promise<string> {
    await this.#close();
    return [...this.#sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  #keep(bytes: Uint8Array<ArrayBuffer>): void {
    if (bytes.length === 0) return;
    this.#parts.push(bytes);
    this.#waiting += bytes.length;
  }

  async #close(): Promise<void> {
    const block = new Uint8Array(this.#sum.length + this.#waiting);
    block.set(this.#sum);
    let at = this.#sum.length;
    for (const part of this.#parts) {
      block.set(part, at);
      at += part.length;
    }
    this.#sum = new Uint8Array(await crypto.subtle.digest('SHA-256', block));
    this.#parts = [];
    this.#waiting = 0;
  }
}
