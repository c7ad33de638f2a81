import { promisesIn } from '../guard/promises';
import type { Reminder } from '../protocol';
import { fold } from '../text/words';
import { usualDayTimes } from './when';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When parts of the day begin, in hours. */
const MORNING = usualDayTimes.morning / 60;
const AFTERNOON = usualDayTimes.afternoon / 60;
const DAY_END = 17;
const EVENING = usualDayTimes.evening / 60;

/** Characters of a promise that are kept as the reason. */
const LONGEST_REASON = 140;

const NUMBERS: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, couple: 2, few: 3 },
  ...{ un: 1, una: 1, une: 1, uno: 1, um: 1, uma: 1, dos: 2, tres: 3, dois: 2, duas: 2, deux: 2, trois: 3 },
  ...{ ein: 1, eine: 1, einer: 1, einem: 1, zwei: 2, drei: 3, due: 2, tre: 3, satu: 1, dua: 2, tiga: 3, isang: 1 },
};

/** Words for lengths of time in the languages that replies are drafted in; folded. */
const UNITS: readonly (readonly [string, number])[] = [
  ['min(?:s|utes?|utos?|uti|uten|ut)?|menit', MINUTE],
  ['h|hrs?|hours?|horas?|heures?|stunden?|std|or[ae]|jam|oras', HOUR],
  ['days?|dias?|jours?|tag(?:en?)?|giorn[io]|hari|araw', DAY],
  ['weeks?|semanas?|semaines?|wochen?|settiman[ae]|minggu|linggo', 7 * DAY],
];
const UNIT = UNITS.map(([names]) => names).join('|');
/** Looked ahead only, since what seems to begin a length may hold the real one: "in touch in 2 hours". */
const SPAN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:in|within|inside|en|dentro de|em|daqui a|dans|d'ici|sous|innerhalb(?: von)?|binnen|tra|fra|entro|dalam|sa loob ng)(?=\\s+(?:(?:the|next|about|around|las|los|les|den|die|nachsten|le|prossime|a)\\s+){0,3}?(\\d{1,3}|\\p{L}+)\\s?(?:of\\s|business\\s|working\\s|na\\s)?(${UNIT})(?!\\p{L}))`,
  'gu',
);
const AHEAD = /(?<![\p{L}\p{N}])(\d{1,3})\s(jam|menit|hari|minggu)\slagi/gu;
const THE_HOUR = /(?<!\p{L})(?:within|in|inside) the (?:next )?hour(?!\p{L})/u;

const words = (list: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'u');
const TOMORROW = words(
  'tomorrow|tmrw|tmr|(?<!(?:la|esta|de) )manana|amanha|demain|(?<!guten )morgen|domani|besok|bukas',
);
const NEXT_WEEK = words(
  'next week|(?:la )?proxima semana|semana que vem|la semaine prochaine|nachste woche|nachster woche|(?:la )?(?:prossima settimana|settimana prossima)|minggu depan|(?:sa )?susunod na linggo',
);
const IN_MORNING = words('morning|manana|manha|matin|fruh|vormittag|mattina|pagi|umaga');
const IN_AFTERNOON = words('afternoon|tarde|apres-midi|nachmittag|pomeriggio|siang|sore|hapon');
const IN_EVENING = words('evening|tonight|noche|noite|soir|abend|sera|stasera|malam|gabi');
const TODAY = words(
  "today|tonight|this (?:afternoon|evening)|end of (?:the )?day|hoy|esta (?:tarde|noche|noite)|hoje|aujourd'hui|cet apres-midi|ce soir|heute|oggi|stasera|questo pomeriggio|hari ini|(?:sore|siang|malam) ini|nanti (?:sore|siang|malam)|ngayong (?:araw|hapon|gabi)|mamaya(?:ng (?:hapon|gabi))?",
);
/** Sunday first, as the calendar counts. */
const WEEKDAYS: readonly RegExp[] = [
  'sunday|domingo|dimanche|sonntag|domenica|hari minggu',
  'monday|lunes|segunda-feira|lundi|montag|lunedi|senin',
  'tuesday|martes|terca-feira|mardi|dienstag|martedi|selasa',
  'wednesday|miercoles|quarta-feira|mercredi|mittwoch|mercoledi|rabu|miyerkules',
  'thursday|jueves|quinta-feira|jeudi|donnerstag|giovedi|kamis|huwebes',
  'friday|viernes|sexta-feira|vendredi|freitag|venerdi|jumat|biyernes',
  'saturday|sabado|samedi|samstag|sabato|sabtu',
].map(words);
const CLOCK =
  /(?<![\p{L}\p{N}])(?:at|by|before|until|a las|antes de las|as|ate as|a|vers|avant|um|bis|gegen|alle|entro le|jam|pukul|alas)\s(\d{1,2})(?:[:.h](\d{2}))?\s?(am|pm|a\.m|p\.m|uhr|h)?(?![\p{L}\p{N}%])/u;

/** A time of some day from now on, by this computer's clock; the calendar is right when the clocks change. */
function onDay(now: number, days: number, hour: number, minute = 0): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hour, minute).getTime();
}

/** The next day at nine: when to look again unless something else was said. */
export const nextMorning = (now: number): number => onDay(now, 1, MORNING);

/** Where nothing of that part of the day is left, in an hour. */
const orSoon = (at: number, now: number): number => (at > now ? at : now + HOUR);

function spanIn(said: string): number | null {
  if (THE_HOUR.test(said)) return HOUR;
  for (const [, count = '', unit = ''] of [...said.matchAll(SPAN), ...said.matchAll(AHEAD)]) {
    const length = UNITS.find(([names]) => new RegExp(`^(?:${names})$`, 'u').test(unit))?.[1];
    const many = /^\d/.test(count) ? Number(count) : NUMBERS[count];
    if (length && many) return many * length;
  }
  return null;
}

function clockIn(said: string): { hour: number; minute: number } | null {
  const [, hours = '', minutes = '0', half = ''] = CLOCK.exec(said) ?? [];
  if (hours === '') return null;
  const hour =
    (Number(hours) % (half.startsWith('p') || half.startsWith('a') ? 12 : 24)) + (half.startsWith('p') ? 12 : 0);
  return Number(minutes) < 60 && hour < 24 ? { hour, minute: Number(minutes) } : null;
}

/** When a promise falls due, by what it says; the next morning if it says nothing. */
function dueOf(said: string, now: number): number {
  const length = spanIn(said);
  if (length !== null) return length >= DAY ? onDay(now, Math.round(length / DAY), MORNING) : now + length;
  const clock = clockIn(said);
  const part = IN_EVENING.test(said) ? EVENING : IN_AFTERNOON.test(said) ? AFTERNOON : null;
  const at = (days: number, otherwise: number): number =>
    clock ? onDay(now, days, clock.hour, clock.minute) : onDay(now, days, part ?? otherwise);
  const weekday = WEEKDAYS.findIndex((names) => names.test(said));
  if (TOMORROW.test(said)) return at(1, MORNING);
  if (weekday >= 0) return at((weekday - new Date(now).getDay() + 7) % 7 || 7, MORNING);
  if (NEXT_WEEK.test(said)) return at((1 - new Date(now).getDay() + 7) % 7 || 7, MORNING);
  if (TODAY.test(said)) return orSoon(at(0, IN_MORNING.test(said) ? MORNING : DAY_END), now);
  if (clock) return at(at(0, MORNING) > now ? 0 : 1, MORNING);
  return nextMorning(now);
}

/** A due time in words: "tomorrow, 9:00", "today, 14:05", "Friday, 9:00", "4 Dec, 9:00". */
export function whenWords(at: number, now: number, locale = 'en-GB'): string {
  const date = new Date(at);
  const time = `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
  const days = Math.round((onDay(at, 0, 0) - onDay(now, 0, 0)) / DAY);
  if (days === 0) return `today, ${time}`;
  if (days === 1) return `tomorrow, ${time}`;
  const format = days > 1 && days < 7 ? ({ weekday: 'long' } as const) : ({ day: 'numeric', month: 'short' } as const);
  return `${new Intl.DateTimeFormat(locale, format).format(at)}, ${time}`;
}

/** A follow-up to offer. */
export function reminderAt(dueAt: number, reason: string, now: number): Reminder {
  // To the minute, and never before what was promised.
  const at = Math.ceil(dueAt / MINUTE) * MINUTE;
  return { dueAt: at, reason, when: whenWords(at, now) };
}

/** The sentence around a place in a text. A dot within an address or a time does not end it. */
function sentenceAround(text: string, place: number): string {
  const ends = [...text.matchAll(/[.!?…。！？](?=\s|$)|\n|;/g)].map(({ index }) => index + 1);
  const start = ends.findLast((end) => end <= place) ?? 0;
  return text.slice(start, ends.find((end) => end > place) ?? text.length).trim();
}

/**
 * The follow-up to offer for a post that promises something: when it says so, else the next morning. Null if it promises
 * nothing. Pure.
 */
export function reminderFor(text: string, now: number, lang: string | null): Reminder | null {
  const [promise] = promisesIn(text, lang);
  if (!promise) return null;
  const sentence = sentenceAround(text, promise.start);
  const reason = sentence.replace(/\s+/g, ' ');
  const clipped = reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON - 1).trimEnd()}…` : reason;
  return reminderAt(dueOf(fold(sentence), now), `Promised: “${clipped}”`, now);
}
