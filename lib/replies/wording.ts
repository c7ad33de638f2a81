import { hashText } from '../text/hash';

/** What stands for the names in a phrase: `{thing}` → "your modem". */
export type Known = Readonly<Record<string, string | null | undefined>>;

const SLOT = /\{(\p{L}+)(\.\p{L}+)?\}/gu;

/** All forms of the noun, of which one is enough. */
const THING = ['thing', 'noun', 'lack', 'dat', 'acc', 'gen', 'of'];
const NAMING = new RegExp(`^(?:${THING.join('|')})$`, 'i');

/** A number for a text, well mixed: near texts choose differently. */
function numberOf(text: string): number {
  let hash = hashText(text);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

const upperFirst = (text: string): string => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());

/** What a slot stands for: `{Thing}` is `{thing}` at the beginning of a sentence. */
function fillingFor(slot: string, known: Known): string | null {
  const direct = known[slot];
  if (direct) return direct;
  const lower = slot.charAt(0).toLowerCase() + slot.slice(1);
  const value = lower === slot ? null : known[lower];
  return value ? upperFirst(value) : null;
}

/** The slots of a phrase. */
export function slotsOf(phrase: string): string[] {
  return [...phrase.matchAll(SLOT)].map(([whole]) => whole.slice(1, -1));
}

/** A phrase with all its slots filled; null if one of them is not known. */
export function filled(phrase: string, known: Known, formal: boolean): string | null {
  // First how one speaks to whom, since what is filled in may hold brackets of its own.
  const spoken = phrase.replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_, friend: string, stranger: string) =>
    formal ? stranger : friend,
  );
  const values = slotsOf(spoken).map((slot) => fillingFor(slot, known));
  if (values.includes(null)) return null;
  let at = 0;
  const text = spoken.replace(SLOT, () => values[at++] ?? '');
  // After a link no full stop: it would look like part of it.
  return text.replace(/(https?:\/\/\S+?)\.$/, '$1');
}

/** Chooses among wordings, always alike for the same seed. */
export class Chooser {
  readonly #seed: string;
  readonly #known: Known;
  readonly #formal: boolean;
  /** Wordings that were chosen before and should not come twice in a set. */
  readonly #used: ReadonlySet<string>;
  readonly #named = new Set<string>();
  readonly chosen: string[] = [];

  constructor(seed: string, known: Known, formal: boolean, used: ReadonlySet<string>) {
    this.#seed = seed;
    this.#known = known;
    this.#formal = formal;
    this.#used = used;
  }

  /**
   * One of some wordings, filled in; null if none can be filled. Those that say most of what is known come first.
   *
   * @param more what is known for this choice only
   */
  choose(wordings: readonly string[], key: string, more: Known = {}): string | null {
    const known = { ...this.#known, ...more };
    const possible = wordings.flatMap((wording) => {
      const text = filled(wording, known, this.#formal);
      return text === null ? [] : [{ wording, text, slots: slotsOf(wording).length }];
    });
    const fresh = possible.filter(({ wording }) => !this.#used.has(wording));
    const left = fresh.length > 0 ? fresh : possible;
    // What has been named once need not be named again in the same reply.
    const others = left.filter(({ wording }) => !slotsOf(wording).some((slot) => this.#named.has(slot.toLowerCase())));
    const candidates = others.length > 0 ? others : left;
    if (candidates.length === 0) return null;
    // Mostly the most specific wordings, now and then one of the others, so that they do not wear out.
    const most = Math.max(...candidates.map(({ slots }) => slots));
    const best = candidates.filter(({ slots }) => slots === most);
    const hash = numberOf(`${this.#seed}|${key}`);
    const among = best.length > 1 || hash % 3 !== 0 ? best : candidates;
    const picked = among[(hash >>> 3) % among.length];
    if (!picked) return null;
    this.chosen.push(picked.wording);
    for (const slot of slotsOf(picked.wording)) this.#named.add(slot.toLowerCase());
    if (slotsOf(picked.wording).some((slot) => NAMING.test(slot))) for (const slot of THING) this.#named.add(slot);
    return picked.text;
  }
}

/** Joins a greeting that ends in a comma with what follows: its first letter becomes small where the language has it so. */
export function joined(greeting: string, sentence: string, keepsCapital: RegExp): string {
  if (!greeting.trim().endsWith(',')) return `${greeting}${sentence}`;
  const found = /^([¿«"“]*)([\p{L}\p{M}'’]+)/u.exec(sentence);
  const [whole = '', marks = '', first = ''] = found ?? [];
  if (whole === '' || keepsCapital.test(first)) return `${greeting}${sentence}`;
  return `${greeting}${marks}${first.charAt(0).toLowerCase()}${sentence.slice(marks.length + 1)}`;
}
