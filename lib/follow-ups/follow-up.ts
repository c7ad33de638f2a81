/** `waiting` until the rep has done it; `withdrawn` if it is no longer wanted. */
export const followUpStates = ['waiting', 'done', 'withdrawn'] as const;
export type FollowUpState = (typeof followUpStates)[number];

/** A promise with a due time. Times are milliseconds since 1970. */
export interface FollowUp {
  id: string;
  caseId: string;
  dueAt: number;
  /** Why, in the rep's words or Hark's: "Is the line still up?" */
  reason: string;
  state: FollowUpState;
  createdAt: number;
  /** When a rep last did something to it; absent until then. A hand-over tells by it what is newer. */
  updatedAt?: number;
  /** Signature of the rep who made it, or null. */
  by: string | null;
  /** When the notification for this due time was decided on; null before. Kept so that none comes twice. */
  notifiedAt: number | null;
  /** The due time it was first made for; null if it was never moved. */
  snoozedFrom: number | null;
  /** The reply that promised it, if one did. */
  tweetId: string | null;
  /** The incident whose customers are checked on together, if it is of one. */
  incidentId: string | null;
}

/** What a follow-up is made of. */
export type NewFollowUp = Pick<FollowUp, 'caseId' | 'dueAt' | 'reason'> &
  Partial<Pick<FollowUp, 'by' | 'tweetId' | 'incidentId'>>;

/** Makes a follow-up that waits. */
export function newFollowUp(id: string, { caseId, dueAt, reason, ...rest }: NewFollowUp, now: number): FollowUp {
  return {
    id,
    caseId,
    dueAt,
    reason: reason.trim(),
    state: 'waiting',
    createdAt: now,
    by: rest.by ?? null,
    notifiedAt: null,
    snoozedFrom: null,
    tweetId: rest.tweetId ?? null,
    incidentId: rest.incidentId ?? null,
  };
}

/** Puts a follow-up off, or moves it to any other time: it will be told of again then. */
export function moved(followUp: FollowUp, dueAt: number): FollowUp {
  const { snoozedFrom } = followUp;
  return { ...followUp, state: 'waiting', dueAt, notifiedAt: null, snoozedFrom: snoozedFrom ?? followUp.dueAt };
}

/** Ends a follow-up. */
export function ended(followUp: FollowUp, state: Exclude<FollowUpState, 'waiting'>): FollowUp {
  return { ...followUp, state };
}
