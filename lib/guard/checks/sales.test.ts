import { describe, expect, it } from 'vitest';
import { answering, certain } from '../example';
import { judgeDraft } from '../guard';

const look = (draft: string, tweet: string, lang: string, complaint: number, also = {}) =>
  judgeDraft(draft, answering(tweet, lang, also), certain(complaint)).checks.find(({ id }) => id === 'sales')?.level ??
  null;

const pitches = [
  ['en', 'Get the new Zephyr 9 for only $29 a month! Order today'],
  ['es', '¡Aprovecha nuestra oferta! 600 megas por solo 29 € al mes. Contrata ya'],
  ['pt', 'Aproveite nossa oferta! 600 mega por apenas R$ 99 por mês. Assine já'],
  ['fr', 'Profitez de notre offre ! La fibre à seulement 29 € par mois'],
  ['de', 'Sichere dir jetzt unser Angebot! Glasfaser für nur 29 € im Monat'],
  ['it', 'Approfitta della nostra offerta! Fibra a soli 29 € al mese'],
  ['tl', 'Mag-avail na ng aming bagong promo! Unli fiber sa halagang P999 a month lang'],
  ['in', 'Buruan langganan paket GigaMax, hanya Rp 199.000 per bulan!'],
] as const;

describe('sales copy', () => {
  it.each(pitches)('is held under a complaint (%s)', (lang, draft) => {
    expect(look(draft, '...', lang, 0.9)).toBe('hold');
  });

  it.each(pitches)('is only hinted at where it is no clear complaint (%s)', (lang, draft) => {
    expect(look(draft, '...', lang, 0.2)).toBe('hint');
  });

  it('is nothing under what is no complaint, or what the rep calls none', () => {
    expect(look(pitches[0][1], 'nice', 'en', 0.05)).toBeNull();
    expect(look(pitches[0][1], 'broken', 'en', 0.9, { noComplaint: true })).toBeNull();
  });

  it('is nothing where it was asked for', () => {
    expect(look(pitches[0][1], 'how much is the new phone? yours is broken', 'en', 0.9)).toBeNull();
    expect(look(pitches[1][1], '¿cuánto cuesta el plan?', 'es', 0.9)).toBeNull();
  });

  it('is held under what somebody wrote in their case lately, not long ago', () => {
    const at = (caseOpenedAt: string) =>
      judgeDraft(
        pitches[0][1],
        answering('ok', 'en', { caseComplaint: 'no internet', caseOpenedAt, now: '2026-05-04T12:00:00Z' }),
        (text) => (text === 'ok' ? 0.05 : 0.9),
      ).verdict;
    expect(at('2026-05-02T12:00:00Z')).toBe('hold');
    expect(at('2026-04-20T12:00:00Z')).toBe('pass');
  });

  it.each([
    'I have credited the £20 to your bill',
    'Please upgrade to the latest version of the app',
    'Feel free to DM us',
    'It is £25 until March and then £29',
    'Sign up for alerts here: https://lantern.example/status',
  ])('is not “%s”', (draft) => {
    expect(look(draft, 'still broken', 'en', 0.99)).toBeNull();
  });
});
