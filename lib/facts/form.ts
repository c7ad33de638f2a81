import { topics } from '../cases/case';
import { topicNames } from '../cases/describe';
import { fold } from '../text/words';
import type { Channel, Fact } from './fact';
import { factFieldsSchema } from './schema';

/** A fact as it stands in its fields while it is edited. */
export interface FactForm {
  id: string;
  topic: string;
  channel: Channel;
  text: string;
  link: string;
  /** Empty for what holds in any language. */
  lang: string;
}

const fields = ['topic', 'text', 'link', 'lang'] as const;
/** What is wrong with the fields of a fact, by field. */
export type FactProblems = Partial<Record<(typeof fields)[number], string>>;

/** What a topic is called in the settings: one for everything is not "other" there. */
export function topicLabel(topic: string): string {
  if (topic === 'other') return 'Anything';
  return topics.find((known) => known === topic) ? topicNames[topic as keyof typeof topicNames] : topic;
}

/** Topics to choose from, as they are called; words of the team's own do as well. */
export const topicLabels: readonly string[] = topics.map(topicLabel);

function topicOf(label: string): string {
  const written = label.trim();
  if (written === '') return 'other';
  return topics.find((topic) => fold(topicLabel(topic)) === fold(written)) ?? written;
}

/** A fact without anything in it. */
export const blankFact = (id: string): FactForm => ({ id, topic: '', channel: 'help', text: '', link: '', lang: '' });

/** A fact, ready to be edited. */
export function toFactForm({ id, topic, channel, text, link, lang }: Fact): FactForm {
  return { id, topic: topicLabel(topic), channel, text, link: link ?? '', lang: lang ?? '' };
}

/** True of a line that nobody has written in: it is left out. */
export function isBlankFact({ topic, text, link }: FactForm): boolean {
  return [topic, text, link].every((field) => field.trim() === '');
}

const LINK = /^\(?https?:\/\/[^\s/]+\.\S+$/i;
/** An address in the midst of a text that leads nowhere. */
const brokenLink = (text: string): string | undefined =>
  text.split(/\s+/).find((word) => word.includes('://') && !LINK.test(word));

/** Checks what was typed as facts. Lines in which nothing stands are left out. */
export function checkFacts(
  forms: readonly FactForm[],
): { ok: true; facts: Fact[] } | { ok: false; problems: Record<string, FactProblems> } {
  const facts: Fact[] = [];
  const problems: Record<string, FactProblems> = {};
  for (const { id, ...form } of forms.filter((one) => !isBlankFact(one))) {
    const checked = factFieldsSchema.safeParse({ ...form, topic: topicOf(form.topic) });
    const broken = brokenLink(form.text);
    if (checked.success && !broken) {
      facts.push({ id, ...checked.data });
      continue;
    }
    const found: FactProblems = {};
    if (broken) found.text = `“${broken}” leads nowhere: a link begins with https:// and holds no spaces.`;
    for (const { path, message } of checked.error?.issues ?? []) {
      found[fields.find((field) => field === path[0]) ?? 'text'] ??= message;
    }
    problems[id] = found;
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, facts };
}

/** Facts as far as they can be read, for what is shown while they are edited. */
export function readableFacts(forms: readonly FactForm[]): Fact[] {
  return forms.flatMap((form) => {
    const checked = checkFacts([form]);
    return checked.ok ? checked.facts : [];
  });
}
