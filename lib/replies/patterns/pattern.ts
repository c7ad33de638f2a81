import type { Approach, Use } from '../request';
import type { Situation } from '../situation';
import type { Known } from '../wording';

/** One sentence or two of a reply. */
export interface Part {
  text: string | null;
  /** What goes first when it gets too long: the highest goes first; 0 stays. */
  spare: number;
  uses?: readonly Use[];
  /** Words of the team's own, which stay as they are: no letter of them becomes small. */
  verbatim?: boolean;
}

/** Wordings for a pattern, filled in for this customer. */
export interface Say {
  /** One of some wordings; null if none can be filled. `key` keeps choices apart. */
  (wordings: readonly string[], key: string, more?: Known): string | null;
  /** What names the trouble and is sorry for it. */
  sorry(): Part;
  /** What happened before. */
  history(spare: number): Part;
  /** How long it took, or what it spoiled. */
  extent(): Part;
  /** The incident that hits them, in its own words or by its area. */
  incident(): Part;
  /** The fact that answers. */
  fact(): Part;
}

/** A way to answer. One file each, all of them in one list. */
export interface Pattern {
  id: string;
  approach: Approach;
  /** Whether it suits a tweet. */
  suits(situation: Situation): boolean;
  /** What the reply says, in this order, between greeting and initials. */
  parts(situation: Situation, say: Say): Part[];
  /** What the rep should find out before posting it. */
  missing?(situation: Situation): string | null;
}

/** True for tweets that want something done or said. */
export const wantsAnswer = ({ request, mood }: Situation): boolean => request.ours !== false && mood !== 'praise';
