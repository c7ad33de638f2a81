import { db } from '../../lib/desk/local';
import { readCustomerLink } from '../../lib/settings/customer-link';
import { readFacts, readSnippets } from '../../lib/settings/replying';
import { readReps, readWatchlist } from '../../lib/settings/settings';
import type { StoredSettings } from './SettingsForm';

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
