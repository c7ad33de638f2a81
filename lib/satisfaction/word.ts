import type { CaseStatus } from '../cases/case';
import { readText } from '../triage/features';
import type { Judgement } from '../triage/judgement';
import type { Concept } from '../triage/lexicon/types';

/** What the customer's own word comes to: they are satisfied, or the case should be opened again. */
export type CustomersWord = 'satisfied' | 'reopen';

const TROUBLE: readonly Concept[] = [
  'fault',
  'outage',
  'slow',
  'late',
  'missing',
  'wrong',
  'damaged',
  'unreachable',
  'awful',
  'rude',
  'unable',
  'upset',
  'leave',
];
/** Words of thanks that are meant otherwise. */
const FOR_NOTHING =
  /\bthank(?:s| you)\b[^.!?]{0,12}\bnothing\b|gracias por nada|merci pour rien|danke für nichts|grazie di niente|obrigad[oa] por nada/i;
/** From here on a judgement counts as certain. */
const CLEAR = 0.6;

/**
 * Reads a tweet that a customer writes after their case was resolved: thanks, anger, or neither (null). It is offered,
 * never done.
 *
 * @param resolved the case's status, when it was resolved, and when the tweet was written
 */
export function customersWord(
  { text, lang }: { text: string; lang: string | null },
  { intent, intentConfidence, pressures }: Pick<Judgement, 'intent' | 'intentConfidence' | 'pressures'>,
  resolved: { status: CaseStatus; resolvedAt: number | null; writtenAt: number },
): CustomersWord | null {
  const { status, resolvedAt, writtenAt } = resolved;
  if (status !== 'resolved' || resolvedAt === null || writtenAt <= resolvedAt) return null;
  const { hits } = readText(text, lang);
  const has = (...wanted: Concept[]): boolean =>
    hits.some(({ concept, negated }) => !negated && wanted.includes(concept));
  const grateful = has('thanks', 'solved') || intent === 'praise';
  if (FOR_NOTHING.test(text) || (has('sarcasm') && !has('solved'))) return 'reopen';
  const angry = pressures.length > 0 || has('sadface');
  // The judgement seldom sees thanks in so few words: without trouble in them they are no complaint.
  const plainThanks = has('thanks') && !angry && (has('solved') || !has(...TROUBLE));
  if (intent === 'complaint' && !plainThanks && (angry || intentConfidence >= CLEAR)) return 'reopen';
  const asks = intent === 'question' || /[?？]/.test(text);
  const praises = grateful && intent !== 'complaint' && !angry && (has('solved') || !has(...TROUBLE));
  if ((plainThanks || praises) && !asks) return 'satisfied';
  // "Thanks, it is down again": thanked for the answer, not for the cure.
  return has('again', 'repeat') && has(...TROUBLE) && !has('solved') ? 'reopen' : null;
}
