import { useEffect, useMemo, useState } from 'react';
import { useNow } from '../../components/use-now';
import { isOver, type QueuedTweet, ranked, snoozed } from '../../lib/queue/queue';
import { onQueue, readQueue } from '../../lib/queue/storage';
import { askWorker } from './ask-worker';

/** The list as it is shown. */
export interface QueueView {
  /** Whom to answer first at its top. */
  listed: readonly QueuedTweet[];
  /** Whatever comes back first at its top. */
  snoozed: readonly QueuedTweet[];
  now: number;
}

/** Changes are gathered for so long, in milliseconds: a scrolling page brings many. */
const GATHER = 80;

/** The list of tweets that need an answer, as it changes; undefined while it is read. */
export function useQueue(): QueueView | undefined {
  const now = useNow(15_000);
  const [rows, setRows] = useState<ReadonlyMap<string, QueuedTweet>>();

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // What is heard while the list is read is newer than what is read.
    const heard = new Map<string, QueuedTweet | null>();
    let known: Map<string, QueuedTweet> | null = null;
    const show = (): void => {
      timer = undefined;
      if (stopped || !known) return;
      for (const [id, row] of heard) {
        if (row) known.set(id, row);
        else known.delete(id);
      }
      heard.clear();
      setRows(new Map(known));
    };
    const stopListening = onQueue((changes) => {
      for (const [id, row] of changes) heard.set(id, row);
      timer ??= setTimeout(show, GATHER);
    });
    void readQueue().then((read) => {
      known = read;
      show();
      // A browser that was left alone has had nobody to forget what is too old.
      if ([...read.values()].some((row) => isOver(row, Date.now()))) void askWorker('tidyQueue', {});
    });
    return () => {
      stopped = true;
      clearTimeout(timer);
      stopListening();
    };
  }, []);

  return useMemo(() => {
    if (!rows) return undefined;
    // A row may be younger than the time that was noted last.
    const at = Math.max(now, Date.now());
    return { listed: ranked(rows.values(), at), snoozed: snoozed(rows.values(), at), now: at };
  }, [rows, now]);
}
