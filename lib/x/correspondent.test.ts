import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readCorrespondent } from './correspondent';

const face = (handle: string): string => `<div data-testid="UserAvatar-Container-${handle}"></div>`;
const page = (header: string): Document =>
  parseHTML(`<html><body><div>${face('in_the_list')}</div><div data-testid="conversationHeader">${header}</div>
    <div data-testid="messageEntry">${face('in_a_message')} @somebody</div></body></html>`).document;

describe('the customer of a conversation', () => {
  it('is whom the header names', () => {
    expect(readCorrespondent(page(face('marnie_whit')), 'LanternJune')).toBe('marnie_whit');
    expect(readCorrespondent(page(face('LanternJune') + face('marnie_whit')), 'lanternjune')).toBe('marnie_whit');
  });

  it('is nobody where it names several, none, or nobody knows', () => {
    for (const header of [face('one') + face('two'), '', 'marnie_whit', face('not a handle')]) {
      expect(readCorrespondent(page(header), null)).toBeNull();
    }
  });
});
