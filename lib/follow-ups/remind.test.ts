import { describe, expect, it } from 'vitest';
import { nextMorning, reminderAt, reminderFor, whenWords } from './remind';

/** A Wednesday, by this computer's clock. */
const now = new Date(2026, 4, 6, 11, 0).getTime();
const at = (day: number, hour: number, minute = 0): number => new Date(2026, 4, day, hour, minute).getTime();

describe('a follow-up for a promise', () => {
  it.each([
    ["Sorry Mara, we'll get back to you tomorrow. ^JD", 'en', at(7, 9), 'tomorrow, 9:00'],
    ["We'll be in touch in 2 hours. Sorry again.", 'en', at(6, 13), 'today, 13:00'],
    ["I'll update you within the hour.", 'en', at(6, 12), 'today, 12:00'],
    ["We'll get back to you in the next couple of hours.", 'en', at(6, 13), 'today, 13:00'],
    ["We'll get back to you within 3 days.", 'en', at(9, 9), 'Saturday, 9:00'],
    ["I'll call you back on Monday at 3pm", 'en', at(11, 15), 'Monday, 15:00'],
    ["We'll let you know later today ^JD", 'en', at(6, 17), 'today, 17:00'],
    ["We'll call you this evening.", 'en', at(6, 18), 'today, 18:00'],
    ["We'll be in touch next week.", 'en', at(11, 9), 'Monday, 9:00'],
    ['We will get back to you.', 'en', at(7, 9), 'tomorrow, 9:00'],
    ['Te avisamos mañana por la tarde.', 'es', at(7, 14), 'tomorrow, 14:00'],
    ['Retornamos amanhã.', 'pt', at(7, 9), 'tomorrow, 9:00'],
    ["Nous revenons vers vous d'ici 2 heures.", 'fr', at(6, 13), 'today, 13:00'],
    ['Wir melden uns innerhalb von 30 Minuten.', 'de', at(6, 11, 30), 'today, 11:30'],
    ['Wir melden uns am Freitag.', 'de', at(8, 9), 'Friday, 9:00'],
    ['Ti aggiorniamo entro domani.', 'it', at(7, 9), 'tomorrow, 9:00'],
    ['Kami kabari dalam 2 jam', 'in', at(6, 13), 'today, 13:00'],
    ['Babalikan ka namin bukas', 'tl', at(7, 9), 'tomorrow, 9:00'],
  ])('falls due when it says: %s', (text, lang, dueAt, when) => {
    expect(reminderFor(text, now, lang)).toMatchObject({ dueAt, when });
  });

  it('tells the promise as the reason, and no more of the post', () => {
    expect(reminderFor("Sorry Mara. We'll get back to you tomorrow. Bye", now, 'en')?.reason).toBe(
      "Promised: “We'll get back to you tomorrow.”",
    );
    const long = `We'll get back to you about ${'the line and '.repeat(40)}tomorrow`;
    expect(reminderFor(long, now, 'en')?.reason.length).toBeLessThan(200);
  });

  it('is offered for no other post', () => {
    expect(reminderFor('Sorry about that, Mara. It is fixed. ^JD', now, 'en')).toBeNull();
    expect(reminderFor('', now, null)).toBeNull();
  });

  it('never lies behind', () => {
    const late = at(6, 22, 30);
    expect(reminderFor("We'll let you know later today", late, 'en')?.dueAt).toBe(late + 3_600_000);
    expect(reminderFor("We'll call you at 9:00", late, 'en')?.dueAt).toBe(at(7, 9));
  });
});

describe('a due time', () => {
  it('is said in words, and to the minute', () => {
    expect(nextMorning(now)).toBe(at(7, 9));
    expect(whenWords(at(20, 9), now)).toBe('20 May, 9:00');
    expect(reminderAt(at(6, 12) + 1, 'Look again', now)).toEqual({
      dueAt: at(6, 12, 1),
      reason: 'Look again',
      when: 'today, 12:01',
    });
  });
});
