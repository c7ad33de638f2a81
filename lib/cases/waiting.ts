import type { CaseStatus, Entry } from './case';

/**
 * The time of the customer's first tweet that no reply of the brand has followed; null if there is none. A customer who
 * asks twice has still been waiting since the first time, so a later tweet does not set the clock back.
 */
export function unansweredSince(history: readonly Entry[]): number | null {
  let replied = Number.NEGATIVE_INFINITY;
  for (const { kind, at } of history) if (kind === 'reply' && at > replied) replied = at;
  let since: number | null = null;
  for (const { kind, at } of history) {
    if (kind === 'tweet' && at > replied && (since === null || at < since)) since = at;
  }
  return since;
}

/** Since when a case's customer has been waiting. Only an open case waits: for the others nothing is to be done now. */
export function waitingSince(status: CaseStatus, history: readonly Entry[]): number | null {
  return status === 'open' ? unansweredSince(history) : null;
}
