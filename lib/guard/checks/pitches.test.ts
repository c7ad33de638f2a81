import { describe, expect, it } from 'vitest';
import { readShippedModel } from '../../triage/shipped';
import { answering } from '../example';
import { complaintBy, judgeDraft } from '../guard';

const score = complaintBy(readShippedModel());

function sales(draft: string, tweet: string, lang = 'en') {
  return judgeDraft(draft, answering(tweet, lang), score).checks.find(({ id }) => id === 'sales')?.level ?? null;
}

describe('advertising under a complaint, in the words of other trades', () => {
  it.each([
    [
      'en',
      'third day without internet, useless @LanternCare',
      'Two for one cinema tickets for members. Join the club today!',
    ],
    [
      'es',
      'tres días sin internet, pésimo servicio @LanternCare',
      'Contrata la fibra antes del domingo y llévate un mes gratis.',
    ],
    ['pt', 'três dias sem internet, péssimo @LanternCare', 'Traga seu número e ganhe bônus em dobro. Só até sexta!'],
    [
      'fr',
      'trois jours sans internet, service nul @LanternCare',
      'Deux achetés, le troisième offert, ce week-end seulement !',
    ],
    [
      'de',
      'drei Tage kein Internet, unfähiger Laden @LanternCare',
      'Wechsle zu uns und sichere dir 150 € Prämie, nur bis Sonntag.',
    ],
    [
      'it',
      'tre giorni senza internet, servizio pessimo @LanternCare',
      'Passa alla fibra entro domenica: tre mesi gratis!',
    ],
    [
      'in',
      'tiga hari internet mati, parah banget @LanternCare',
      'Pasang sebelum Minggu, gratis ongkir dan cashback 50rb!',
    ],
    [
      'tl',
      'tatlong araw na walang internet, ang bulok @LanternCare',
      'Lipat na sa fiber, libre ang unang tatlong buwan!',
    ],
  ])('is held (%s)', (lang, tweet, draft) => {
    expect(sales(draft, tweet, lang)).toBe('hold');
  });

  it.each([
    [
      'an offer that was asked for',
      'en',
      'I leave unless you offer me something better @LanternCare',
      'We can make it £25 a month for a year.',
    ],
    [
      'a price that was asked for',
      'de',
      '@LanternCare habt ihr Tarife ohne Laufzeit? Was kosten die?',
      'Ja: 30 GB für 10 € im Monat, jederzeit kündbar.',
    ],
    [
      'a refund',
      'en',
      'my discount is missing again @LanternCare',
      'The 20% discount is missing, our mistake. We refund £8 by Friday.',
    ],
    [
      'a free change',
      'es',
      'cancelaron mi vuelo @LanternCare',
      'Puedes cambiarlo gratis o pedir el reembolso aquí: https://lantern.example/cambios',
    ],
  ])('is not: %s', (_, lang, tweet, draft) => {
    expect(sales(draft, tweet, lang)).toBeNull();
  });
});

describe('numbers of many countries', () => {
  const look = (draft: string) => judgeDraft(draft, answering('@LanternCare hm', 'en')).verdict;

  it.each([
    ['a French number in pairs', 'on vous appelle au 06.12.34.56.78'],
    ['a number of Berlin', 'wir erreichen dich nicht unter 030 90182012'],
    ['an Italian IBAN with a lone letter', 'IT60 X 05428 11101 000000123456'],
    ['a CURP', 'CURP GOMA800101MDFXRR05'],
    ['an Italian tax code', 'codice fiscale RSSMRA85T10A562S'],
    ['a DNI', 'tu DNI 12345678Z'],
    ['a CPF', 'seu CPF 529.982.247-25'],
    ['an address with one sign in brackets', 'to mara.quill(at)gmail.com'],
    ['an address with a word for its sign', 'to mara.quill at gmail.com'],
    ['an address with hyphens', 'to mara-at-gmail-dot-com'],
    ['a customer number in a language that is not known', 'Kundennummer 48213377'],
  ])('%s is held', (_, draft) => {
    expect(look(draft)).toBe('hold');
  });

  it.each([
    ['numbers in a row', 'channels 101 102 103 104 are back'],
    ['a date without signs', 'since build 20261122'],
    ['the model of a phone', 'What is the model of your phone?'],
    ['what we sent ourselves', 'Te lo enviamos a tu correo'],
  ])('%s is not', (_, draft) => {
    expect(look(draft)).toBe('pass');
  });
});
