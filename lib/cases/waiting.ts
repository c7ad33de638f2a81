import type { Case, Entry } from './case';

/** True of a reply that customers can read: one that X has not shown yet may never have got out. */
const isOut = (entry: Entry): boolean => entry.kind === 'reply' && !entry.awaited;

/**
 * The time of the customer's first tweet that no reply of the brand has followed; null if there is none. A customer who
 * asks twice has still been waiting since the first time, so a later tweet does not set the clock back.
 */
export function unansweredSince(history: readonly Entry[]): number | null {
  let replied = Number.NEGATIVE_INFINITY;
  for (const entry of history) if (isOut(entry) && entry.at > replied) replied = entry.at;
  let since: number | null = null;
  for (const { kind, at } of history) {
    if (kind === 'tweet' && at > replied && (since === null || at < since)) since = at;
  }
  return since;
}

/**
 * Since when a case's customer has been waiting. An open case waits, and a pending one whose reply has not been seen on
 * X: for the others nothing is to be done now, nor while the talk goes on in direct messages.
 */
export function waitingSince(
  { status, inDmSince }: Pick<Case, 'status' | 'inDmSince'>,
  history: readonly Entry[],
): number | null {
  if (inDmSince) return null;
  const awaits = status === 'pending' && history.some((entry) => entry.kind === 'reply' && entry.awaited);
  return status === 'open' || awaits ? unansweredSince(history) : null;
}
