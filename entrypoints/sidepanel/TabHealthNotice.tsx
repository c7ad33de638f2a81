import { browser } from 'wxt/browser';
import { HealthNotice } from '../../components/HealthNotice';
import type { Notices } from '../../components/use-notice';
import { copyText } from '../../lib/browser/clipboard';
import { db } from '../../lib/desk/local';
import { readUnchecked } from '../../lib/health/unchecked';
import { sendMessage } from '../../lib/messaging';
import { X_MATCHES } from '../../lib/x/matches';
import type { BesideTab } from './use-tab';

/** Those of X's addresses that the browser lets Hark read. */
async function grantedOrigins(): Promise<string[]> {
  const granted = await Promise.all(X_MATCHES.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return X_MATCHES.filter((_, index) => granted[index]);
}

/** What a maintainer needs, as text: versions, selectors and counts; nothing of any tweet. */
async function diagnosisOf({ tabId, health }: BesideTab): Promise<string> {
  const page = tabId === null ? null : await sendMessage('diagnose', null, tabId).catch(() => null);
  return JSON.stringify(
    {
      hark: browser.runtime.getManifest().version,
      browser: navigator.userAgent,
      access: await grantedOrigins(),
      health: health?.health ?? null,
      report: health?.report ?? null,
      page,
      unchecked: await readUnchecked(db).catch(() => null),
    },
    null,
    2,
  );
}

/** Says what is wrong with the tab beside the panel, if anything is. */
export function TabHealthNotice({ beside, notices }: { beside: BesideTab; notices: Notices }) {
  const { tabId, health } = beside;
  if (!health || health.health.ok) return null;
  const copy = async (): Promise<void> => {
    if (await copyText(await diagnosisOf(beside))) notices.tell('Diagnosis copied');
    else notices.warn('The browser did not let Hark copy it. Press ? and open diagnostics: there it can be selected.');
  };
  return (
    <HealthNotice
      trouble={health.health.trouble}
      message={health.health.message}
      onReload={() => {
        if (tabId !== null) void browser.tabs.reload(tabId);
      }}
      onAllow={() => void browser.permissions.request({ origins: X_MATCHES })}
      onCopy={() => void copy()}
    />
  );
}
