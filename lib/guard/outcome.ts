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
