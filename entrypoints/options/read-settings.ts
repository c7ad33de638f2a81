import { db } from '../../lib/desk/local';
import type { Fact } from '../../lib/facts/fact';
import type { Snippet } from '../../lib/replies/snippets';
import { readCustomerLink } from '../../lib/settings/customer-link';
import { readFacts, readSnippets } from '../../lib/settings/replying';
import { type DeskRep, readReps, readWatchlist } from '../../lib/settings/settings';
import type { Watchlist } from '../../lib/watchlist/watchlist';

/** What the form sets. */
export interface StoredSettings {
  watchlist: Watchlist;
  reps: DeskRep[];
  /** Template of links into the team's customer system. */
  customerLink: string;
  /** What is true of the service, and the team's own texts. */
  facts: Fact[];
  snippets: Snippet[];
}

/** What the form of settings begins with. */
export async function readSettings(): Promise<StoredSettings> {
  const [watchlist, { reps }, customerLink, facts, snippets] = await Promise.all([
    readWatchlist(db),
    readReps(db),
    readCustomerLink(db),
    readFacts(db),
    readSnippets(db),
  ]);
  return { watchlist, reps, customerLink, facts, snippets };
}
