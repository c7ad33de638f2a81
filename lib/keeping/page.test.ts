import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Case, Customer, Entry } from '../cases/case';
import { countsOf, type Dossier, dossierJson } from './dossier';
import { dossierPage } from './page';
import { ERASED, makeEraser, personOf } from './person';

const evil = '<script>alert(1)</script><img src=x onerror=alert(1)> " \' & \u202Ertl \uD800';

const customer: Customer = {
  ...{ id: 'm', handles: ['mira_k'], handle: 'mira_k', name: evil, account: evil, place: evil, note: evil },
  ...{ namedByRep: false, createdAt: 0, joined: [] },
};
const known: Case = {
  ...{ id: 'c', number: 7, customerId: 'm', openedFor: 'mira_k', status: 'open', topic: 'outage', priority: 'high' },
  ...{ route: 'rnd', owner: 'JD', tags: [evil], openedAs: null, openedAt: 0, updatedAt: 0, resolvedAt: null },
  waitingSince: null,
};
const permalink = 'https://x.com/mira_k/status/1';
const entries: Entry[] = [
  {
    id: 't',
    caseId: 'c',
    at: 0,
    tweetId: '1',
    kind: 'tweet',
    handle: 'mira_k',
    name: evil,
    text: evil,
    permalink,
    lang: 'en',
  },
  {
    id: 'u',
    caseId: 'c',
    at: 1,
    tweetId: '2',
    kind: 'tweet',
    handle: 'mira_k',
    name: 'Mira',
    text: '',
    permalink: 'javascript:alert(1)',
    lang: null,
  },
  { id: 'n', caseId: 'c', at: 2, tweetId: null, kind: 'note', text: evil, by: evil },
  {
    id: 'g',
    caseId: 'c',
    at: 3,
    tweetId: null,
    kind: 'guard',
    checks: ['tone'],
    outcome: 'posted',
    reason: 'notComplaint',
    by: 'JD',
  },
];
const dossier: Dossier = {
  at: 0,
  desk: evil,
  traces: {
    ...{ customer, cases: [known], entries, person: personOf(customer, [known], entries) },
    ...{ drafts: [], followUps: [], deeds: [], corrections: [], dismissals: [], dealtWith: [], guardSayings: [] },
    ...{ incidents: [], updates: [], imports: [], handOverNotes: [evil], recentReplies: [evil], strays: [] },
    named: { entries: [], customers: [], followUps: [], drafts: [], incidents: [] },
  },
  session: {
    queued: [{ id: '9', text: evil, time: evil, permalink: 'javascript:alert(1)' }],
    sightings: 1,
    looking: 1,
  },
};

describe('everything about one customer', () => {
  it('is a page in which nothing that anybody wrote is more than text', () => {
    const page = dossierPage(dossier, 'en-GB');
    const { document } = parseHTML(page);
    expect(document.querySelectorAll('script, img, iframe, link, object')).toHaveLength(0);
    expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([permalink]);
    expect(
      [...document.querySelectorAll('*')].flatMap((one) => [...one.attributes].map(({ name }) => name)),
    ).not.toContain('onerror');
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
    expect(page).not.toMatch(/\p{Surrogate}/u);
    expect(document.body?.textContent).toContain('<script>alert(1)</script>');
    expect(document.body?.textContent).toContain('Case #7');
  });

  it('does not tell who overrode a check', () => {
    expect(dossierPage(dossier, 'en-GB')).toContain('Somebody posted it as it was');
    const { kept, where } = JSON.parse(dossierJson(dossier)) as {
      kept: { entries: { kind: string; by?: string }[] };
      where: { part: string; count: number }[];
    };
    expect(kept.entries.find(({ kind }) => kind === 'guard')).toMatchObject({ by: null, reason: null });
    expect(where.find(({ part }) => part === 'entries')?.count).toBe(countsOf(dossier).entries);
  });
});

describe('knowing a person again', () => {
  const eraser = makeEraser({
    handles: new Set(['mira_k', 'anna']),
    tweetIds: new Set(['123456']),
    words: ['Mira Kallas', 'A-77/1'],
  });

  it.each([
    ['Hi @mira_K!', `Hi ${ERASED}!`],
    ['Hi ＠Anna, hi Anna', `Hi ${ERASED}, hi Anna`],
    ['@mira_kallas and @annabel', '@mira_kallas and @annabel'],
    ['see https://twitter.com/Mira_K/status/9?s=20 ok', `see ${ERASED} ok`],
    ['x.com/i/status/123456 and /status/1234567', `${ERASED} and /status/1234567`],
    ['mira_k said, Mira\nKallas said', `${ERASED} said, ${ERASED} said`],
    ['Mira Kallaste, A-77/12, A-77/1.', `Mira Kallaste, A-77/12, ${ERASED}.`],
  ])('in %j', (text, cleaned) => {
    expect(eraser.clean({ text })).toEqual({ text: cleaned });
    expect(eraser.names(text)).toBe(text !== cleaned);
  });

  it('leaves ids and what names nobody as they are', () => {
    const row = { id: 'mira_k', caseId: 'mira_k', parts: [{ text: 'hello' }, null, 3] };
    expect(eraser.clean(row)).toBe(row);
  });
});
