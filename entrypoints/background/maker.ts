import { browser } from 'wxt/browser';

/** What Chrome has for its workers, which cannot make addresses of files. */
interface Offscreen {
  createDocument(document: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
  hasDocument(): Promise<boolean>;
}

const offscreen = (): Offscreen | undefined => (browser as unknown as { offscreen?: Offscreen }).offscreen;

/** True if backups are made in a page of their own that nobody sees. */
export const hasMaker = (): boolean => offscreen() !== undefined;

/** True while such a page is there: it is at work, or what it has made is being saved. */
export async function isMaking(): Promise<boolean> {
  return (await offscreen()?.hasDocument()) ?? false;
}

/** Opens the page that makes a backup; it tells us when it has. */
export async function openMaker(): Promise<void> {
  await closeMaker();
  await offscreen()?.createDocument({
    url: '/backup-maker.html',
    reasons: ['BLOBS'],
    justification: 'Writes the daily backup file, which the browser then saves.',
  });
}

export async function closeMaker(): Promise<void> {
  if (await isMaking()) await offscreen()?.closeDocument();
}
