import { type Case, type CustomerBadge, isActive } from './case';

/** A resolved case comes back to life if its customer writes again within this time, in milliseconds. */
export const REOPEN_WITHIN = 72 * 60 * 60 * 1000;

/** What opening a case on a tweet comes to, given the customer's cases. */
export type Opening =
  | { kind: 'shown'; case: Case }
  | { kind: 'added'; case: Case }
  | { kind: 'reopened'; case: Case }
  | { kind: 'created' };

function newestFirst(cases: readonly Case[]): Case[] {
  return [...cases].sort((a, b) => b.openedAt - a.openedAt || b.number - a.number);
}

/**
 * Decides what one click on "Open case" does. Pure.
 *
 * @param cases all cases of the tweet's author
 * @param holding ids of those cases that hold this tweet already
 * @param now milliseconds since 1970
 */
export function decideOpening(cases: readonly Case[], holding: ReadonlySet<string>, now: number): Opening {
  const sorted = newestFirst(cases);
  const active = sorted.find((known) => isActive(known.status));
  if (active) return { kind: holding.has(active.id) ? 'shown' : 'added', case: active };
  const resolved = sorted.find(
    (known) => known.status === 'resolved' && known.resolvedAt !== null && now - known.resolvedAt < REOPEN_WITHIN,
  );
  if (resolved) return { kind: 'reopened', case: resolved };
  const holder = sorted.find((known) => holding.has(known.id));
  return holder ? { kind: 'shown', case: holder } : { kind: 'created' };
}

/** The case that stands for a customer on the page: the active one, else the newest. Null without cases. */
export function badgeOf(cases: readonly Case[]): CustomerBadge | null {
  const sorted = newestFirst(cases);
  const shown = sorted.find((known) => isActive(known.status)) ?? sorted[0];
  if (!shown) return null;
  return { caseNumber: shown.number, status: shown.status, before: sorted.length - 1 };
}
