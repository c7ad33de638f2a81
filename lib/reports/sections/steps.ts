import { startOf } from '../../queue/funnel';
import type { Step } from '../days';

/** How days, weeks or months are called. */
export interface StepWords {
  name: string;
  long(step: string): string;
  /** In a sentence: "on Mon, 4 May 2026". */
  when(step: string): string;
  /** Below a column. */
  short(step: string): string;
}

/** Words for the steps of a report, in a language. */
export function stepWords(step: Step, locale: string): StepWords {
  const full = new Intl.DateTimeFormat(
    locale,
    step === 'month'
      ? { month: 'long', year: 'numeric' }
      : { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  );
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const week = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const month = new Intl.DateTimeFormat(locale, { month: 'short' });
  return {
    name: step,
    long: (name) => (step === 'week' ? `Week of ${week.format(startOf(name))}` : full.format(startOf(name))),
    when(name) {
      if (step === 'week') return `in the week of ${day.format(startOf(name))}`;
      return `${step === 'day' ? 'on' : 'in'} ${full.format(startOf(name))}`;
    },
    short: (name) => (step === 'month' ? month : day).format(startOf(name)),
  };
}
