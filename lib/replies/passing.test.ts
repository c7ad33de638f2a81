import { describe, expect, it } from 'vitest';
import type { Verdict } from '../guard/types';
import type { Drafter } from './drafters';
import { draftPassing } from './passing';
import type { ReplyRequest, Suggestion } from './request';

describe('what the guard speaks of', () => {
  const suggestion = (text: string): Suggestion => ({
    text,
    length: text.length,
    approach: 'answer',
    uses: [],
    missing: null,
  });
  const pass: Verdict = { verdict: 'pass', checks: [], unchecked: [] };
  const hold: Verdict = {
    verdict: 'hold',
    checks: [{ id: 'tone', level: 'hold', why: '', words: [] }],
    unchecked: [],
  };
  const request = { recent: [] as string[] } as unknown as ReplyRequest;

  it('is put in other words, and left out where there are none', async () => {
    const wordings = ['bad', 'worse', 'good'];
    const careful: Drafter = {
      id: 'test',
      label: 'Test',
      draft: async ({ recent }) => [
        suggestion('fine'),
        suggestion(wordings.find((one) => !recent.includes(one)) ?? 'bad'),
      ],
    };
    const look = (text: string): Verdict => (text === 'bad' || text === 'worse' ? hold : pass);
    expect((await draftPassing(careful, request, look)).map(({ text }) => text)).toEqual(['fine', 'good']);
    const stubborn: Drafter = { ...careful, draft: async () => [suggestion('fine'), suggestion('bad')] };
    expect((await draftPassing(stubborn, request, look)).map(({ text }) => text)).toEqual(['fine']);
  });

  it('is offered where it is only about the moment', async () => {
    const drafter: Drafter = { id: 'test', label: 'Test', draft: async () => [suggestion('late')] };
    const answered: Verdict = { ...hold, checks: [{ id: 'already-answered', level: 'hold', why: '', words: [] }] };
    expect(await draftPassing(drafter, request, () => answered)).toHaveLength(1);
  });
});
