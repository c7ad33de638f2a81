import { browser } from 'wxt/browser';
import { type Model, readModel } from '../triage/model';

let loading: Promise<Model> | null = null;

/**
 * The trained heads, read from the extension's own files when they are first needed and kept as long as the worker or
 * page lives.
 *
 * @throws {Error} if the file cannot be read; the next call tries again
 */
export function loadModel(): Promise<Model> {
  loading ??= read().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function read(): Promise<Model> {
  const response = await fetch(browser.runtime.getURL('/triage/weights.bin'));
  return readModel(new Uint8Array(await response.arrayBuffer()));
}
