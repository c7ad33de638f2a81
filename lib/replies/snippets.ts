import type { Fact } from '../facts/fact';
import { type Channel, channelNames, channels, saying } from '../facts/fact';
import { weightedLength } from '../text/weight';
import { firstNameIn } from './name';
import { signatureFor } from './suggest';

/** A text of the team's own, with placeholders like `{customer.name}` or `{fact.phone}`. */
export interface Snippet {
  id: string;
  title: string;
  text: string;
}

/** What a snippet can be filled from. */
export interface SnippetSources {
  customer: { name: string; handle: string; place?: string } | null;
  rep: { name: string; initials: string };
  case: { number: number; topic?: string } | null;
  incident: { title: string; area: string; message: string } | null;
  /** Those that fit best come first: of each channel the first is taken. */
  facts: readonly Fact[];
}

/** A snippet, filled as far as possible. */
export interface FilledSnippet {
  text: string;
  /** Placeholders that stand there still, with what they lack in plain words. */
  missing: { placeholder: string; why: string }[];
  length: number;
}

const PLACEHOLDER = /\{\s*([a-z]+\.[a-z]+)\s*\}/giu;

interface Slot {
  value(sources: SnippetSources): string | null | undefined;
  why: string;
}

const slots: Readonly<Record<string, Slot>> = {
  'customer.name': {
    value: ({ customer }) => (customer ? firstNameIn(customer.name) : null),
    why: 'Their first name is not known.',
  },
  'customer.handle': {
    value: ({ customer }) => customer && `@${customer.handle.replace(/^@/, '')}`,
    why: 'No customer is shown.',
  },
  'customer.place': { value: ({ customer }) => customer?.place, why: 'Their place is not known.' },
  'rep.name': { value: ({ rep }) => rep.name, why: 'Your name is not set.' },
  'rep.initials': { value: ({ rep }) => signatureFor(rep.initials), why: 'Your initials are not set.' },
  'case.number': { value: (sources) => sources.case && `${sources.case.number}`, why: 'There is no case yet.' },
  'case.topic': { value: (sources) => sources.case?.topic, why: 'There is no case yet.' },
  'incident.title': { value: ({ incident }) => incident?.title, why: 'No incident applies.' },
  'incident.area': { value: ({ incident }) => incident?.area, why: 'No incident applies.' },
  'incident.message': { value: ({ incident }) => incident?.message, why: 'No incident applies.' },
  ...Object.fromEntries(
    channels.map((channel: Channel): [string, Slot] => [
      `fact.${channel}`,
      {
        value: ({ facts }) => {
          const fact = facts.find((known) => known.channel === channel);
          return fact ? saying(fact) : null;
        },
        why: `No service fact says it: ${channelNames[channel]}.`,
      },
    ]),
  ),
};

/** All placeholders that a snippet can hold, as they are written. */
export const placeholders: readonly string[] = Object.keys(slots).map((name) => `{${name}}`);

/** Placeholders that still stand in a text: it must not be posted like this. */
export function unfilledIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([whole]) => whole);
}

/** Fills a snippet; what is not known stays as it is and is listed. */
export function fillSnippet(snippet: Pick<Snippet, 'text'>, sources: SnippetSources): FilledSnippet {
  const missing: FilledSnippet['missing'] = [];
  const text = snippet.text.replace(PLACEHOLDER, (placeholder, written: string) => {
    const slot = slots[written.toLowerCase()];
    const value = slot?.value(sources)?.trim();
    if (value) return value;
    const why = slot?.why ?? 'No such placeholder.';
    if (!missing.some((other) => other.placeholder === placeholder)) missing.push({ placeholder, why });
    return placeholder;
  });
  return { text, missing, length: weightedLength(text) };
}

/** What is wrong with a snippet, by field. */
export type SnippetProblems = Partial<Record<'title' | 'text', string>>;

/** True of one that nobody has written in: it is left out. */
export const isBlankSnippet = ({ title, text }: Snippet): boolean => title.trim() === '' && text.trim() === '';

/** Checks what was typed as snippets. */
export function checkSnippets(
  typed: readonly Snippet[],
): { ok: true; snippets: Snippet[] } | { ok: false; problems: Record<string, SnippetProblems> } {
  const snippets: Snippet[] = [];
  const problems: Record<string, SnippetProblems> = {};
  for (const snippet of typed.filter((one) => !isBlankSnippet(one))) {
    const unknown = unfilledIn(snippet.text).find((one) => !(one.replace(/[{}\s]/g, '').toLowerCase() in slots));
    const found: SnippetProblems = {};
    if (snippet.title.trim() === '') found.title = 'Give it a title to find it by.';
    if (snippet.text.trim() === '') found.text = 'Write what the reply says.';
    else if (unknown) found.text = `There is no placeholder ${unknown}.`;
    if (Object.keys(found).length > 0) problems[snippet.id] = found;
    else snippets.push({ id: snippet.id, title: snippet.title.trim(), text: snippet.text.trim() });
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, snippets };
}
