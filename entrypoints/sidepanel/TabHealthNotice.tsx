import { useState } from 'react';
import { browser } from 'wxt/browser';
import { HealthNotice } from '../../components/HealthNotice';
import { db } from '../../lib/desk/local';
import { readUnchecked } from '../../lib/health/unchecked';
import { sendMessage } from '../../lib/messaging';
import { X_MATCHES } from '../../lib/x/matches';
import type { BesideTab } from './use-tab';

/** How long the button says that it was done, in milliseconds. */
const SAID = 2_500;

/** What a maintainer needs, as text: versions, selectors and counts; nothing of any tweet. */
async function diagnosisOf({ tabId, health }: BesideTab): Promise<string> {
  const page = tabId === null ? null : await sendMessage('diagnose', null, tabId).catch(() => null);
  return JSON.stringify(
    {
      hark: browser.runtime.getManifest().version,
      browser: navigator.userAgent,
      access: await browser.permissions.contains({ origins: X_MATCHES }),
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
export function TabHealthNotice({ beside }: { beside: BesideTab }) {
  const [copied, setCopied] = useState(false);
  const { tabId, health } = beside;
  if (!health || health.health.ok) return null;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(await diagnosisOf(beside));
    setCopied(true);
    setTimeout(() => setCopied(false), SAID);
  };
  return (
    <HealthNotice
      trouble={health.health.trouble}
      message={health.health.message}
      copied={copied}
      onReload={() => {
        if (tabId !== null) void browser.tabs.reload(tabId);
      }}
      onAllow={() => void browser.permissions.request({ origins: X_MATCHES })}
      onCopy={() => void copy()}
    />
  );
}
