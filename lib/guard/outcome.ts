import type { CheckId } from './types';

/** What became of a draft of which the guard has said something. */
export const draftOutcomes = ['edited', 'posted', 'private', 'dropped'] as const;
export type DraftOutcome = (typeof draftOutcomes)[number];

/** Why a rep posts what the guard has held. */
export const overrideReasons = ['notComplaint', 'isOurs', 'asked', 'wrong', 'other'] as const;
export type OverrideReason = (typeof overrideReasons)[number];

/** The reasons as they stand on screen. */
export const overrideReasonNames: Record<OverrideReason, string> = {
  notComplaint: 'Not a complaint',
  isOurs: 'It’s ours to publish',
  asked: 'They asked for it',
  wrong: 'Hark is wrong here',
  other: 'Another reason',
};

/** What a rep may have to say to a check, besides that it is wrong. */
const FITTING: Partial<Record<CheckId, readonly OverrideReason[]>> = {
  sales: ['notComplaint', 'asked'],
  'personal-data': ['isOurs'],
};

/** Reasons that fit what was held by these checks, the likeliest first. */
export function reasonsFor(ids: readonly CheckId[]): OverrideReason[] {
  const fitting = new Set([...ids.flatMap((id) => FITTING[id] ?? []), 'wrong' as const, 'other' as const]);
  return [...fitting];
}

/** Checks whose draft may rather go on in a direct message. */
export const isForPrivate = (id: CheckId): boolean => id === 'personal-data' || id === 'account-state';
