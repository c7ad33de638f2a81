import type { Reading } from './features';
import type { Pressure, Topic } from './judgement';
import type { Concept } from './lexicon/types';

/** Faces that are angry whatever else is said. */
const ANGRY = /[😠😡🤬👿🖕💢]/u;
/** So many words in capitals are shouting. */
const SHOUTED = 4;

/** What makes a complaint urgent, strongest first, each with the words that say so. */
export function pressuresIn({ tokens, hits }: Reading, topic: Topic): { kind: Pressure; words: string }[] {
  const first = (...concepts: Concept[]): string | null => {
    const hit = hits
      .filter(({ concept, negated }) => concepts.includes(concept) && !negated)
      .sort((one, other) => other.length - one.length)[0];
    return hit
      ? tokens
          .slice(hit.at, hit.at + hit.length)
          .map(({ written }) => written)
          .join(' ')
      : null;
  };
  const lacks = hits.some(({ concept }) => ['late', 'fault', 'outage', 'unreachable', 'missing'].includes(concept));
  const shouted = tokens.filter(({ kind, written }) => kind === 'word' && /^\p{Lu}{3,}$/u.test(written));
  const angry = tokens.find(({ written }) => ANGRY.test(written))?.written ?? null;
  const found: [Pressure, string | null][] = [
    ['safety', first('safety')],
    ['leaving', first('leave')],
    ['repeated', first('repeat')],
    ['waiting', lacks ? first('duration') : null],
    ['outage', topic === 'outage' ? first('outage', 'fault') : null],
    ['angry', angry ?? first('awful', 'rude') ?? (shouted.length >= SHOUTED ? (shouted[0]?.written ?? null) : null)],
  ];
  return found.flatMap(([kind, words]) => (words === null ? [] : [{ kind, words }]));
}
