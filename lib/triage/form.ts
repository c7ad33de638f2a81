import type { Judgement } from './judgement';

/** Each kind of mark has an icon and a form of its own, so that it reads without colour. */
export type Form = 'complaint' | 'question' | 'trouble' | 'mention';

/** The form in which a judgement is shown. */
export function formOf({ relevance, intent }: Pick<Judgement, 'relevance' | 'intent'>): Form {
  if (relevance === 'category') return 'trouble';
  return intent === 'complaint' || intent === 'question' ? intent : 'mention';
}
