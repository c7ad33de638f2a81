import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readShippedModel } from '../triage/shipped';
import { sales } from './checks/sales';
import { answering, certain } from './example';
import { complaintBy, judgeDraft } from './guard';
import { lexicons } from './lexicon';
import { lists } from './lexicon/types';
import { piecesOf } from './pieces';
import { promisesIn } from './promises';
import type { Situation } from './types';

const score = complaintBy(readShippedModel());
const advert = 'Get the new Zephyr 9 for only $29 a month! Order today';

const writing = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        ...'your account number is 4539 1488 0343 6467 call us DM {name} order now 😊 ! ? . offer $29 zero nine @a #b http://x.y/z ４５ 07700'.split(
          ' ',
        ),
      ),
      { maxLength: 40 },
    )
    .map((words) => words.join(' ')),
);
const situations: fc.Arbitrary<Situation> = fc.record(
  {
    account: fc.constantFrom('LanternCare', 'other'),
    accounts: fc.constantFrom<string[]>([], ['LanternCare'], ['@lanterncare', 'Lantern']),
    thread: fc.array(
      fc.record({
        handle: fc.constantFrom('mara_q', 'finn_b', 'LanternCare'),
        text: writing,
        lang: fc.constantFrom('en', 'es', 'tl', 'in', 'qme', null),
      }),
      { maxLength: 4 },
    ),
    recent: fc.array(writing, { maxLength: 3 }),
    quoted: writing,
    privateNotes: fc.array(writing, { maxLength: 2 }),
  },
  { requiredKeys: ['thread'] },
);

describe('judgeDraft', () => {
  it('never throws, checks all, marks places inside the draft, and says the same twice', () => {
    fc.assert(
      fc.property(writing, situations, (draft, situation) => {
        const verdict = judgeDraft(draft, situation, score);
        expect(verdict.unchecked).toEqual([]);
        for (const { words, why } of verdict.checks) {
          expect(why).not.toBe('');
          for (const { start, end } of words) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(draft.length);
          }
        }
        expect(judgeDraft(draft, situation, score)).toEqual(verdict);
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  it('looks away where a post is private', () => {
    const situation = { ...answering('no internet'), account: 'joe_private' };
    expect(judgeDraft(advert, situation, certain(0.9)).checks).toEqual([]);
  });

  it('takes the first account where none is named', () => {
    const situation = { ...answering('no internet'), account: undefined };
    expect(judgeDraft(advert, situation, certain(0.9)).verdict).toBe('hold');
  });

  it('is softened and switched off by the team', () => {
    const situation = answering('no internet');
    const by = (policy: Situation['policy']) => judgeDraft(advert, { ...situation, policy }, certain(0.9)).verdict;
    expect([by({}), by({ sales: 'hint' }), by({ sales: 'off' })]).toEqual(['hold', 'hint', 'pass']);
  });

  it('lets a post through when a check fails, and says which', () => {
    const broken = vi.spyOn(sales, 'look').mockImplementation(() => {
      throw new Error('broken');
    });
    const verdict = judgeDraft(advert, answering('no internet'), certain(0.9));
    broken.mockRestore();
    expect(verdict).toEqual({ verdict: 'pass', checks: [], unchecked: ['sales'] });
  });

  it('lets a post through when all fails', () => {
    const verdict = judgeDraft('x', { thread: null } as unknown as Situation);
    expect(verdict.verdict).toBe('pass');
    expect(verdict.unchecked).toHaveLength(10);
  });

  it('does its work on hostile input in time', () => {
    const texts = ['1 '.repeat(4000), 'a.'.repeat(4000), 'a@'.repeat(4000), '(+'.repeat(3000), 'call us '.repeat(1000)];
    for (const text of texts) {
      const start = performance.now();
      judgeDraft(text, answering(text), score);
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});

describe('the lexicons', () => {
  it('have all lists and ten digits', () => {
    for (const lexicon of lexicons) {
      expect(lexicon.digits).toHaveLength(10);
      for (const list of lists) expect(lexicon[list].trim(), `${lexicon.lang} ${list}`).not.toBe('');
    }
  });
});

describe('piecesOf', () => {
  it('tells what is what', () => {
    const kinds = piecesOf('@a see https://x.example/1 for $29.99, 50% off #deal or mail a@b.example 12').map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual('handle word link word price percent word hashtag word word email number'.split(' '));
  });
});

describe('promisesIn', () => {
  it.each([
    ['en', "We'll get back to you tomorrow."],
    ['es', 'Te llamaremos mañana.'],
    ['de', 'Wir melden uns morgen.'],
    ['tl', 'Babalikan po namin kayo bukas.'],
  ])('finds one (%s)', (lang, draft) => {
    expect(promisesIn(draft, lang)).not.toEqual([]);
  });
  it('finds none in a question', () => {
    expect(promisesIn('What does the light do?', 'en')).toEqual([]);
  });
});
