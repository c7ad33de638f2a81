import type { Features } from './features';

/** One linear head: where its weights are, and how its score becomes a probability. */
export interface Head {
  name: string;
  /** Number of weights, a power of two; they follow each other in the file. */
  size: number;
  /** What one step of a weight is worth. */
  unit: number;
  bias: number;
  /** Probability = 1 / (1 + exp(-(slope · score + offset))). */
  slope: number;
  offset: number;
}

/** The trained heads. */
export interface Model {
  /** How likely a judgement holds, 0 to 1. */
  probability(name: string, features: Features): number;
  /** What one feature adds to the score of a head. */
  weightOf(name: string, feature: number): number;
}

/** The file's first bytes: "HARK". */
const MAGIC = 0x4b524148;

/**
 * Writes heads into one file: "HARK", the length of the header in bytes, the header as JSON, then the weights as signed
 * bytes.
 */
export function packModel(heads: readonly (Head & { weights: Int8Array })[]): Uint8Array {
  const header = new TextEncoder().encode(
    JSON.stringify(
      heads.map(({ name, size, unit, bias, slope, offset }) => ({ name, size, unit, bias, slope, offset })),
    ),
  );
  const bytes = new Uint8Array(8 + header.length + heads.reduce((sum, { size }) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, header.length, true);
  bytes.set(header, 8);
  let at = 8 + header.length;
  for (const { weights } of heads) {
    bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at);
    at += weights.length;
  }
  return bytes;
}

/**
 * Reads what {@link packModel} wrote.
 *
 * @throws {Error} if the bytes are not such a file
 */
export function readModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('These are no weights of Hark.');
  const length = view.getUint32(4, true);
  const heads = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Head[];
  const tables = new Map<string, Head & { weights: Int8Array }>();
  let at = 8 + length;
  for (const head of heads) {
    tables.set(head.name, { ...head, weights: new Int8Array(bytes.buffer, bytes.byteOffset + at, head.size) });
    at += head.size;
  }
  if (at !== bytes.length) throw new Error('The weights are cut off.');
  const headOf = (name: string) => {
    const head = tables.get(name);
    if (!head) throw new Error(`No head judges "${name}".`);
    return head;
  };
  return {
    probability(name, { index, value }) {
      const { weights, size, unit, bias, slope, offset } = headOf(name);
      const mask = size - 1;
      let sum = 0;
      for (let i = 0; i < index.length; i++) {
        sum += (weights[(index[i] as number) & mask] as number) * (value[i] as number);
      }
      return 1 / (1 + Math.exp(-(slope * (sum * unit + bias) + offset)));
    },
    weightOf(name, feature) {
      const { weights, size, unit } = headOf(name);
      return (weights[feature & (size - 1)] as number) * unit;
    },
  };
}
