import { type Bytes, fromBase64, toBase64 } from './bytes';

/**
 * What opens a desk's backups. The key is made of the passphrase once, slowly, and cannot be read back: so it can be
 * kept for the daily backups while the passphrase is not.
 */
export interface BackupLock {
  /** Of it each file gets a key of its own. */
  key: CryptoKey;
  /** Base64. */
  salt: string;
  rounds: number;
}

/** Rounds of PBKDF2 with SHA-256: about a tenth of a second of a fast machine for each guess. */
export const ROUNDS = 600_000;

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

/** Makes the key of a passphrase: a new one, or with salt and rounds of a file the one that opens it. */
export async function lockOf(
  passphrase: string,
  { salt = toBase64(randomBytes(16)), rounds = ROUNDS }: Partial<Pick<BackupLock, 'salt' | 'rounds'>> = {},
): Promise<BackupLock> {
  // The same letters may be typed in two ways on two computers.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations: rounds };
  const bits = await crypto.subtle.deriveBits(derivation, material, 256);
  return { key: await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']), salt, rounds };
}

/** The key of one file. */
export function fileKey(lock: Pick<BackupLock, 'key'>, fileSalt: string): Promise<CryptoKey> {
  const info = new TextEncoder().encode('hark-backup-1');
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: fromBase64(fileSalt), info };
  return crypto.subtle.deriveKey(derivation, lock.key, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
