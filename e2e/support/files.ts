/** Files that a page of the extension gets and gives. */
import { rmSync } from 'node:fs';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HarkBrowser, View } from './browser';
import { eventually } from './desk';

/** Chooses a file in the first file field, as the browser's own dialog would, which no test can reach. */
export async function chooseFile(view: View, name: string, content: string | Uint8Array): Promise<void> {
  await view.evaluate(
    (fileName, base64) => {
      const field = document.querySelector<HTMLInputElement>('input[type="file"]');
      if (!field) throw new Error('There is no file field.');
      const chosen = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      chosen.items.add(new File([bytes], fileName));
      field.files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    Buffer.from(content).toString('base64'),
  );
}

/**
 * Lets the browser save downloads into a folder of their own without asking; gives a function that waits for a file of
 * this name, or the first that fits, and gives its text.
 */
export async function catchDownloads(bench: HarkBrowser): Promise<(name: string | RegExp) => Promise<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'hark-downloads-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  if (bench.name === 'chromium') {
    const session = await bench.puppeteer.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  } else {
    const inner: unknown = bench.puppeteer;
    const { connection } = inner as { connection: { send(method: string, params: object): Promise<unknown> } };
    const downloadBehavior = { type: 'allowed', destinationFolder: folder };
    await connection.send('browser.setDownloadBehavior', { downloadBehavior });
  }
  return async (name) => {
    const isIt = (found: string): boolean => (typeof name === 'string' ? found === name : name.test(found));
    const saved = await eventually(async () => (await readdir(folder)).find(isIt), `${name} is saved`);
    const text = await eventually(() => readFile(join(folder, saved ?? ''), 'utf8'), `${name} has content`);
    return text ?? '';
  };
}
