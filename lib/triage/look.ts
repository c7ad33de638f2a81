import { isGuess, markLabel, markWord } from './explain';
import { type Judgement, loudnessOf, pressingOf } from './judgement';

/**
 * How a mark looks. Nothing is told by colour alone: what the author wants is told by the icon, how much it presses by
 * the fill and the weight of the rule, and a guess is dashed.
 */
export interface MarkLook {
  shape: 'chip' | 'dot';
  kind: 'complaint' | 'outage' | 'question' | 'praise' | 'mention';
  /** Calm, strong, first of all. */
  fill: 'outline' | 'tint' | 'solid';
  guess: boolean;
  word: string;
  /** For screen readers. */
  label: string;
}

const fills = { calm: 'outline', strong: 'tint', first: 'solid' } as const;

/** How the mark of a judgement looks. */
export function lookOf(judgement: Judgement): MarkLook {
  const kind = kindOf(judgement);
  const guess = kind !== 'mention' && isGuess(judgement);
  const fill = kind === 'mention' ? 'outline' : fills[pressingOf(judgement)];
  return {
    shape: loudnessOf(judgement) === 'full' ? 'chip' : 'dot',
    kind,
    // What is only a guess is never as loud as what is certain.
    fill: guess && fill === 'solid' ? 'tint' : fill,
    guess,
    word: markWord(judgement),
    label: markLabel(judgement),
  };
}

function kindOf({ intent, topic }: Judgement): MarkLook['kind'] {
  switch (intent) {
    case 'complaint':
      return topic === 'outage' ? 'outage' : 'complaint';
    case 'question':
    case 'praise':
      return intent;
    case 'other':
    case 'unsure':
      return 'mention';
  }
}
