import { browser } from 'wxt/browser';
import { readLastErrors } from '../../lib/browser/errors';
import { db } from '../../lib/desk/local';
import { readBackupState } from '../../lib/diagnostics/backup-state';
import type { DiagnosisSources } from '../../lib/diagnostics/gather';
import { readQueue } from '../../lib/queue/storage';
import { readHealth } from '../../lib/tabs';
import { X_MATCHES } from '../../lib/x/matches';

type Has = Parameters<typeof browser.permissions.contains>[0];

/** Where this page gets its diagnosis from. */
export const sourcesHere = (): DiagnosisSources => ({
  db,
  now: Date.now(),
  hark: browser.runtime.getManifest().version,
  userAgent: navigator.userAgent,
  system: async () => (await browser.runtime.getPlatformInfo()).os,
  has: (permission) => browser.permissions.contains(permission as Has),
  storage: async () => {
    const [{ usage = 0, quota = 0 }, persisted] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
    ]);
    return { used: usage, quota, persisted };
  },
  pages: async () => {
    const tabs = await browser.tabs.query({ url: X_MATCHES });
    return Promise.all(tabs.map(({ id }) => (id === undefined ? null : readHealth(id))));
  },
  queued: async () => (await readQueue()).size,
  errors: readLastErrors,
  backup: readBackupState,
});
