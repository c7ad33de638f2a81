import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { db } from '../../lib/desk/local';
import type { SentTweet } from '../../lib/protocol';
import type { Suggestion } from '../../lib/replies/request';
import { readFacts } from '../../lib/settings/replying';
import { readReps, readWatchlist } from '../../lib/settings/settings';
import { askWorker } from './ask-worker';

/** Wordings that are remembered as seen; the first ones may come back after these. */
const SEEN = 30;

/** Replies to propose for a tweet, as far as they are there. */
export interface Suggesting {
  /** Null while they are drafted for the first time. */
  suggestions: readonly Suggestion[] | null;
  failure: string | null;
  /** Drafts them anew, in other words. */
  another(): void;
  retry(): void;
}

/** A tweet as a message may carry it: rows of the list know more. */
export function plain({ id, handle, name, text, lang, time, permalink }: SentTweet): SentTweet {
  return { id, handle, name, text, lang, time, permalink };
}

/**
 * Has replies to a tweet drafted, and drafted again when what they are made of has changed. One instance serves one
 * tweet: give it a key.
 *
 * @param wanted false while nobody looks
 * @param history changes with what is known of the customer
 */
export function useSuggestions(tweet: SentTweet, wanted: boolean, history: string): Suggesting {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [unlike, setUnlike] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(tweet);
  latest.current = tweet;
  const made = useLiveQuery(async () =>
    JSON.stringify(await Promise.all([readFacts(db), readReps(db), readWatchlist(db)])),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the others say when to draft again
  useEffect(() => {
    if (!wanted || made === undefined) return;
    let gone = false;
    void askWorker('suggest', { tweet: plain(latest.current), thread: [], unlike: [...unlike] }).then((answer) => {
      if (gone) return;
      setFailure(answer.ok ? null : `No suggestions. ${answer.reason}`);
      if (answer.ok) setSuggestions(answer.value);
    });
    return () => {
      gone = true;
    };
  }, [wanted, made, history, unlike, attempt]);

  return {
    suggestions,
    failure,
    another: () => setUnlike([...unlike, ...(suggestions ?? []).map(({ text }) => text)].slice(-SEEN)),
    retry: () => setAttempt(attempt + 1),
  };
}
