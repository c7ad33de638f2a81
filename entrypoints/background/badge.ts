import { browser } from 'wxt/browser';
import { badgeText, type Health } from '../../lib/health/health';

const TITLE = 'Hark: open the case panel';

/** The only place that writes on the toolbar button. */
export async function showOnButton(tabId: number, health: Health, due: number): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text: badgeText(health, due) }),
      browser.action.setBadgeBackgroundColor({ tabId, color: health.ok ? '#006399' : '#9f1239' }),
      browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
      browser.action.setTitle({ tabId, title: health.ok ? TITLE : `Hark: ${health.message}` }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}
