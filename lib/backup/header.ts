import { z } from '../schema';
import { type Bytes, fromBase64, sha256, toBase64 } from './bytes';
import { type BackupLock, fileKey, randomBytes } from './lock';
import { RefusedBackup, reasons, WrongPassphrase } from './refusal';

export const FORMAT = 'hark-backup';
export const VERSION = 1;
/** The first line tells what it is: anything else need not be read to its end. */
const LONGEST = 2_000;
const base64 = z.string().regex(/^[A-Za-z0-9+/]{1,200}={0,2}$/);

const schema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** When it was made, in milliseconds since 1970. */
  at: z.number().int().min(0).max(7_258_118_400_000),
  /** Version of the desk's database. */
  schema: z.number().int().min(1).max(1_000),
  lock: z
    .strictObject({
      salt: base64,
      // More would be a way to keep a computer busy.
      rounds: z.number().int().min(1).max(10_000_000),
      fileSalt: base64,
      /** Tells a wrong passphrase from a damaged file. */
      check: base64,
    })
    .nullable(),
});
/** What stands in plain words before everything else. It says nothing of the desk. */
export type Header = z.infer<typeof schema>;

/** Seals and opens pieces of one file. Each is bound to the header, to its place, and to whether it is the last. */
export interface Sealer {
  seal(piece: Bytes, isLast: boolean): Promise<Bytes>;
  /** @throws {RefusedBackup} if it is not the very piece that was sealed in this place */
  open(piece: Bytes, isLast: boolean): Promise<Bytes>;
}

/** The header's line without its end, and what seals the pieces after it. */
export async function newHeader(
  { at, schema: version }: Pick<Header, 'at' | 'schema'>,
  lock: BackupLock | null,
): Promise<{ line: string; sealer: Sealer }> {
  const header: Header = { format: FORMAT, version: VERSION, at, schema: version, lock: null };
  if (!lock) return withSum(header, null);
  const fileSalt = toBase64(randomBytes(16));
  const key = await fileKey(lock, fileSalt);
  const check = toBase64(await checkOf(key));
  return withSum({ ...header, lock: { salt: lock.salt, rounds: lock.rounds, fileSalt, check } }, key);
}

async function withSum(header: Header, key: CryptoKey | null) {
  const line = await summed(header);
  return { line, sealer: await sealerOf(line, key) };
}

async function summed(header: Header): Promise<string> {
  const text = JSON.stringify(header);
  const sum = toBase64((await sha256(encode(text))).slice(0, 12));
  return `${text} ${sum}`;
}

/** Reads a header's line. */
export async function readHeader(line: string): Promise<Header> {
  if (line.length > LONGEST || !line.startsWith('{')) throw new RefusedBackup(reasons.foreign);
  if (!line.startsWith(`{"format":"${FORMAT}",`)) throw new RefusedBackup(reasons.foreign);
  const version = /^\{"format":"[a-z-]+","version":(\d{1,9}),/.exec(line)?.[1];
  if (version !== undefined && Number(version) > VERSION) throw new RefusedBackup(reasons.newer);
  let value: unknown;
  try {
    value = JSON.parse(line.slice(0, line.lastIndexOf(' ')));
  } catch {
    throw new RefusedBackup(reasons.changed);
  }
  const checked = schema.safeParse(value);
  if (!checked.success || (await summed(checked.data)) !== line) throw new RefusedBackup(reasons.changed);
  return checked.data;
}

/** Longest line that {@link readHeader} looks at. */
export const LONGEST_HEADER = LONGEST;

/** What opens the pieces of a file. */
export async function openerOf(line: string, header: Header, lock: BackupLock | null): Promise<Sealer> {
  if (!header.lock) return sealerOf(line, null);
  if (!lock) throw new WrongPassphrase(reasons.passphrase);
  const key = await fileKey(lock, header.lock.fileSalt);
  const check = { ...CHECK, ...gcm(0xffff_ffff, 2) };
  await crypto.subtle.decrypt(check, key, fromBase64(header.lock.check)).catch(() => {
    throw new WrongPassphrase(reasons.passphrase);
  });
  return sealerOf(line, key);
}

const encode = (text: string): Bytes => new TextEncoder().encode(text);
const CHECK = { additionalData: encode('hark-backup-check') };

/** Keys are never used for two files, so a piece's place in its file is nonce enough. */
function gcm(place: number, kind: 0 | 1 | 2): { name: 'AES-GCM'; iv: Bytes } {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(0, place);
  iv[11] = kind;
  return { name: 'AES-GCM', iv };
}

async function checkOf(key: CryptoKey): Promise<Bytes> {
  const sealed = await crypto.subtle.encrypt({ ...CHECK, ...gcm(0xffff_ffff, 2) }, key, new Uint8Array(0));
  return new Uint8Array(sealed);
}

async function sealerOf(line: string, key: CryptoKey | null): Promise<Sealer> {
  const bound = await sha256(encode(line));
  return key ? lockedSealer(key, bound) : plainSealer(bound);
}

function lockedSealer(key: CryptoKey, additionalData: Bytes): Sealer {
  let place = 0;
  const next = (isLast: boolean) => ({ ...gcm(place++, isLast ? 1 : 0), additionalData });
  return {
    async seal(piece, isLast) {
      return new Uint8Array(await crypto.subtle.encrypt(next(isLast), key, piece));
    },
    async open(piece, isLast) {
      const opened = await crypto.subtle.decrypt(next(isLast), key, piece).catch(() => {
        throw new RefusedBackup(reasons.changed);
      });
      return new Uint8Array(opened);
    },
  };
}

const SUM = 32;

/** Without a passphrase each piece carries a sum over itself and all before it. */
function plainSealer(bound: Bytes): Sealer {
  let before = bound;
  const sumOf = (piece: Bytes, isLast: boolean): Promise<Bytes> =>
    sha256(before, new Uint8Array([isLast ? 1 : 0]), piece);
  return {
    async seal(piece, isLast) {
      before = await sumOf(piece, isLast);
      const sealed = new Uint8Array(SUM + piece.length);
      sealed.set(before);
      sealed.set(piece, SUM);
      return sealed;
    },
    async open(sealed, isLast) {
      const piece = sealed.slice(SUM);
      const sum = await sumOf(piece, isLast);
      if (sum.some((byte, index) => byte !== sealed[index])) throw new RefusedBackup(reasons.changed);
      before = sum;
      return piece;
    },
  };
}
