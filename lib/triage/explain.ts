import { type Evidence, isDoubtful, type Judgement, type Pressure } from './judgement';

function quoted(evidence: readonly Evidence[]): string {
  return evidence.map(({ words }) => `“${words}”`).join(', ');
}

/** The one word on the mark. A question mark says that nobody named the brand, or that the intent is only probable. */
export function markWord(judgement: Judgement): string {
  const doubt = judgement.relevance === 'category' || isDoubtful(judgement) ? '?' : '';
  switch (judgement.intent) {
    case 'complaint':
      return judgement.topic === 'outage' ? `Outage${doubt}` : `Complaint${doubt}`;
    case 'question':
      return `Question${doubt}`;
    case 'praise':
      return `Praise${doubt}`;
    case 'other':
    case 'unsure':
      return judgement.relevance === 'mention' ? 'Mention' : 'About us';
  }
}

const pressureWords: Record<Pressure, string> = {
  safety: 'safety',
  leaving: 'a threat to leave',
  repeated: 'asking again',
  waiting: 'a long wait',
  outage: 'service gone',
  angry: 'anger',
};

/** What makes a tweet urgent, in words: "asking again, a long wait"; null if nothing does. */
export function urgencyWords({ pressures }: Pick<Judgement, 'pressures'>): string | null {
  return pressures.length > 0 ? pressures.map((pressure) => pressureWords[pressure]).join(', ') : null;
}

/** Why a tweet is marked, as a sentence with the words that decided it. */
export function explain(judgement: Judgement): string {
  const of = (...kinds: Evidence['kind'][]): Evidence[] =>
    judgement.evidence.filter(({ kind }) => kinds.includes(kind));
  const handles = of('handle');
  const terms = of('term');
  const found =
    handles.length > 0
      ? `Names your handle ${handles.map(({ words }) => words).join(', ')}.`
      : terms.length > 0
        ? `Names your brand: ${quoted(terms)}.`
        : `Nobody is named, but a word of your trade is: ${quoted(of('category'))}.`;
  const { intent } = judgement;
  if (intent === 'other' || intent === 'unsure') return found;
  const words = of(intent);
  const reads = isDoubtful(judgement) ? `Maybe a ${intent}` : `Reads as a ${intent}`;
  const says = intent === 'praise' ? reads.replace('a praise', 'praise') : reads;
  return words.length > 0 ? `${found} ${says}: ${quoted(words)}.` : `${found} ${says}.`;
}
