import type { Evidence, Judgement } from './judge';

function quoted(evidence: readonly Evidence[]): string {
  return evidence.map(({ words }) => `“${words}”`).join(', ');
}

/** The one word on the mark. A question mark says that nobody named the brand. */
export function markWord(judgement: Judgement): string {
  if (judgement.relevance === 'category') return 'Trouble?';
  switch (judgement.intent) {
    case 'complaint':
      return 'Complaint';
    case 'question':
      return 'Question';
    case 'praise':
      return 'Praise';
    case 'news':
      return 'News';
    case 'other':
      return judgement.relevance === 'mention' ? 'Mention' : 'About us';
  }
}

/** Why a tweet is marked, as a sentence with the words that decided it. */
export function explain(judgement: Judgement): string {
  const of = (...kinds: Evidence['kind'][]): Evidence[] =>
    judgement.evidence.filter(({ kind }) => kinds.includes(kind));
  const handles = of('handle');
  const terms = of('term');
  const found =
    handles.length > 0
      ? `Names your handle ${handles.map(({ words }) => words).join(', ')}`
      : terms.length > 0
        ? `Names your brand: ${quoted(terms)}`
        : `Nobody is named, but ${quoted(of('category'))}`;
  const words = of('trouble', 'question', 'praise', 'news');
  const cited = words.length > 0 ? quoted(words) : null;
  if (judgement.relevance === 'category') return `${found} stands beside ${cited}.`;
  switch (judgement.intent) {
    case 'complaint':
      return cited ? `${found}. Reads as trouble: ${cited}.` : `${found}. Reads as trouble.`;
    case 'question':
      return cited ? `${found}. Asks something: ${cited}.` : `${found}. Asks something.`;
    case 'praise':
      return cited ? `${found}. Reads as praise: ${cited}.` : `${found}. Reads as praise.`;
    case 'news':
      return cited ? `${found}. Reads as news: ${cited}.` : `${found}. Reads as news.`;
    case 'other':
      return `${found}.`;
  }
}
