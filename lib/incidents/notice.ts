import { LONGEST_POST, weightedLength } from '../text/weight';
import type { Incident } from './incident';

/** What a notice says around the team's own words, in one language. */
interface NoticeWords {
  locale: string;
  suspected: string;
  known: string;
  fixed: string;
  expected: string;
}

/** `{area}` and `{time}` stand for what is known. */
const words: Readonly<Record<string, NoticeWords>> = {
  en: {
    locale: 'en-GB',
    suspected: 'We are looking into reports of trouble in {area} since {time}.',
    known: 'There is an outage in {area} since {time}.',
    fixed: 'The outage in {area} is over.',
    expected: 'Expected to be over: {time}.',
  },
  de: {
    locale: 'de-DE',
    suspected: 'Wir gehen Meldungen über Störungen in {area} seit {time} nach.',
    known: 'In {area} gibt es seit {time} eine Störung.',
    fixed: 'Die Störung in {area} ist behoben.',
    expected: 'Voraussichtliches Ende: {time}.',
  },
  es: {
    locale: 'es-ES',
    suspected: 'Estamos revisando avisos de fallos en {area} desde {time}.',
    known: 'Hay un corte en {area} desde {time}.',
    fixed: 'El corte en {area} está resuelto.',
    expected: 'Fin previsto: {time}.',
  },
  fr: {
    locale: 'fr-FR',
    suspected: 'Nous vérifions des signalements de panne à {area} depuis {time}.',
    known: 'Une panne touche {area} depuis {time}.',
    fixed: 'La panne à {area} est terminée.',
    expected: 'Fin prévue : {time}.',
  },
  it: {
    locale: 'it-IT',
    suspected: 'Stiamo verificando segnalazioni di guasti a {area}, dalle {time}.',
    known: 'C’è un guasto a {area}, dalle {time}.',
    fixed: 'Il guasto a {area} è risolto.',
    expected: 'Fine prevista: {time}.',
  },
  pt: {
    locale: 'pt-BR',
    suspected: 'Estamos verificando relatos de falha em {area} desde {time}.',
    known: 'Há uma queda em {area} desde {time}.',
    fixed: 'A queda em {area} foi resolvida.',
    expected: 'Previsão de término: {time}.',
  },
  in: {
    locale: 'id-ID',
    suspected: 'Kami sedang memeriksa laporan gangguan di {area} sejak {time}.',
    known: 'Ada gangguan di {area} sejak {time}.',
    fixed: 'Gangguan di {area} sudah selesai.',
    expected: 'Perkiraan selesai: {time}.',
  },
  tl: {
    locale: 'fil-PH',
    suspected: 'Tinitingnan namin ang mga ulat ng problema sa {area} mula {time}.',
    known: 'May outage sa {area} mula {time}.',
    fixed: 'Tapos na ang outage sa {area}.',
    expected: 'Inaasahang matatapos: {time}.',
  },
};

/** A notice for the rep to post. */
export interface Notice {
  text: string;
  /** As X counts it. */
  length: number;
  /** What the rep should look at first; null if nothing. */
  missing: string | null;
}

/** Drafts a public notice from an incident, within a post. It says only what the incident says. */
export function draftNotice(incident: Incident, { zone, now }: { zone: string; now: number }): Notice {
  const own = words[incident.lang ?? 'en'];
  const known = own ?? words.en;
  const message = incident.message.replace(/\s+/g, ' ').trim();
  const time = (at: number): string => {
    const day = (moment: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(moment);
    const sameDay = day(at) === day(now);
    const options: Intl.DateTimeFormatOptions = {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
      ...(sameDay ? {} : { day: 'numeric', month: 'short' }),
    };
    return new Intl.DateTimeFormat(known?.locale ?? 'en-GB', options).format(at);
  };
  const filled = (phrase: string | undefined, at: number): string =>
    (phrase ?? '').replace('{area}', () => incident.area.trim()).replace('{time}', () => time(at));
  const frame = incident.area.trim() === '' ? '' : filled(known?.[incident.state], incident.since);
  const expected =
    incident.state !== 'fixed' && incident.expected !== null && incident.expected > now
      ? filled(known?.expected, incident.expected)
      : '';
  const link = incident.link ?? '';
  // What the team wrote comes first; the rest goes where there is no room for it.
  const attempts = [
    [frame, message, expected, link],
    [frame, message, link],
    [message, expected, link],
    [message, link],
    [frame, expected, link],
    [frame, link],
  ].map((parts) => parts.filter((part) => part !== '').join(' '));
  const text =
    attempts.find((attempt) => attempt !== '' && weightedLength(attempt) <= LONGEST_POST) ?? attempts[0] ?? '';
  const length = weightedLength(text);
  const notes = [
    own === undefined ? 'There are no phrases in the language of the message: the words around it are in English.' : '',
    message === ''
      ? 'The incident has no message yet.'
      : text.includes(message)
        ? ''
        : 'The message is too long for a post.',
    length > LONGEST_POST ? 'This is too long for a post.' : '',
  ].filter((note) => note !== '');
  return { text, length, missing: notes.length > 0 ? notes.join(' ') : null };
}
