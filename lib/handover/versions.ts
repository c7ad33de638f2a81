import type { Customer, CustomerDetails, DetailVersion, DetailVersions } from '../cases/case';
import { canonicalText, compareText } from './canonical';
import { detailNames } from './rows';

/** Joins what two desks know of a customer's details: a version stays until one that knew of it has replaced it. */
export function joinDetails(one: DetailVersions, other: DetailVersions): DetailVersions {
  const joined: DetailVersions = {};
  for (const name of detailNames) {
    const versions = standing([...(one[name] ?? []), ...(other[name] ?? [])]);
    if (versions.length > 0) joined[name] = versions;
  }
  return joined;
}

/** Those versions that no other one has replaced, each once, the latest first. */
export function standing(versions: readonly DetailVersion[]): DetailVersion[] {
  const distinct = [...new Map(versions.map((version) => [canonicalText(version), version])).values()];
  return distinct
    .filter((version) => !distinct.some((other) => replaces(other, version)))
    .sort((a, b) => b.at - a.at || compareText(canonicalText(a), canonicalText(b)));
}

function replaces(later: DetailVersion, earlier: DetailVersion): boolean {
  if (later.desk === earlier.desk && later.at === earlier.at) return false;
  return later.seen.some(([desk, at]) => desk === earlier.desk && at >= earlier.at);
}

/** The details of one desk's customer as versions: those that were imported, and what was written since. */
export function versionsOf(customer: Customer, desk: string): DetailVersions {
  const found: DetailVersions = {};
  for (const name of detailNames) {
    const known = customer.versions?.[name] ?? [];
    const value = currentDetail(customer, name);
    const own = known.flatMap(({ seen }) => seen.filter(([id]) => id === desk).map(([, at]) => at));
    const knownAt = Math.max(...own, Number.NEGATIVE_INFINITY);
    // Where nothing says when it was written it was there from the start, or was written after the import.
    const changedAt = customer.changedAt?.[name] ?? (known.length > 0 ? Number.NEGATIVE_INFINITY : customer.createdAt);
    const differs = known.length > 0 && value !== known[0]?.value;
    if (changedAt > knownAt || differs) {
      if (known.length === 0 && value === '' && customer.changedAt?.[name] === undefined) continue;
      const at = Math.max(changedAt, Number.isFinite(knownAt) ? knownAt + 1 : customer.createdAt);
      found[name] = [{ value, desk, at, seen: seenBy(known, desk, at) }];
    } else if (known.length > 0) {
      found[name] = [...known];
    }
  }
  return found;
}

/** A name that only X has shown is not a detail that somebody wrote. */
function currentDetail(customer: Customer, name: keyof CustomerDetails): string {
  return name === 'name' && !customer.namedByRep ? '' : customer[name];
}

function seenBy(known: readonly DetailVersion[], desk: string, at: number): DetailVersion['seen'] {
  const seen = new Map<string, number>();
  for (const version of known) {
    for (const [id, time] of version.seen) seen.set(id, Math.max(time, seen.get(id) ?? time));
  }
  seen.set(desk, at);
  return [...seen].sort(([one], [other]) => compareText(one, other));
}

/** What of a detail stands: the latest version that says something, and whether others contradict it. */
export function shownDetail(versions: readonly DetailVersion[]): { value: string; others: DetailVersion[] } {
  const said = versions.filter(({ value }) => value !== '');
  const shown = said[0] ?? versions[0];
  const others = said.filter(({ value }) => value !== shown?.value);
  return { value: shown?.value ?? '', others };
}
