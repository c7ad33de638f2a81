import { fold } from '../text/words';
import { type Fact, saying } from './fact';

/** Channels of which one topic has one at a time; pages and notices may be many. */
const SINGLE = new Set<Fact['channel']>(['status', 'chat', 'phone', 'email', 'dm', 'hours']);

/** Two facts of which a reply could say only one. */
export interface Conflict {
  one: Fact;
  other: Fact;
  why: 'twice' | 'differ';
}

/** Facts that contradict or repeat each other: for the same topic, channel and language. */
export function conflictsAmong(facts: readonly Fact[]): Conflict[] {
  const conflicts: Conflict[] = [];
  facts.forEach((one, at) => {
    for (const other of facts.slice(at + 1)) {
      const sameWords = fold(saying(one)) === fold(saying(other));
      const sameLanguage = one.lang === other.lang;
      if (one.channel !== other.channel || fold(one.topic) !== fold(other.topic) || !sameLanguage) continue;
      if (sameWords) conflicts.push({ one, other, why: 'twice' });
      else if (SINGLE.has(one.channel)) conflicts.push({ one, other, why: 'differ' });
    }
  });
  return conflicts;
}
