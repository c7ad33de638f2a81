import { fold } from '../text/words';
import { type Piece, withoutHyphens } from './pieces';

/**
 * Phrases as the lexicons write them, between commas. Elements stand between blanks:
 *
 * - `word`, or `one|other` for either; `word*` for any ending;
 * - `~` for up to four words in between; `word?` for one that may be missing;
 * - `:price`, `:percent`, `:number`, `:link`, `:handle`, `:hashtag`, `:email` for any of these;
 * - `word!` for the word that makes the point, which the check can ask for.
 */
interface Element {
  exact: ReadonlySet<string>;
  beginnings: readonly string[];
  kinds: readonly string[];
  optional: boolean;
  gap: boolean;
  point: boolean;
}

/** Words that `~` may stand for. */
const GAP = 4;
const KEY = 2;

/** A phrase found in a text. */
export interface Match {
  start: number;
  end: number;
  /** Indices of its first piece and of the one after its last. */
  from: number;
  to: number;
  /** The words that make the point, folded. */
  points: string[];
}

function elementOf(written: string): Element {
  if (written === '~') {
    return { exact: new Set(), beginnings: [], kinds: [], optional: false, gap: true, point: false };
  }
  const optional = written.endsWith('?');
  const point = written.includes('!');
  const alternatives = fold(written.replace(/[?!]/g, '')).split('|');
  return {
    exact: new Set(alternatives.filter((one) => !one.endsWith('*'))),
    beginnings: alternatives.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1)),
    kinds: alternatives.filter((one) => one.startsWith(':')).map((one) => one.slice(1)),
    optional,
    gap: false,
    point,
  };
}

const fits = ({ exact, beginnings, kinds }: Element, { folded, kind }: Piece): boolean =>
  exact.has(folded) || kinds.includes(kind) || beginnings.some((beginning) => folded.startsWith(beginning));

/** Finds the phrases of one list in texts. */
export class Phrases {
  readonly #byFirst = new Map<string, (readonly Element[])[]>();
  readonly #byBeginning = new Map<string, (readonly Element[])[]>();

  constructor(list: string) {
    for (const written of list.split(/[,\n]/)) {
      const elements = withoutHyphens(written.trim()).split(/\s+/).filter(Boolean).map(elementOf);
      const [first] = elements;
      if (!first) continue;
      for (const key of first.exact) push(this.#byFirst, key, elements);
      for (const beginning of first.beginnings) push(this.#byBeginning, beginning.slice(0, KEY), elements);
    }
  }

  /** All phrases in a text, in order; of those that begin at one place, the longest. */
  find(pieces: readonly Piece[]): Match[] {
    const matches: Match[] = [];
    pieces.forEach((piece, at) => {
      let best: Match | null = null;
      const candidates = [
        ...(this.#byFirst.get(piece.folded) ?? []),
        ...(this.#byFirst.get(`:${piece.kind}`) ?? []),
        ...(this.#byBeginning.get(piece.folded.slice(0, KEY)) ?? []),
      ];
      for (const elements of candidates) {
        const points: string[] = [];
        const to = reach(elements, 0, pieces, at, points);
        const last = pieces[to - 1];
        if (last && (!best || to > best.to)) best = { start: piece.start, end: last.end, from: at, to, points };
      }
      if (best) matches.push(best);
    });
    return matches;
  }

  /** True if any of the phrases is in the text. */
  isIn(pieces: readonly Piece[]): boolean {
    return this.find(pieces).length > 0;
  }
}

function push(map: Map<string, (readonly Element[])[]>, key: string, elements: readonly Element[]): void {
  const list = map.get(key);
  if (list) list.push(elements);
  else map.set(key, [elements]);
}

/** Index after the last piece of a phrase that begins here, or -1. */
function reach(
  elements: readonly Element[],
  which: number,
  pieces: readonly Piece[],
  at: number,
  points: string[],
): number {
  const element = elements[which];
  if (!element) return at;
  const before = pieces[at - 1];
  if (element.gap) {
    for (let skipped = 0; skipped <= GAP; skipped++) {
      const piece = pieces[at + skipped];
      if (!piece || (before && piece.sentence !== before.sentence)) break;
      const to = reach(elements, which + 1, pieces, at + skipped, points);
      if (to !== -1) return to;
    }
    return -1;
  }
  const piece = pieces[at];
  if (piece && fits(element, piece) && (which === 0 || piece.sentence === before?.sentence)) {
    const to = reach(elements, which + 1, pieces, at + 1, points);
    if (to !== -1) {
      if (element.point) points.push(piece.folded);
      return to;
    }
  }
  return element.optional ? reach(elements, which + 1, pieces, at, points) : -1;
}
