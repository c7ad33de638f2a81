import { describe, expect, it } from 'vitest';
import { factFor } from './choose';
import { conflictsAmong } from './conflicts';
import type { Fact } from './fact';
import { channelsIn, countOffered, nothingOffered } from './offered';
import { channelNamed, factFieldsSchema } from './schema';

let next = 0;
const fact = (fields: Partial<Fact>): Fact => ({
  id: String(next++),
  topic: 'other',
  channel: 'help',
  text: '',
  link: null,
  lang: null,
  ...fields,
});

describe('service facts', () => {
  it('know their channels by usual names', () => {
    expect(channelNamed('Status page')).toBe('status');
    expect(channelNamed('E-mail')).toBe('email');
    expect(channelNamed('opening hours')).toBe('hours');
    expect(channelNamed('pigeon')).toBeNull();
  });

  it('are checked', () => {
    expect(
      factFieldsSchema.safeParse({ topic: 'Outage', channel: 'status page', text: 'https://a.example' }).data,
    ).toEqual({
      topic: 'outage',
      channel: 'status',
      text: 'https://a.example',
      link: null,
      lang: null,
    });
    expect(factFieldsSchema.safeParse({ topic: 'outage', channel: 'status' }).success).toBe(false);
    expect(factFieldsSchema.safeParse({ topic: 'x', channel: 'help', link: 'lantern' }).success).toBe(false);
  });

  it('answer by topic, by words and in a language', () => {
    const status = fact({ topic: 'outage', channel: 'status', text: 'https://lantern.example/status' });
    const porting = fact({ topic: 'number porting', text: 'Keeping your number takes one day.', lang: 'en' });
    const facts = [status, porting];
    const need = { lang: 'en', channels: ['status', 'help'] as const };
    expect(factFor(facts, { ...need, text: 'it is all dead', topic: 'outage' })).toBe(status);
    expect(factFor(facts, { ...need, text: 'can i keep my number', topic: 'account' })).toBe(porting);
    expect(factFor(facts, { ...need, text: 'can i keep my number', topic: 'account', lang: 'de' })).toBeNull();
    expect(factFor(facts, { ...need, text: 'where is my parcel', topic: 'order' })).toBeNull();
  });

  it('conflict where a reply could say only one', () => {
    const one = fact({ channel: 'phone', text: '0800 555 010' });
    const other = fact({ channel: 'phone', text: '0800 555 011' });
    expect(conflictsAmong([one, other])).toEqual([{ one, other, why: 'differ' }]);
    expect(conflictsAmong([one, { ...other, topic: 'billing' }])).toEqual([]);
    expect(conflictsAmong([fact({ text: 'a' }), fact({ text: 'b' })])).toEqual([]);
  });

  it('are counted by channel, once a reply', () => {
    const facts = [
      fact({ channel: 'phone', text: '0800 555 010' }),
      fact({ channel: 'help', text: 'See', link: 'https://lantern.example/help' }),
    ];
    const counts = countOffered(nothingOffered, channelsIn('Ring 0800-555-010, or 0800 555 010. ^JD', facts));
    expect(counts.phone).toBe(1);
    expect(counts.help).toBe(0);
    expect(countOffered(counts, channelsIn('https://lantern.example/help', facts)).help).toBe(1);
  });
});
