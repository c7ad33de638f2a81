/** What the panel shows: a customer, and one of their cases if the rep chose one. */
export interface Target {
  /** As written. */
  handle: string;
  /** Null stands for the case that matters now: the active one, else the newest. */
  caseId: string | null;
}

/** Which customer the panel shows, and which one it would show if it were not held back. */
export interface Following {
  target: Target | null;
  /** Handle that the rep looks at in the page while the panel stays with another one. */
  waiting: string | null;
  pinned: boolean;
}

export type FollowingEvent =
  /** The rep went to or clicked on something in the page. `busy`: a field of the panel is being written in. */
  | { kind: 'looked'; handle: string; asked: boolean; busy: boolean }
  /** The rep chose a case in the panel. */
  | { kind: 'chosen'; target: Target }
  /** The rep accepts the offer to show who is waiting. */
  | { kind: 'show' }
  | { kind: 'pinned'; pinned: boolean };

export const followingNobody: Following = { target: null, waiting: null, pinned: false };

function sameHandle(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/**
 * Decides what the panel shows next. Pure.
 *
 * It follows the page, but never takes a customer away from under a rep who writes or has pinned it, except if they
 * asked for it with a click.
 */
export function follow(now: Following, event: FollowingEvent): Following {
  switch (event.kind) {
    case 'looked': {
      if (now.target && sameHandle(now.target.handle, event.handle)) {
        const target = event.asked ? { ...now.target, caseId: null } : now.target;
        return { ...now, target, waiting: null };
      }
      const held = now.target !== null && (event.busy || now.pinned);
      if (held && !event.asked) return { ...now, waiting: event.handle };
      return { ...now, target: { handle: event.handle, caseId: null }, waiting: null };
    }
    case 'chosen':
      return { ...now, target: event.target, waiting: null };
    case 'show':
      return now.waiting ? { ...now, target: { handle: now.waiting, caseId: null }, waiting: null } : now;
    case 'pinned':
      // Letting go of the pin means following again.
      return event.pinned ? { ...now, pinned: true } : follow({ ...now, pinned: false }, { kind: 'show' });
  }
}
