import { bare } from '../text/handle';
import { featuresOf, readText } from '../triage/features';
import type { Model } from '../triage/model';
import { checks } from './checks';
import { type Context, contextOf } from './context';
import { type CheckId, type ComplaintScore, checkIds, type Situation, type Spoken, type Verdict } from './types';

/**
 * What tells a complaint from a question among tweets that call for an answer: weights of the heads' log-odds, fitted on
 * one half of `scripts/triage/gold`. On the other half 97 of 100 such tweets from {@link SURE} on are complaints.
 */
const ODDS = { complaint: 0.6, praise: -0.02, question: -0.72, bias: -0.32 };
const SURE = 0.78;
/** What is more likely a question, or praise, is no complaint to the guard, however its words sound. */
const QUESTION = 0.25;
const PRAISE = 0.19;

const logOdds = (probability: number): number => {
  const inside = Math.min(Math.max(probability, 1e-4), 1 - 1e-4);
  return Math.log(inside / (1 - inside));
};

/** Judges complaints by the trained heads. */
export function complaintBy(model: Model): ComplaintScore {
  return (text, lang) => {
    const features = featuresOf(text, readText(text, lang));
    const complaint = model.probability('complaint', features);
    const praise = model.probability('praise', features);
    const question = model.probability('question', features);
    const odds =
      ODDS.bias +
      ODDS.complaint * logOdds(complaint) +
      ODDS.praise * logOdds(praise) +
      ODDS.question * logOdds(question);
    if (praise >= complaint) return Math.min(complaint, PRAISE);
    return 1 / (1 + Math.exp(-odds)) >= SURE ? complaint : Math.min(complaint, QUESTION);
  };
}

/** True if this post is none of the guard's business: a rep's private life. Only inserted text is told there. */
function isPrivate({ account, accounts }: Situation): boolean {
  return account !== undefined && accounts !== undefined && !accounts.some((one) => bare(one) === bare(account));
}

/**
 * Looks over a draft before it is posted. Pure and deterministic, and it never throws: a check that fails is named in
 * `unchecked` and stops nobody.
 *
 * @param score how likely a text is a complaint, by the trained model; without it, word lists decide
 */
export function judgeDraft(draft: string, situation: Situation, score?: ComplaintScore): Verdict {
  let context: Context;
  try {
    if (draft.trim() === '') return { verdict: 'pass', checks: [], unchecked: [] };
    context = contextOf(draft, situation, score);
  } catch {
    return { verdict: 'pass', checks: [], unchecked: [...checkIds] };
  }
  const spoken: Spoken[] = [];
  const unchecked: CheckId[] = [];
  const onlyInserted = isPrivate(situation);
  for (const check of checks) {
    const policy = situation.policy?.[check.id];
    if (policy === 'off' || (onlyInserted && check.id !== 'misdirected')) continue;
    try {
      const finding = check.look(context);
      if (!finding) continue;
      const level = policy === 'hint' ? 'hint' : finding.level;
      const length = context.draft.text.length;
      const words = finding.words.filter(({ start, end }) => start >= 0 && start < end && end <= length);
      spoken.push({ id: check.id, level, why: finding.why, words });
    } catch {
      unchecked.push(check.id);
    }
  }
  spoken.sort((one, other) => Number(other.level === 'hold') - Number(one.level === 'hold'));
  return { verdict: spoken[0]?.level ?? 'pass', checks: spoken, unchecked };
}
