import { expect, it } from 'vitest';
import type { CaseFacts } from './facts';
import { joinFacts } from './join-facts';

const facts: CaseFacts = {
  ...{
    id: 'c1',
    number: 1,
    openedAt: 100,
    status: 'open',
    topic: 'billing',
    route: 'support',
    lang: 'en',
    owner: 'JD',
  },
  ...{ askedAt: 50, answeredAt: null, answeredBy: null, resolvedAt: null, resolvedBy: null },
  ...{ satisfiedAt: null, privateAt: null, reopenedAt: [], replies: [], followUps: [], incidents: [], held: [] },
};
const theirs: CaseFacts = {
  ...facts,
  ...{ id: 'k9', number: 40, openedAt: 90, status: 'resolved', topic: 'outage', owner: 'KM' },
  ...{ answeredAt: 120, answeredBy: 'KM', resolvedAt: 300, resolvedBy: 'KM', reopenedAt: [200] },
  replies: [{ at: 120, by: 'KM' }],
  followUps: [{ dueAt: 400, doneAt: 390, by: 'KM' }],
  incidents: [{ id: 'i', linkedAt: 95, toldAt: 120, customerId: 'theirs' }],
};

it('joins what two desks have seen of one case, and takes what can be set from whoever changed it last', () => {
  const linked = { ...facts, incidents: [{ id: 'i', linkedAt: 110, toldAt: null, customerId: 'ours' }] };
  const joined = joinFacts(linked, theirs, true);
  expect(joined).toMatchObject({
    ...{ id: 'c1', number: 1, openedAt: 90, status: 'resolved', topic: 'outage', owner: 'KM', resolvedAt: 300 },
    ...{ answeredAt: 120, answeredBy: 'KM', reopenedAt: [200], replies: [{ at: 120, by: 'KM' }] },
    incidents: [{ id: 'i', linkedAt: 95, toldAt: 120, customerId: 'ours' }],
  });
  expect(joinFacts(linked, theirs, false)).toMatchObject({ status: 'open', topic: 'billing', resolvedAt: null });
});

it('changes nothing when the same is joined again', () => {
  const joined = joinFacts(facts, theirs, true);
  expect(joinFacts(joined, theirs, true)).toEqual(joined);
  expect(joinFacts(facts, facts, false)).toEqual(facts);
});
