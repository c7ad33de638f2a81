import { useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import type { InsertOutcome } from '../../components/reply/outcome';
import type { Notices } from '../../components/use-notice';
import { COPY_REFUSED, copyText } from '../../lib/browser/clipboard';
import { sendMessage } from '../../lib/messaging';
import type { Inserted } from '../../lib/protocol';
import { goOnX } from '../../lib/tabs';
import { X_MATCHES } from '../../lib/x/matches';
import { replyLink } from '../../lib/x/reply-link';

/** How long X's page may take, in milliseconds; it may have to open its composer first. */
const PATIENCE = 12_000;

/** Puts texts into X's composer, and says what became of the last one. */
export interface Inserting {
  outcome: InsertOutcome | null;
  insert(text: string): void;
  copy(text: string): void;
  /** Opens X's own reply box with a text, in the tab of X. */
  openLink(text: string): void;
}

/** The tab of X in view; null if X is in none. */
async function tabOfX(): Promise<number | null> {
  const tabs = await browser.tabs.query({ url: X_MATCHES, currentWindow: true });
  return (tabs.find(({ active }) => active) ?? tabs[0])?.id ?? null;
}

async function insertThere(tweetId: string, text: string): Promise<Inserted> {
  const tabId = await tabOfX();
  if (tabId === null) return { ok: false, why: 'gone', reason: 'X is not open in this window.' };
  const late = new Promise<Inserted>((resolve) =>
    setTimeout(() => resolve({ ok: false, why: 'refused', reason: 'X’s page did not take it.' }), PATIENCE),
  );
  try {
    return await Promise.race([sendMessage('insertReply', { tweetId, text }, tabId), late]);
  } catch {
    // The script is not there in a page that was open before Hark was.
    return { ok: false, why: 'refused', reason: 'Hark does not reach this page of X.' };
  }
}

/** For replies to one tweet: give the component a key. */
export function useInsert(tweetId: string, notices: Notices): Inserting {
  const [outcome, setOutcome] = useState<InsertOutcome | null>(null);
  const busy = useRef(false);

  const insert = async (text: string): Promise<void> => {
    // A second press while the first one works would put the text in twice.
    if (busy.current) return;
    busy.current = true;
    setOutcome({ text, kind: 'inserting' });
    try {
      const inserted = await insertThere(tweetId, text);
      if (inserted.ok) return setOutcome({ text, kind: 'inserted' });
      const copied = inserted.why !== 'gone' && (await copyText(text));
      setOutcome({ text, kind: 'failed', reason: inserted.reason, copied });
    } finally {
      busy.current = false;
    }
  };
  const copy = async (text: string): Promise<void> => {
    if (await copyText(text)) notices.tell('Copied');
    else notices.warn(COPY_REFUSED);
  };
  const openLink = async (text: string): Promise<void> => {
    try {
      await goOnX(replyLink(tweetId, text));
    } catch {
      notices.warn('The browser did not open X’s reply box. Copy the text instead.');
    }
  };
  return {
    outcome,
    insert: (text) => void insert(text),
    copy: (text) => void copy(text),
    openLink: (text) => void openLink(text),
  };
}
