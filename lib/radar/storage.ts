import { browser } from 'wxt/browser';
import type { KeptAlarm } from './alarms';
import type { Recent } from './radar';

/*
 * What the radar knows of the last hour or two, and its alarms: in the browser's memory until it is closed, never on
 * disk. Only the worker writes.
 */

const RECENT = 'radarRecent';
const ALARMS = 'radarAlarms';

async function read<Value>(key: string): Promise<Value | null> {
  return ((await browser.storage.session.get(key))[key] as Value | undefined) ?? null;
}

export const readRecent = (): Promise<Recent | null> => read<Recent>(RECENT);
export const writeRecent = (recent: Recent): Promise<void> => browser.storage.session.set({ [RECENT]: recent });

export const readAlarms = async (): Promise<KeptAlarm[]> => (await read<KeptAlarm[]>(ALARMS)) ?? [];
export const writeAlarms = (alarms: readonly KeptAlarm[]): Promise<void> =>
  browser.storage.session.set({ [ALARMS]: alarms });

/** Calls back whenever the alarms change. Returns the function that stops it. */
export function onAlarms(callback: (alarms: KeptAlarm[]) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[ALARMS];
    if (change) callback((change.newValue as KeptAlarm[] | undefined) ?? []);
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}
