import { db } from '../../lib/desk/local';
import { type ImpostorJudge, makeImpostorJudge, sayImpostor } from '../../lib/impostors/impostor';
import { warningFor } from '../../lib/impostors/warning';
import { readWatchlist } from '../../lib/settings/settings';
import type { Watchlist } from '../../lib/watchlist/watchlist';

/** A judge is kept as long as the worker lives and the watchlist is the same. */
let kept: { made: string; judge: ImpostorJudge } | null = null;

function judgeFor(watchlist: Watchlist): ImpostorJudge {
  const made = JSON.stringify([watchlist.handles, watchlist.accounts, watchlist.terms]);
  if (kept?.made !== made) kept = { made, judge: makeImpostorJudge(watchlist) };
  return kept.judge;
}

/** Which of these authors would pass for the brand if they answered a customer: why, by handle in lower case. */
export async function suspectsAmong(
  authors: readonly { handle: string; name: string }[],
): Promise<Record<string, string>> {
  if (authors.length === 0) return {};
  const judge = judgeFor(await readWatchlist(db));
  return Object.fromEntries(
    authors.flatMap((author): [string, string][] => {
      const found = judge({ ...author, answersCustomer: true });
      return found ? [[author.handle.toLowerCase(), sayImpostor(found)]] : [];
    }),
  );
}

/** A public warning of an impostor, for a customer to read. */
export async function warningOf({ handle, lang }: { handle: string; lang: string | null }): Promise<string> {
  const { handles, accounts } = await readWatchlist(db);
  return warningFor(handle, handles.length > 0 ? handles : accounts, lang);
}
