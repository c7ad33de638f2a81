import { expect, it } from 'vitest';
import type { Fact } from '../facts/fact';
import { fillSnippet, type SnippetSources, unfilledIn } from './snippets';

const phone: Fact = { id: '1', topic: 'other', channel: 'phone', text: '0800 555 010', link: null, lang: null };
const sources: SnippetSources = {
  customer: { name: 'Marnie Whitlow', handle: 'marnie_whit' },
  rep: { name: 'June', initials: 'JD' },
  case: { number: 14 },
  incident: null,
  facts: [phone],
};

it('fills what is known', () => {
  const { text, missing, length } = fillSnippet(
    { text: '{customer.name}, ring {fact.phone} and name case {case.number}. {rep.initials}' },
    sources,
  );
  expect(text).toBe('Marnie, ring 0800 555 010 and name case 14. ^JD');
  expect(missing).toEqual([]);
  expect(length).toBe(text.length);
});

it('lists what is not, once each', () => {
  const { text, missing } = fillSnippet(
    { text: '{incident.message} {incident.message} {fact.chat} {no.such}' },
    sources,
  );
  expect(missing.map(({ placeholder }) => placeholder)).toEqual(['{incident.message}', '{fact.chat}', '{no.such}']);
  expect(unfilledIn(text)).toHaveLength(4);
});
