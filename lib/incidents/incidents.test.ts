import { describe, expect, it } from 'vitest';
import { gathered, wake } from '../follow-ups/due';
import { LONGEST_POST } from '../text/weight';
import { bestIncident, type Candidate, fitOf, fitsOf } from './fits';
import { changed, checkInsFor, type Incident, isNews } from './incident';
import { draftNotice } from './notice';
import { marked, nextToTell, progressOf, startUpdate, withLinked } from './update-list';

const NOW = Date.parse('2026-11-18T14:00:00Z');
const HOUR = 3_600_000;
const whitten: Incident = {
  id: 'i1',
  title: 'Outage in Whitten',
  area: 'Whitten, Harrow Street',
  state: 'known',
  since: NOW - 3 * HOUR,
  expected: NOW + 2 * HOUR,
  message: 'The exchange lost power; engineers are on site.',
  link: 'https://lantern.example/status',
  lang: 'en',
  createdAt: NOW - 2 * HOUR,
  updatedAt: NOW - 2 * HOUR,
  fixedAt: null,
  by: 'JD',
};
const candidate = (text: string, more: Partial<Candidate> = {}): Candidate => ({
  id: text,
  text,
  topic: 'outage',
  at: NOW - HOUR,
  place: '',
  ...more,
});
const linked = (n: number, more: object = {}) => ({
  caseId: `c${n}`,
  customerId: `p${n}`,
  updatedAt: NOW - n,
  waitingSince: n % 2 ? NOW - n * HOUR : null,
  ...more,
});

describe('what fits an incident', () => {
  it('proposes what speaks of the place, the trouble and the time, with reasons', () => {
    expect(fitOf(whitten, candidate('no internet in whitten'))?.reasons).toEqual([
      'names Whitten',
      'speaks of an outage',
      'was written since then',
    ]);
    expect(fitOf(whitten, candidate('no internet #WhittenDown'))).not.toBeNull();
    expect(fitOf(whitten, candidate('no internet', { place: 'Harrow Street 4' }))?.reasons[0]).toBe(
      'is in Harrow Street',
    );
    expect(fitOf(whitten, candidate('wifi odd in Whitten', { topic: 'device' }))).not.toBeNull();
  });

  it.each([
    ['another place', candidate('no internet in Orlow')],
    ['no place', candidate('no internet')],
    ['another trouble', candidate('wrong bill in Whitten', { topic: 'billing' })],
    ['long before', candidate('no internet in Whitten', { at: NOW - 30 * HOUR })],
    ['a word that holds the name', candidate('no internet in Whittenberg')],
    ['what the rep has settled', candidate('no internet in Whitten', { settled: ['i1'] })],
  ])('passes over %s', (_, other) => {
    expect(fitOf(whitten, other)).toBeNull();
  });

  it('ranks several, and finds the incident that fits best', () => {
    const strong = candidate('no internet in Whitten');
    const weak = candidate('box blinks', { topic: 'device', place: 'Whitten' });
    expect(fitsOf(whitten, [weak, candidate('hello'), strong]).map((fit) => fit.candidate)).toEqual([strong, weak]);
    const orlow = { ...whitten, id: 'i2', area: 'Orlow' };
    expect(bestIncident([whitten, orlow], candidate('dead line in Orlow'))?.incident.id).toBe('i2');
    expect(bestIncident([{ ...orlow, state: 'fixed' }], candidate('dead line in Orlow'))).toBeNull();
  });
});

describe('updates', () => {
  it('are a list to work through, each customer once', () => {
    let list = startUpdate(whitten, [linked(1), linked(2), linked(3), linked(4, { customerId: 'p1' })], NOW);
    expect(list.items.map(({ caseId }) => caseId)).toEqual(['c3', 'c1', 'c2']);
    expect(nextToTell(list)?.caseId).toBe('c3');
    list = marked(list, 'c3', 'told', NOW);
    list = marked(list, 'c1', 'skipped', NOW);
    expect(progressOf(list)).toEqual({ told: 1, skipped: 1, left: 1, of: 3, words: '1 of 3 told, 1 skipped' });
    expect(nextToTell(list, 'c2')?.caseId).toBe('c2');
    list = withLinked(list, [linked(1), linked(9)]);
    expect(list.items).toHaveLength(4);
    list = marked(marked(list, 'c2', 'told', NOW), 'c9', 'told', NOW);
    expect(nextToTell(list)).toBeNull();
    expect(marked(list, 'c9', 'to tell', NOW).items.at(-1)?.at).toBeNull();
  });

  it('are offered where something changed for the customers', () => {
    expect(isNews(whitten, changed(whitten, { message: 'Power is back.' }, NOW))).toBe(true);
    expect(isNews(whitten, changed(whitten, { title: 'Whitten' }, NOW))).toBe(false);
    expect(changed(whitten, { state: 'fixed' }, NOW).fixedAt).toBe(NOW);
    expect(changed(changed(whitten, { state: 'fixed' }, NOW), { state: 'known' }, NOW).fixedAt).toBeNull();
  });

  it('end in check-ins that are one item with one notification', () => {
    let ids = 0;
    const options = { dueAt: NOW, now: NOW - HOUR, by: 'JD', newId: () => `f${ids++}` };
    const made = checkInsFor(whitten, [linked(1), linked(2), linked(3)], [], options);
    expect(made).toHaveLength(3);
    expect(checkInsFor(whitten, [linked(1), linked(4)], made, options)).toHaveLength(1);
    expect(wake(NOW, made, { zone: 'Europe/London', quiet: null }).notify).toHaveLength(1);
    expect(gathered(made)).toHaveLength(1);
  });
});

describe('notices', () => {
  const draft = (more: Partial<Incident> = {}) =>
    draftNotice({ ...whitten, ...more }, { zone: 'Europe/London', now: NOW });

  it('say what the incident says', () => {
    expect(draft()).toMatchObject({
      text: 'There is an outage in Whitten, Harrow Street since 11:00. The exchange lost power; engineers are on site. Expected to be over: 16:00. https://lantern.example/status',
      missing: null,
    });
    expect(draft({ state: 'fixed' }).text).toMatch(/^The outage in Whitten, Harrow Street is over\./);
    expect(draft({ state: 'suspected', message: '' })).toMatchObject({ missing: 'The incident has no message yet.' });
    expect(draft({ lang: 'de', since: NOW - 30 * HOUR }).text).toMatch(/seit 17\. Nov/);
    expect(draft({ lang: 'ja' }).missing).toMatch(/English/);
  });

  it('fit into a post', () => {
    for (const length of [100, 180, 230, 270, 400]) {
      const { length: taken } = draft({ message: 'word '.repeat(length / 5) });
      expect(taken).toBeLessThanOrEqual(LONGEST_POST);
    }
    expect(draft({ message: 'x'.repeat(400) }).missing).toMatch(/too long/);
  });
});
