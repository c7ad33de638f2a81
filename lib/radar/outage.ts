import { bankFor } from '../replies/phrases';
import { nounsIn } from '../replies/situation';
import { readText } from '../triage/features';
import type { Judgement, Topic } from '../triage/judgement';
import type { Concept } from '../triage/lexicon/types';

/** Topics that a tweet about a service that is gone may be taken for. */
const NEAR_OUTAGE: ReadonlySet<Topic> = new Set(['outage', 'coverage', 'device', 'unreachable', 'order', 'other']);
const BROKEN: readonly Concept[] = ['fault', 'missing'];

/** "#LeytonOutage" as the words it is made of. */
const withTagsRead = (text: string): string =>
  text.replace(
    /[#＃](\w*\p{Ll})(\p{Lu}\p{Ll}\w*)/gu,
    (tag, first: string, second: string) => `${tag} ${first} ${second}`,
  );

/**
 * True if a tweet says that the service is gone where its author is. The judgement names one topic, and where it is not
 * sure another one or none; for counting it is enough that something is down and that it is the service.
 */
export function speaksOfOutage(
  { text, lang }: { text: string; lang: string | null },
  { intent, topic }: Pick<Judgement, 'intent' | 'topic'>,
): boolean {
  if (intent === 'praise') return false;
  const read = withTagsRead(text);
  const reading = readText(read, lang);
  const has = (...wanted: Concept[]): boolean =>
    reading.hits.some(({ concept, negated }) => !negated && wanted.includes(concept));
  // Who says that it works again, or thanks for it, tells of the end of an outage.
  if (has('solved') && (intent !== 'complaint' || has('thanks'))) return false;
  if (topic === 'outage') return true;
  if (!NEAR_OUTAGE.has(topic) || has('howto')) return false;
  if (has('outage')) return true;
  const { bank } = bankFor(reading.lang ?? lang);
  const service = nounsIn(bank, read).some(({ topics }) => topics[0] === 'outage');
  return service && (has(...BROKEN) || bank.finds.down.test(read));
}
