import {
  type Evidence,
  isDoubtful,
  type Judgement,
  type Pressing,
  type Pressure,
  pressingOf,
  type Topic,
} from './judgement';

function quoted(evidence: readonly Evidence[]): string {
  return evidence.map(({ words }) => `“${words}”`).join(', ');
}

/** A topic as one word on a mark; "other" says nothing. */
const topicWords: Record<Exclude<Topic, 'other'>, string> = {
  outage: 'Outage',
  speed: 'Speed',
  billing: 'Billing',
  appointment: 'Appointment',
  device: 'Device',
  cancellation: 'Cancelling',
  coverage: 'Coverage',
  unreachable: 'No answer',
  order: 'Order',
  account: 'Account',
  fraud: 'Fraud',
};

/** A topic within a sentence. */
const topicPhrases: typeof topicWords = {
  outage: 'an outage',
  speed: 'speed',
  billing: 'billing',
  appointment: 'an appointment',
  device: 'a device',
  cancellation: 'cancelling',
  coverage: 'coverage',
  unreachable: 'getting no answer',
  order: 'an order',
  account: 'an account',
  fraud: 'fraud',
};

/** True if the mark is only a guess: nobody named the brand, or what the author wants is only probable. */
export function isGuess(judgement: Judgement): boolean {
  return judgement.relevance === 'category' || isDoubtful(judgement);
}

/**
 * The one word on the mark: the topic where it is known, since that is what a rep looks for, else what the author wants.
 * A question mark says that it is a guess.
 */
export function markWord(judgement: Judgement): string {
  const { intent, topic, relevance } = judgement;
  const doubt = isGuess(judgement) ? '?' : '';
  switch (intent) {
    case 'complaint':
    case 'question':
      return `${topic === 'other' ? capital(intent) : topicWords[topic]}${doubt}`;
    case 'praise':
      return `Praise${doubt}`;
    case 'other':
    case 'unsure':
      return relevance === 'mention' ? 'Mention' : relevance === 'category' ? 'About us?' : 'About us';
  }
}

/** The mark for whoever hears it: its word, with what its icon and its fill tell the others. */
export function markLabel(judgement: Judgement): string {
  const { intent, topic } = judgement;
  const kind = (intent === 'complaint' || intent === 'question') && topic !== 'other' ? intent : null;
  const pressing = intent !== 'praise' && pressingOf(judgement) === 'first' ? 'urgent' : null;
  return [markWord(judgement), kind, pressing].filter((part) => part !== null).join(', ');
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

const pressingWords: Record<Pressing, string> = { calm: 'Can wait', strong: 'Soon', first: 'First of all' };

/** How much a tweet presses and by what, with the words that decided it; null where there is nothing to say. */
export function explainUrgency(judgement: Judgement): string | null {
  const { pressures, evidence } = judgement;
  if (pressures.length === 0) return null;
  const reasons = pressures.map((pressure) => {
    const found = evidence.filter(({ kind }) => kind === pressure);
    return found.length > 0 ? `${pressureWords[pressure]} (${quoted(found)})` : pressureWords[pressure];
  });
  return `${pressingWords[pressingOf(judgement)]}: ${reasons.join(', ')}.`;
}

/** Why a tweet is marked, as sentences with the words that decided it. */
export function explain(judgement: Judgement): string {
  return [explainRelevance(judgement), explainIntent(judgement), ...saidSentences(judgement)]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function explainRelevance({ evidence, said }: Judgement): string | null {
  const of = (kind: Evidence['kind']): Evidence[] => evidence.filter((piece) => piece.kind === kind);
  const handles = of('handle');
  if (handles.length > 0) return `Names your handle ${handles.map(({ words }) => words).join(', ')}.`;
  const terms = of('term');
  if (terms.length > 0) return `Names your brand: ${quoted(terms)}.`;
  const trade = of('category');
  if (trade.length > 0) return `Nobody is named, but a word of your trade is: ${quoted(trade)}.`;
  return said?.ours ? null : 'Nobody is named.';
}

function explainIntent(judgement: Judgement): string | null {
  const { intent, topic, evidence, said } = judgement;
  if (intent === 'other' || intent === 'unsure' || (intent === 'complaint' && said?.complaint)) return null;
  const kind = intent === 'praise' ? 'praise' : `a ${intent}`;
  const about = intent !== 'praise' && topic !== 'other' ? ` about ${topicPhrases[topic]}` : '';
  const found = evidence.filter((piece) => piece.kind === intent || (about !== '' && piece.kind === 'topic'));
  return `${isDoubtful(judgement) ? 'Maybe' : 'Reads as'} ${kind}${about}${found.length > 0 ? `: ${quoted(found)}` : ''}.`;
}

/** What the rep has said, in the words of the button that was pressed. */
function saidSentences({ said }: Judgement): string[] {
  const words = [
    said?.ours && '“This one is ours”',
    said?.complaint === true && '“It is a complaint”',
    said?.complaint === false && '“Not a complaint”',
  ].filter((part) => typeof part === 'string');
  return words.length > 0 ? [`You said: ${words.join(', ')}.`] : [];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
