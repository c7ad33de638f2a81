import { describe, expect, it } from 'vitest';
import type { CaseStatus, Entry, Topic } from '../cases/case';
import { banks } from '../replies/phrases';
import { LONGEST_POST, weightedLength } from '../text/weight';
import { type CheckInRequest, suggestCheckIn } from './check-in';

const NOW = Date.parse('2026-11-19T10:00:00');
const YESTERDAY = Date.parse('2026-11-18T18:00:00');

const tweet = (text: string, lang = 'en', at = YESTERDAY): Entry => ({
  id: 'e1',
  caseId: 'c1',
  at,
  tweetId: '1001',
  kind: 'tweet',
  handle: 'marnie_whit',
  name: 'Marnie Whitlow',
  text,
  permalink: 'https://x.com/marnie_whit/status/1001',
  lang,
});
const request = (
  history: Entry[],
  topic: Topic = 'outage',
  status: CaseStatus = 'resolved',
  more: Partial<CheckInRequest> = {},
): CheckInRequest => ({
  case: { id: 'c1', topic, status, openedAt: YESTERDAY },
  customer: { name: 'Marnie Whitlow', handle: 'marnie_whit', place: '' },
  history,
  rep: { name: 'June', initials: 'JD' },
  recent: [],
  now: NOW,
  ...more,
});
const textOf = (asked: CheckInRequest): string => suggestCheckIn(asked)?.text ?? '';

describe('suggestCheckIn', () => {
  it('asks after the outage of the day before, in the customer’s word for what was out', () => {
    const text = textOf(request([tweet('@Lantern my landline is dead again')]));
    expect(text).toMatch(/Marnie/);
    expect(text).toMatch(/outage yesterday/);
    expect(text).toMatch(/your landline/);
    expect(text).toMatch(/\?.* \^JD$/);
  });

  it('claims no end of what has not ended', () => {
    const open = textOf(request([tweet('my internet is down')], 'outage', 'pending'));
    expect(open).not.toMatch(/still up|after the outage/);
    expect(open).toMatch(/How is (?:it|your internet) now\?/);
    const known = { since: YESTERDAY, state: 'known' as const };
    expect(textOf(request([tweet('internet down')], 'outage', 'resolved', { incident: known }))).toMatch(/now\?/);
  });

  it('speaks of the incident’s day where the case belongs to one', () => {
    const incident = { since: Date.parse('2026-11-16T08:00:00'), state: 'fixed' as const };
    expect(textOf(request([tweet('no wifi here')], 'outage', 'pending', { incident }))).toMatch(/outage on Monday/);
  });

  it('speaks of other trouble by its own name', () => {
    const text = textOf(request([tweet('my bill is wrong again @Lantern')], 'billing'));
    expect(text).toMatch(/your bill/);
    expect(text).not.toMatch(/outage/);
  });

  it('speaks of the tweet on which the case was reopened', () => {
    const reopened: Entry = {
      id: 'e3',
      caseId: 'c1',
      at: YESTERDAY,
      tweetId: null,
      kind: 'change',
      change: { what: 'reopened', from: 'resolved' },
      by: 'JD',
    };
    const first = tweet('my wifi is down', 'en', Date.parse('2026-11-02T18:00:00'));
    const second = { ...tweet('and now the landline is out', 'en', YESTERDAY - 60_000), id: 'e2' };
    expect(textOf(request([reopened, first, second]))).toMatch(/landline/);
  });

  it('says nothing where the customer has said nothing', () => {
    expect(suggestCheckIn(request([]))).toBeNull();
  });

  const inTheirWords: Record<string, string> = {
    en: 'my internet has been down since this morning and nobody answers me',
    tl: 'wala pa ring internet dito sa amin hanggang ngayon, ano na po',
    es: 'llevo desde ayer sin internet y nadie me contesta, qué pasa',
    pt: 'estou sem internet desde ontem e ninguém me responde, o que é isso',
    fr: "je n'ai plus internet depuis hier et personne ne me répond",
    de: 'ich habe seit gestern kein Internet und niemand antwortet mir',
    it: 'sono senza internet da ieri e nessuno mi risponde',
    in: 'internet mati dari kemarin dan tidak ada yang jawab',
  };

  it.each(banks.map(({ lang }) => lang))('is short, plain and whole in %s', (lang) => {
    const seen = new Set<string>();
    for (const topic of ['outage', 'billing', 'device', 'appointment', 'other'] as const) {
      for (const status of ['resolved', 'pending'] as const) {
        for (const at of [
          YESTERDAY,
          NOW - 60_000,
          Date.parse('2026-11-16T10:00:00'),
          Date.parse('2026-05-16T10:00:00'),
        ]) {
          for (const handle of ['a', 'bb', 'ccc', 'marnie_whitlow1']) {
            const customer = { name: handle === 'a' ? '' : 'Marnie Whitlow', handle, place: '' };
            const made = suggestCheckIn(
              request([tweet(inTheirWords[lang] ?? '', lang, at)], topic, status, { customer }),
            );
            const text = made?.text ?? '';
            seen.add(text);
            expect(text).toMatch(/\?|\.\s\^JD$/);
            expect(text).not.toMatch(/[{}[\]|!¡]|undefined|null/);
            expect(weightedLength(text)).toBeLessThanOrEqual(LONGEST_POST);
            expect(made?.missing).toBeNull();
          }
        }
      }
    }
    expect(seen.size).toBeGreaterThan(15);
  });

  it('tells the rep where there are no phrases in the customer’s language', () => {
    const made = suggestCheckIn(request([tweet('интернет не работает', 'ru')]));
    expect(made?.missing).toMatch(/customer’s language/);
    expect(made?.text).toMatch(/English/);
  });
});
