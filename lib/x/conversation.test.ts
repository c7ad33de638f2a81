import { describe, expect, it } from 'vitest';
import { answeredRow, type Row } from './conversation';
import { threadAround } from './thread';

const element = {} as Element;
const tweet = (id: string, handle = 'ada', focal = false): Row => ({ article: element, id, handle, focal });
const gap: Row = { article: null };
const never = (): boolean => false;
const always = (): boolean => true;

describe('answeredRow', () => {
  it('on a status page: the tweet above, or the focal one across a gap', () => {
    const rows = [tweet('1'), tweet('2', 'ada', true), tweet('3'), gap, tweet('4'), tweet('5'), gap, tweet('6')];
    const answered = rows.map((_, index) => answeredRow(rows, index, never)?.id ?? null);
    expect(answered).toEqual([null, '1', '2', null, '2', '4', null, '2']);
  });

  it('on a timeline: the tweet above, if X joins the two', () => {
    const rows = [tweet('1'), tweet('2')];
    expect(answeredRow(rows, 1, never)).toBeNull();
    expect(answeredRow(rows, 1, always)?.id).toBe('1');
    expect(answeredRow([tweet('1'), gap, tweet('2')], 2, always)).toBeNull();
  });
});

describe('threadAround', () => {
  const rows = [
    tweet('1', 'ada'),
    tweet('2', 'lantern', true),
    gap,
    tweet('3', 'ada'),
    tweet('4', 'lantern'),
    gap,
    tweet('5', 'ben'),
    tweet('6', 'lantern'),
  ];

  it('goes up to the beginning and down to the end of one branch', () => {
    expect(threadAround(rows, '3', never).map((row) => row.id)).toEqual(['1', '2', '4']);
  });

  it('takes all branches below the first tweet', () => {
    expect(threadAround(rows, '1', never).map((row) => row.id)).toEqual(['2', '3', '4', '5', '6']);
  });

  it('is empty for a tweet that stands alone or is gone', () => {
    expect(threadAround([tweet('1'), gap, tweet('2')], '2', always)).toEqual([]);
    expect(threadAround(rows, '99', always)).toEqual([]);
  });
});
