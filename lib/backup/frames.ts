import { type Bytes, joined } from './bytes';
import { LONGEST_HEADER, type Sealer } from './header';
import { RefusedBackup, reasons } from './refusal';

/** Bytes of a piece before it is sealed, about. */
const PIECE = 1024 * 1024;
/** A sealed piece is a little longer; a file that names more was not written by Hark. */
const LONGEST = 4 * PIECE;
/** One byte says whether it is the last piece, four say how long it is. */
const HEAD = 5;

/** Puts the bytes of a file into sealed pieces of about the same length, each with its length before it. */
export async function* sealed(bytes: AsyncIterable<Bytes>, sealer: Sealer): AsyncGenerator<Bytes> {
  let waiting: Bytes[] = [];
  let length = 0;
  for await (const some of bytes) {
    waiting.push(some);
    length += some.length;
    if (length < PIECE) continue;
    yield framed(await sealer.seal(joined(waiting), false), false);
    waiting = [];
    length = 0;
  }
  yield framed(await sealer.seal(joined(waiting), true), true);
}

function framed(piece: Bytes, isLast: boolean): Bytes {
  const frame = new Uint8Array(HEAD + piece.length);
  const view = new DataView(frame.buffer);
  view.setUint8(0, isLast ? 1 : 0);
  view.setUint32(1, piece.length);
  frame.set(piece, HEAD);
  return frame;
}

/** Takes bytes as they come and gives as many as are asked for. */
export class Intake {
  readonly #pieces: AsyncIterator<Bytes>;
  #rest: Bytes = new Uint8Array(0);

  constructor(pieces: AsyncIterable<Bytes>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** Exactly so many bytes; fewer only at the end. */
  async take(length: number): Promise<Bytes> {
    const parts = [this.#rest];
    let has = this.#rest.length;
    while (has < length) {
      const { done, value } = await this.#pieces.next();
      if (done) break;
      parts.push(value);
      has += value.length;
    }
    const whole = parts.length === 1 ? this.#rest : joined(parts);
    this.#rest = whole.subarray(length);
    return whole.subarray(0, length);
  }

  /** The first line, without its end. */
  async line(): Promise<string> {
    const start = await this.take(LONGEST_HEADER);
    const end = start.indexOf(10);
    this.#rest = joined([start.subarray(end + 1), this.#rest]);
    if (end < 0) throw new RefusedBackup(reasons.foreign);
    return new TextDecoder().decode(start.subarray(0, end));
  }
}

/** The bytes that {@link sealed} was given. Throws {@link RefusedBackup} at the first piece that is not as it was. */
export async function* opened(intake: Intake, sealer: Sealer): AsyncGenerator<Bytes> {
  for (let isLast = false; !isLast; ) {
    const head = await intake.take(HEAD);
    if (head.length < HEAD) throw new RefusedBackup(reasons.cutOff);
    const view = new DataView(head.buffer, head.byteOffset, HEAD);
    const [kind, length] = [view.getUint8(0), view.getUint32(1)];
    if (kind > 1 || length > LONGEST) throw new RefusedBackup(reasons.changed);
    const piece = await intake.take(length);
    if (piece.length < length) throw new RefusedBackup(reasons.cutOff);
    isLast = kind === 1;
    yield await sealer.open(piece, isLast);
  }
  if ((await intake.take(1)).length > 0) throw new RefusedBackup(reasons.changed);
}
