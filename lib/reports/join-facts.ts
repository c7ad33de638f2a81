import { type CaseFacts, draftKey } from './facts';

/**
 * What two desks know of one case, together: whatever either has seen happen has happened, and what can be set stands as
 * the desk has it that changed the case last. Id, number and customers are those of the first.
 *
 * @param other of the other desk
 * @param isLater true if the other desk changed the case last
 */
export function joinFacts(one: CaseFacts, other: CaseFacts, isLater: boolean): CaseFacts {
  const { status, topic, route, owner, resolvedAt, resolvedBy } = isLater ? other : one;
  const asked = first(one, other, ({ askedAt }) => askedAt);
  const answered = first(one, other, ({ answeredAt }) => answeredAt);
  const [customerId] = one.incidents.map((link) => link.customerId);
  const theirs = other.incidents.map((link) => (customerId === undefined ? link : { ...link, customerId }));
  return {
    ...{ id: one.id, number: one.number, openedAt: Math.min(one.openedAt, other.openedAt) },
    ...{ status, topic, route, owner, resolvedAt, resolvedBy },
    ...{ lang: asked.lang, askedAt: asked.askedAt, answeredAt: answered.answeredAt, answeredBy: answered.answeredBy },
    satisfiedAt: first(one, other, (facts) => facts.satisfiedAt).satisfiedAt,
    privateAt: first(one, other, (facts) => facts.privateAt).privateAt,
    reopenedAt: [...new Set([...one.reopenedAt, ...other.reopenedAt])].sort((a, b) => a - b),
    replies: union(one.replies, other.replies, ({ at, by }) => `${at} ${by}`),
    followUps: union(one.followUps, other.followUps, ({ dueAt, doneAt }) => `${dueAt} ${doneAt}`),
    incidents: linksOf([...one.incidents, ...theirs]),
    held: union(one.held, other.held, draftKey),
  };
}

/** The one in which something happened first; the first one where it happened in neither. */
function first(one: CaseFacts, other: CaseFacts, when: (facts: CaseFacts) => number | null): CaseFacts {
  const [here, there] = [when(one), when(other)];
  return there !== null && (here === null || there < here) ? other : one;
}

function union<Row>(rows: readonly Row[], others: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const known = new Set(rows.map(keyOf));
  return [...rows, ...others.filter((row) => !known.has(keyOf(row)))];
}

/** Each incident once, linked and told of at the earliest. */
function linksOf(links: CaseFacts['incidents']): CaseFacts['incidents'] {
  const joined = new Map<string, CaseFacts['incidents'][number]>();
  for (const link of links) {
    const known = joined.get(link.id);
    if (!known) joined.set(link.id, link);
    else {
      const told = [known.toldAt, link.toldAt].filter((at) => at !== null);
      joined.set(link.id, {
        ...known,
        linkedAt: Math.min(known.linkedAt, link.linkedAt),
        toldAt: told.length > 0 ? Math.min(...told) : null,
      });
    }
  }
  return [...joined.values()];
}
