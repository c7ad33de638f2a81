import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../facts/fact';
import { LONGEST_POST, weightedLength } from '../text/weight';
import { makeJudge } from '../triage/judge';
import { readShippedModel } from '../triage/shipped';
import { emptyWatchlist } from '../watchlist/watchlist';
import { banks } from './phrases';
import type { ReplyRequest } from './request';
import { suggest } from './suggest';

const judge = makeJudge({ ...emptyWatchlist, handles: ['xbrand'] }, readShippedModel());
const NOW = Date.parse('2026-11-19T15:00:00');
const DAY = 24 * 60 * 60 * 1000;

const TWEETS = [
  '@Lantern no internet in Leyford since Tuesday, exam tonight',
  'three hours on hold, useless, absolutely useless!!! 😡',
  'WHY IS MY BILL 94 WHEN IT WAS 41 @LANTERN',
  'my card is 4539 5781 2203 6641, ring me on 555-0142',
  '@LanternCares thank you, the technician was lovely',
  'tatlong oras nang walang signal sa Leyford, isara nyo na yan!!',
  'Me han cobrado dos veces noviembre @Lantern y nadie contesta',
  'caiu a internet em Leyford desde ontem, tenho prova',
  'Plus de réseau depuis ce matin à Leyford, en plein examen',
  'Seit Montag kein Internet in Leyford. Wann kommt der Techniker?',
  'Da ieri senza linea a Leyford, tre giorni e nessuno risponde',
  'internet mati dari subuh, tagihan naik, min tolong',
  'smoke is coming out of the router @Lantern',
  'idea for @Lantern: dark mode on the bill',
];
const NAMES = [
  'Marnie Whitlow',
  'priya 🌙',
  'the scone witch',
  '奥田れん',
  'Frau Hempel',
  '',
  "Ostler's Books",
  'ANGIE B',
];

const status: Fact = {
  id: '1',
  topic: 'outage',
  channel: 'status',
  text: 'https://lantern.example/status',
  link: null,
  lang: null,
};
const hours: Fact = {
  id: '2',
  topic: 'shop opening hours',
  channel: 'hours',
  text: 'The Whitcombe shop is closed on Sundays.',
  link: null,
  lang: 'en',
};
const incident = {
  title: 'Harrow Street',
  area: 'Leyford',
  message: 'The exchange in Leyford lost power; engineers are on their way.',
  lang: 'en',
};

function requestFor(
  text: string,
  more: Partial<ReplyRequest> & { name?: string; handle?: string; lang?: string } = {},
): ReplyRequest {
  const { name = 'Marnie Whitlow', handle = 'marnie_whit', lang = 'en', ...rest } = more;
  return {
    tweet: { id: '1001', handle, name, text, lang },
    judgement: judge({ handle, text, lang, mentions: ['xbrand'], links: [], ad: false }),
    cases: [],
    incidents: [],
    facts: [],
    rep: { name: 'June', initials: 'JD' },
    recent: [],
    now: NOW,
    ...rest,
  };
}

const textsOf = (request: ReplyRequest): string[] => suggest(request).map(({ text }) => text);
const SMILEY = /[\p{Extended_Pictographic}]|[:;]-?[)D]/u;

describe('suggestions', () => {
  it('answer, take it private and ask', () => {
    const made = suggest(requestFor('My wifi is down since Tuesday @Lantern'));
    expect(made.map(({ approach }) => approach)).toEqual(['answer', 'private', 'ask']);
    for (const { text } of made) expect(text).toMatch(/Marnie/);
    expect(made[0]?.text).toContain('wifi since Tuesday');
    expect(made[1]?.text).toMatch(/DM/);
    expect(made[2]?.text).toMatch(/\?/);
  });

  it('state the incident that hits the place, and the page where it can be followed', () => {
    const [answer] = suggest(requestFor('no internet in Leyford @Lantern', { incidents: [incident], facts: [status] }));
    expect(answer?.text).toContain(incident.message);
    expect(answer?.text).toContain('https://lantern.example/status');
    expect(answer?.missing).toBeNull();
  });

  it('ask whether an incident is theirs where the place is not known', () => {
    const made = suggest(requestFor('my internet is down @Lantern', { incidents: [incident] }));
    expect(made[0]?.text).not.toContain(incident.message);
    expect(made[2]?.text).toMatch(/Leyford.*\?/);
  });

  it('say nothing of an incident elsewhere', () => {
    for (const text of textsOf(requestFor('no internet in Whitcombe @Lantern', { incidents: [incident] }))) {
      expect(text).not.toContain('Leyford');
    }
  });

  it('answer a question with the fact, or tell the rep what to find out', () => {
    const question = 'Is the Whitcombe shop open on Sundays? @Lantern';
    expect(suggest(requestFor(question, { facts: [status, hours] }))[0]?.text).toContain(hours.text);
    const [unknown] = suggest(requestFor(question, { facts: [status] }));
    expect(unknown?.missing).toContain('Is the Whitcombe shop open on Sundays?');
    expect(unknown?.text).not.toContain('status');
  });

  it('remember what the customer wrote, but never a note', () => {
    const cases = [
      {
        topic: 'device',
        status: 'open',
        entries: [
          { at: NOW - 2 * DAY, kind: 'tweet', text: 'the modem blinks red' },
          { at: NOW - DAY, kind: 'note', text: 'modem: sounds cross, owes us' },
        ],
      },
    ];
    const texts = textsOf(requestFor('my modem is still dead @Lantern', { cases }));
    expect(texts[0]).toMatch(/on Tuesday.*same modem/);
    for (const text of texts) expect(text).not.toMatch(/owes|cross|yesterday/);
  });

  it('thank for praise and ask nothing', () => {
    const made = suggest(requestFor('Thank you @Lantern, the engineer was brilliant and so kind'));
    expect(made).toHaveLength(3);
    for (const { approach, text } of made) {
      expect(approach).toBe('thanks');
      expect(text).not.toContain('?');
    }
  });

  it('have who showed a number take it down', () => {
    for (const text of textsOf(requestFor('@Lantern my card is 4539 5781 2203 6641, take the bill off it'))) {
      expect(text).toMatch(/delete|take that post down/i);
      expect(text).not.toMatch(/\d/);
    }
  });

  it('part kindly from who is not ours', () => {
    const brand = { name: 'Lantern', names: ['Lantern'], handles: ['Lantern'] };
    const made = suggest(requestFor('@TidewaveMobile my phone is dead', { ours: false, brand }));
    expect(made[0]?.approach).toBe('not-ours');
    expect(made[0]?.text).toContain('@TidewaveMobile');
    expect(made[0]?.text).toMatch(/sorry/i);
  });

  it('choose other words than the latest replies had', () => {
    const request = requestFor('my internet is down @Lantern');
    const first = textsOf(request);
    const second = textsOf({ ...request, recent: first });
    expect(second).not.toEqual(first);
    for (const text of second) expect(first).not.toContain(text);
  });

  it('keep cheer out of what the team wrote', () => {
    const cheerful = { ...incident, message: 'Power is out in Leyford!!! We are on it 😊' };
    const texts = textsOf(
      requestFor('NO INTERNET IN Leyford AGAIN you useless liars!!! @Lantern 😡', { incidents: [cheerful] }),
    );
    expect(texts[0]).toContain('Power is out in Leyford');
    for (const text of texts) expect(text).not.toMatch(/!/);
    for (const text of texts) expect(text).not.toMatch(SMILEY);
  });

  const anyRequest = fc.record({
    text: fc.oneof(fc.constantFrom(...TWEETS), fc.string({ maxLength: 280, unit: 'grapheme' })),
    lang: fc.constantFrom('en', 'tl', 'es', 'pt', 'fr', 'de', 'it', 'in', 'ja', 'und'),
    name: fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 50, unit: 'grapheme' })),
    handle: fc.string({ minLength: 1, maxLength: 15 }),
    message: fc.constantFrom('', incident.message, `${'Long words about it. '.repeat(30)}`),
    fact: fc.constantFrom('https://lantern.example/a', 'Ring us on 0800 555 010.', 'x '.repeat(110)),
  });

  it('hold what they promise for any tweet', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyRequest, ({ text, lang, name, handle, message, fact }) => {
        const request = requestFor(text, {
          name,
          handle,
          lang,
          incidents: [{ ...incident, message }],
          facts: [{ ...status, text: fact }],
        });
        const made = suggest(request);
        expect(made.length).toBeGreaterThanOrEqual(2);
        const input = JSON.stringify(request);
        for (const one of made) {
          expect(one.length).toBe(weightedLength(one.text));
          expect(one.length).toBeLessThanOrEqual(LONGEST_POST);
          expect(one.text).toMatch(/ \^JD$/);
          expect(one.text).not.toMatch(/[{}[\]|]|undefined|null/);
          expect(one.text).not.toMatch(/!/);
          expect(one.text).not.toMatch(SMILEY);
          for (const [digits] of one.text.matchAll(/\d+/g)) expect(input).toContain(digits);
        }
        expect(suggest(request)).toEqual(made);
      }),
      { numRuns: 150 },
    );
  });
});

describe('phrase banks', () => {
  const phrasesOf = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : value instanceof RegExp || !value || typeof value !== 'object'
        ? []
        : Object.values(value).flatMap(phrasesOf);

  it.each(banks.map((bank) => [bank.lang, bank] as const))(
    '%s exclaims nothing and asks for nothing secret',
    (_, bank) => {
      for (const phrase of phrasesOf({ moves: bank.moves, topics: bank.topics })) {
        expect(phrase).not.toMatch(/!|¡/);
        expect(phrase).not.toMatch(SMILEY);
        expect(phrase.replace(/\[[^[\]|]*\|[^[\]|]*\]/g, '')).not.toMatch(/[[\]|]/);
      }
      const words = new Set(
        bank.nouns.flatMap(({ words: list }) => list.split(/,\s*/).map((entry) => entry.split('=')[0])),
      );
      for (const word of Object.values(bank.words)) if (bank.lang !== 'en') expect(word).not.toBe('');
      expect(words.size).toBeGreaterThan(10);
    },
  );
});
