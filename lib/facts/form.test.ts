import { describe, expect, it } from 'vitest';
import { blankFact, checkFacts, type FactForm, readableFacts, toFactForm } from './form';
import { readPastedFacts } from './paste';

const form = (fields: Partial<FactForm>): FactForm => ({ ...blankFact('1'), ...fields });

describe('facts as they are typed', () => {
  it('are read by the names on screen', () => {
    const checked = checkFacts([
      form({ topic: 'order or reward', channel: 'help', link: 'https://lantern.example/orders', lang: 'en' }),
      form({ id: '2', topic: '', channel: 'phone', text: '0800 555 010' }),
      form({ id: '3' }),
    ]);
    expect(checked).toEqual({
      ok: true,
      facts: [
        { id: '1', topic: 'order', channel: 'help', text: '', link: 'https://lantern.example/orders', lang: 'en' },
        { id: '2', topic: 'other', channel: 'phone', text: '0800 555 010', link: null, lang: null },
      ],
    });
  });

  it('come back as they were', () => {
    const typed = form({ topic: 'Anything', channel: 'chat', text: 'Chat with us', link: 'https://lantern.example/c' });
    const [fact] = readableFacts([typed]);
    expect(fact && toFactForm(fact)).toEqual(typed);
  });

  it.each([
    [{ topic: 'x', link: 'lantern.example' }, 'link', 'begins with https://'],
    [{ topic: 'x', link: 'ftp://lantern.example' }, 'link', 'begins with https://'],
    [{ topic: 'x', text: 'See htp://lantern.example now' }, 'text', '“htp://lantern.example”'],
    [{ topic: 'x' }, 'text', 'or a link'],
    [{ topic: 'x', text: 'a'.repeat(241) }, 'text', 'Longer than 240'],
  ] as const)('are refused in words: %o', (fields, where, message) => {
    const checked = checkFacts([form(fields)]);
    expect(checked.ok ? null : checked.problems['1']?.[where]).toContain(message);
  });
});

describe('facts that are pasted', () => {
  it('are read line by line, with what is wrong by line', () => {
    const { facts, problems } = readPastedFacts(
      [
        'topic,channel,text,link,language',
        'outage,Status page,,https://lantern.example/status,',
        'billing,phone,"0800 555 010, free",,en',
        '',
        'billing,pigeon,coo,,',
        'speed,help,,lantern,',
      ].join('\n'),
    );
    expect(facts).toEqual([
      { topic: 'outage', channel: 'status', text: '', link: 'https://lantern.example/status', lang: null },
      { topic: 'billing', channel: 'phone', text: '0800 555 010, free', link: null, lang: 'en' },
    ]);
    expect(problems.map(({ line }) => line)).toEqual([5, 6]);
    expect(problems[0]?.message).toContain('pigeon');
  });

  it('may come from a table', () => {
    expect(readPastedFacts('outage\tnotice\tWe know, and we are on it\t\ten').facts).toEqual([
      { topic: 'outage', channel: 'notice', text: 'We know, and we are on it', link: null, lang: 'en' },
    ]);
  });
});
