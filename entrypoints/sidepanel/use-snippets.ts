import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import type { SnippetRow } from '../../components/reply/Snippets';
import type { Case, Customer } from '../../lib/cases/case';
import { topicNames } from '../../lib/cases/describe';
import { db } from '../../lib/desk/local';
import { factsFor } from '../../lib/facts/choose';
import { channels } from '../../lib/facts/fact';
import type { SentTweet } from '../../lib/protocol';
import { fillSnippet, type SnippetSources } from '../../lib/replies/snippets';
import { readFacts, readSnippets } from '../../lib/settings/replying';
import { readRep } from '../../lib/settings/settings';
import { fold } from '../../lib/text/words';

/** The team's snippets, filled for one customer. */
export interface SnippetChoice {
  rows: readonly SnippetRow[];
  /** How many there are in all. */
  count: number;
  sought: string;
  seek(words: string): void;
}

/** Fills the team's snippets from what is known of a tweet, its author and their case. */
export function useSnippets(tweet: SentTweet, customer: Customer | null, known: Case | null): SnippetChoice | null {
  const [sought, setSought] = useState('');
  const stored = useLiveQuery(async () => {
    const [snippets, facts, rep] = await Promise.all([readSnippets(db), readFacts(db), readRep(db)]);
    return { snippets, facts, rep };
  });
  return useMemo(() => {
    if (!stored) return null;
    const { snippets, facts, rep } = stored;
    const need = { text: tweet.text, topic: known?.topic ?? 'other', lang: tweet.lang ?? 'en', channels };
    const fitting = factsFor(facts, need);
    const sources: SnippetSources = {
      customer: {
        name: customer?.name || tweet.name,
        handle: customer?.handle ?? tweet.handle,
        place: customer?.place,
      },
      rep,
      case: known && { number: known.number, topic: topicNames[known.topic].toLowerCase() },
      incident: null,
      facts: [...fitting, ...facts.filter((fact) => !fitting.includes(fact))],
    };
    const words = fold(sought).split(/\s+/).filter(Boolean);
    const found = snippets.filter(({ title, text }) => {
      const all = fold(`${title} ${text}`);
      return words.every((word) => all.includes(word));
    });
    const rows = found.map(({ id, title, text }) => ({ id, title, filled: fillSnippet({ text }, sources) }));
    return { rows, count: snippets.length, sought, seek: setSought };
  }, [stored, sought, tweet, customer, known]);
}
