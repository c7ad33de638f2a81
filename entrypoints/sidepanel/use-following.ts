import { type Dispatch, useEffect, useReducer, useRef } from 'react';
import { browser } from 'wxt/browser';
import { type Following, type FollowingEvent, follow, followingNobody, type Target } from '../../lib/panel/following';
import type { Looking } from '../../lib/protocol';
import { onLooking, readLooking } from '../../lib/tabs';
import { targetOfNumber } from './queries';

/** What a window's pin holds; kept by the browser until it closes. */
interface Pin {
  target: Target;
}

/** A click is what opened the panel if it is no older than this, in milliseconds. */
const JUST_NOW = 5_000;

const pinKey = (windowId: number): string => `pin:${windowId}`;

/** True while the rep writes in the panel, or has gone to the page in the midst of writing. */
function isBusy(): boolean {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
    return document.hasFocus() || field.value !== '';
  }
  return field instanceof HTMLSelectElement && document.hasFocus();
}

/** The latest of what the rep looked at in any tab, or null. */
async function latestLooking(): Promise<Looking | null> {
  const tabs = await browser.tabs.query({});
  const all = await Promise.all(tabs.map((tab) => (tab.id === undefined ? null : readLooking(tab.id))));
  return all.reduce((latest, looking) => (looking && (!latest || looking.at > latest.at) ? looking : latest), null);
}

async function lookingInWindow(windowId: number): Promise<Looking | null> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id === undefined ? null : readLooking(tab.id);
}

/**
 * Follows what the rep looks at: in the active tab of the panel's window, or, if the panel was opened in a tab of its
 * own, in any tab.
 *
 * @param onAsked called when a click in the page asks for a customer
 */
export function useFollowing(onAsked: () => void): [Following, Dispatch<FollowingEvent>] {
  const [following, dispatch] = useReducer(follow, followingNobody);
  /** Null until it is known; `inTab` if the panel is a page in a tab. */
  const home = useRef<{ windowId: number } | 'inTab' | null>(null);
  const asked = useRef(onAsked);
  asked.current = onAsked;

  useEffect(() => {
    let stopped = false;
    let heard = false;
    const look = (looking: Looking | null, fresh: boolean): void => {
      if (stopped || !looking) return;
      const wanted = fresh && looking.asked;
      dispatch({ kind: 'looked', handle: looking.handle, asked: wanted, busy: isBusy() });
      if (wanted) asked.current();
    };

    const stopListening = onLooking(async (tabId, looking) => {
      const place = home.current;
      if (!place) return;
      if (place !== 'inTab') {
        const [tab] = await browser.tabs.query({ active: true, windowId: place.windowId });
        if (tab?.id !== tabId) return;
      }
      heard = true;
      look(looking, true);
    });
    const activated = async ({ tabId, windowId }: { tabId: number; windowId: number }): Promise<void> => {
      const place = home.current;
      if (!place || place === 'inTab' || place.windowId !== windowId) return;
      look(await readLooking(tabId), false);
    };
    browser.tabs.onActivated.addListener(activated);

    const start = async (): Promise<void> => {
      const [ownTab, ownWindow] = await Promise.all([browser.tabs.getCurrent(), browser.windows.getCurrent()]);
      const windowId = ownTab || ownWindow.id === undefined ? null : ownWindow.id;
      home.current = windowId === null ? 'inTab' : { windowId };
      const number = Number(new URLSearchParams(location.search).get('case'));
      const chosen = number > 0 ? await targetOfNumber(number) : null;
      if (stopped) return;
      if (chosen) return dispatch({ kind: 'chosen', target: chosen });
      if (windowId === null) {
        const latest = await latestLooking();
        if (!heard) look(latest, false);
        return;
      }
      const key = pinKey(windowId);
      const pin = (await browser.storage.session.get(key))[key] as Pin | undefined;
      if (stopped) return;
      if (pin) {
        dispatch({ kind: 'chosen', target: pin.target });
        dispatch({ kind: 'pinned', pinned: true });
      }
      const current = await lookingInWindow(windowId);
      // The click that opened the panel may have been written down before the panel could hear of it.
      const justAsked = current !== null && Date.now() - current.at < JUST_NOW;
      if (!heard) look(current, justAsked);
    };
    void start();
    return () => {
      stopped = true;
      stopListening();
      browser.tabs.onActivated.removeListener(activated);
    };
  }, []);

  const { pinned, target } = following;
  const wasPinned = useRef(false);
  useEffect(() => {
    const place = home.current;
    if (!place || place === 'inTab' || (!pinned && !wasPinned.current)) return;
    wasPinned.current = pinned;
    const key = pinKey(place.windowId);
    if (pinned && target) void browser.storage.session.set({ [key]: { target } satisfies Pin });
    else void browser.storage.session.remove(key);
  }, [pinned, target]);

  return [following, dispatch];
}
