import type { GuardSaying } from '../desk/database';
import { type CheckId, checkIds, type Policy } from './types';

/** How one check fared with one rep. */
export interface CheckFigures {
  id: CheckId;
  /** Drafts of which it said something. */
  spoke: number;
  /** Of these, how many it held. */
  held: number;
  /** Held, and posted as they were. */
  overridden: number;
  /** Changed, taken private or not posted after it spoke. */
  mended: number;
  /** What to make of it if it is mostly overridden; null while it earns its keep. */
  soften: 'hint' | 'off' | null;
}

/** So many holds must be known before any is called needless; hints cost less, so more of them. */
const ENOUGH_HOLDS = 5;
const ENOUGH_HINTS = 20;
/** From this share on, a check is mostly wrong for this rep. */
const MOSTLY = 0.6;
const NEARLY_ALWAYS = 0.9;

/** How often each check spoke to a rep, and what came of it; those that never spoke are left out. Pure. */
export function figuresOf(sayings: readonly GuardSaying[], policy: Policy = {}): CheckFigures[] {
  return checkIds.flatMap((id): CheckFigures[] => {
    const said = sayings.flatMap(({ checks, outcome }) => {
      const level = checks.find((check) => check.id === id)?.level;
      return level ? [{ level, posted: outcome === 'posted' }] : [];
    });
    if (said.length === 0) return [];
    const count = (those: (one: (typeof said)[number]) => boolean): number => said.filter(those).length;
    const held = count(({ level }) => level === 'hold');
    const hinted = said.length - held;
    const overridden = count(({ level, posted }) => level === 'hold' && posted);
    const passedBy = count(({ level, posted }) => level === 'hint' && posted);
    const soften =
      policy[id] === undefined && held >= ENOUGH_HOLDS && overridden > held * MOSTLY
        ? 'hint'
        : policy[id] !== 'off' && hinted >= ENOUGH_HINTS && passedBy > hinted * NEARLY_ALWAYS
          ? 'off'
          : null;
    return [{ id, spoke: said.length, held, overridden, mended: count(({ posted }) => !posted), soften }];
  });
}
