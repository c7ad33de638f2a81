import { describe, expect, it } from 'vitest';
import { topics } from '../cases/case';
import { answering } from '../guard/example';
import { judgeDraft } from '../guard/guard';
import { LONGEST_POST, weightedLength } from '../text/weight';
import { invite, messageLink } from './private';
import type { ReplyRequest } from './request';

const LINK = messageLink({ handle: 'mara_q', userId: '1234567890123456789' });

function request(text: string, lang: string, more: Partial<ReplyRequest['judgement']> = {}): ReplyRequest {
  return {
    tweet: { id: '1', handle: 'mara_q', name: 'Mara Quill', text, lang },
    judgement: {
      ...{ relevance: 'brand', intent: 'complaint', intentConfidence: 0.9, topic: 'outage', pressures: [] },
      ...more,
    },
    ...{ cases: [], incidents: [], facts: [], recent: [], now: Date.parse('2026-05-04T10:00:00Z') },
    rep: { name: 'June Dale', initials: 'JD' },
    brand: { name: 'Lantern', names: ['Lantern'], handles: ['LanternCare'] },
  };
}

const tweets: readonly (readonly [string, string])[] = [
  ['en', 'No internet since Tuesday @LanternCare, nobody answers'],
  ['es', 'Llevo dos días sin internet @LanternCare, nadie contesta'],
  ['pt', 'Estou sem internet desde ontem @LanternCare, ninguém atende'],
  ['fr', 'Plus de connexion depuis lundi @LanternCare, personne ne répond'],
  ['de', 'Seit Montag kein Internet @LanternCare, keiner geht ran'],
  ['it', 'Da lunedì senza internet @LanternCare, nessuno risponde'],
  ['in', 'Internet mati dari kemarin @LanternCare, tidak ada yang jawab'],
  ['tl', 'Wala kaming internet mula kahapon @LanternCare, walang sumasagot'],
];

describe('X’s link to a direct message', () => {
  it('goes by the numeric id, else to the profile', () => {
    expect(LINK).toBe('https://x.com/messages/compose?recipient_id=1234567890123456789');
    expect(messageLink({ handle: 'mara_q', userId: null })).toBe('https://x.com/mara_q');
  });
});

describe('an invitation', () => {
  it.each(tweets)('has the link, fits, and asks for no card, PIN or password (%s)', (lang, text) => {
    for (const topic of topics) {
      for (const intent of ['complaint', 'question', 'praise'] as const) {
        for (const said of [text, `${text} !!!`, `${text} 0171 234 5678`]) {
          const invitation = invite(request(said, lang, { topic, intent }), LINK);
          expect(invitation).toContain(LINK);
          expect(invitation).toMatch(/\^JD$/);
          expect(weightedLength(invitation)).toBeLessThanOrEqual(LONGEST_POST);
          const { checks } = judgeDraft(invitation, answering(said, lang));
          expect(checks.filter(({ level }) => level === 'hold')).toEqual([]);
        }
      }
    }
  });

  it('is always there, also in a language without phrases or for a name that leaves no room', () => {
    const long = { ...request('ネットがつながらない', 'ja'), rep: { name: '', initials: '' } };
    expect(invite(long, LINK)).toContain(LINK);
  });
});
