import { describe, expect, it } from 'vitest';
import type { Entry } from '../cases/case';
import { nothingTicked, type TicketRequest, type TicketTicks, ticketOf } from './ticket';

const at = (iso: string): number => Date.parse(iso);
const base = { caseId: 'c1', tweetId: '1' };
const history: Entry[] = [
  {
    ...base,
    id: '2',
    at: at('2026-11-18T10:30:00Z'),
    kind: 'reply',
    handle: 'LanternCares',
    initials: 'JD',
    text: 'Marnie, which modem is it?',
    permalink: 'https://x.com/LanternCares/status/1002',
  },
  {
    ...base,
    id: '1',
    at: at('2026-11-18T10:20:00Z'),
    kind: 'tweet',
    handle: 'marnie_whit',
    name: 'Marnie Whitlow',
    text: '@LanternCares modem dead, Marnie Whitlow in Whitten, ring 555-0142 77, marnie@post.example, acct L-99812',
    permalink: 'https://x.com/marnie_whit/status/1001',
    lang: 'en',
  },
  { ...base, id: '3', at: at('2026-11-18T10:40:00Z'), kind: 'note', text: 'Old firmware, says Marnie', by: 'JD' },
  {
    ...base,
    id: '4',
    at: at('2026-11-18T10:41:00Z'),
    kind: 'change',
    change: { what: 'route', from: 'support', to: 'rnd' },
    by: 'JD',
  },
];
const ticket = (ticks: Partial<TicketTicks> = {}): string =>
  ticketOf({
    case: {
      number: 128,
      topic: 'device',
      status: 'pending',
      priority: 'high',
      route: 'rnd',
      openedAt: at('2026-11-18T10:25:00Z'),
      tags: ['firmware'],
    },
    customer: {
      name: 'Marnie Whitlow',
      handle: 'marnie_whit',
      handles: ['marnie_whit'],
      account: 'L-99812',
      place: 'Whitten',
      note: 'Has a small shop',
    },
    history,
    ticks: { ...nothingTicked, ...ticks },
    zone: 'Europe/London',
    locale: 'en-GB',
  } satisfies TicketRequest);

const PERSONAL = /marnie|whitlow|whitten|555|post\.example|99812|small shop|firmware, says/i;

describe('ticketOf', () => {
  it('tells what happened, in order, with links', () => {
    expect(ticket()).toBe(
      [
        'Case #128: Device',
        'For: R&D. Status: Pending. Priority: High.',
        'Opened: 18 Nov 2026, 10:25',
        'Tags: firmware',
        '',
        'What happened:',
        '1. 18 Nov 2026, 10:20: The customer wrote. https://x.com/i/status/1001',
        '2. 18 Nov 2026, 10:30: We replied (JD). https://x.com/i/status/1002',
        '3. 18 Nov 2026, 10:41: JD passed the case from Support to R&D',
      ].join('\n'),
    );
  });

  it('holds nothing personal that was not ticked, even within words', () => {
    expect(ticket()).not.toMatch(PERSONAL);
    const words = ticket({ words: true });
    expect(words).not.toMatch(PERSONAL);
    expect(words).toContain('modem dead');
    expect(words).toContain('which modem is it?');
  });

  it('holds what was ticked', () => {
    expect(ticket({ name: true })).toContain('Customer: Marnie Whitlow');
    expect(ticket({ handle: true })).toContain('https://x.com/marnie_whit/status/1001');
    expect(ticket({ account: true })).toContain('Account: L-99812');
    expect(ticket({ place: true })).toContain('Place: Whitten');
    const notes = ticket({ notes: true });
    expect(notes).toContain('Note by JD: Old firmware, says […]');
    expect(notes).toContain('Has a small shop');
  });
});
