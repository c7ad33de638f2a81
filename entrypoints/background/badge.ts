import { browser } from 'wxt/browser';
import { dueText, type Health } from '../../lib/health/health';

const TITLE = 'Hark: open the case panel';
const WELL = '#006399';
const TROUBLE = '#9f1239';
const TEXT = '#ffffff';

/*
 * The only place that writes on the toolbar button. What is due stands there for all tabs, also for new ones and those
 * that load another page; what is wrong stands over it, on its own tab. Browsers forget the latter with each page.
 */

/** Shows how much is due, wherever nothing is wrong. */
export async function showDueOnButton(due: number): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: dueText(due) }),
    browser.action.setBadgeBackgroundColor({ color: WELL }),
    browser.action.setBadgeTextColor({ color: TEXT }),
  ]);
}

/** Shows on one tab's button what is wrong there, or that nothing is. */
export async function showHealthOnButton(tabId: number, health: Health): Promise<void> {
  try {
    await Promise.all([
      // Null: what stands there for all tabs. The types know only of Firefox's own way to say it.
      browser.action.setBadgeText({ tabId, text: (health.ok ? null : '!') as string }),
      browser.action.setBadgeBackgroundColor({ tabId, color: health.ok ? WELL : TROUBLE }),
      browser.action.setTitle({ tabId, title: health.ok ? TITLE : `Hark: ${health.message}` }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}
