/** Letters of other scripts, and digits, that look like a Latin letter. */
const LOOKS_LIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['a', 'аαɑ4'],
    ['b', 'ЬβƄ8'],
    ['c', 'сϲ'],
    ['d', 'ԁɗ'],
    ['e', 'еεё3'],
    ['g', 'ɡ9'],
    ['h', 'һ'],
    ['j', 'јϳ'],
    ['k', 'кκ'],
    // Capital i, small L and one are the same stroke.
    ['l', 'iіıι1ӏ|'],
    ['m', 'мм'],
    ['n', 'ոпη'],
    ['o', 'оοσ0ө'],
    ['p', 'рρ'],
    ['q', 'ԛ'],
    ['r', 'гѓ'],
    ['s', 'ѕ5$'],
    ['t', 'тτ7'],
    ['u', 'υսц'],
    ['v', 'ѵν'],
    ['w', 'ԝω'],
    ['x', 'хχ'],
    ['y', 'уγү'],
    ['z', 'ᴢ2'],
  ].flatMap(([letter = '', others = '']) => [...others].map((other): [string, string] => [other, letter])),
);

/** What a name looks like at a glance: look-alike signs as one letter, doubled letters and separators left out. */
export function glance(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\p{Mn}\u200B-\u200F\u2060]+/gu, '')
    .toLowerCase();
  return [...plain]
    .map((sign) => LOOKS_LIKE[sign] ?? sign)
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/cl/g, 'd')
    .replace(/(.)\1+/gu, '$1');
}

/** How many letters must be changed, added, left out or swapped with the next one to make one word of another. */
export function distance(one: string, other: string): number {
  const rows: number[][] = Array.from({ length: one.length + 1 }, (_, row) => [row]);
  for (let column = 0; column <= other.length; column++) (rows[0] as number[])[column] = column;
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= one.length; row++) {
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      let least = Math.min(cell(row - 1, column) + 1, cell(row, column - 1) + 1, cell(row - 1, column - 1) + same);
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) least = Math.min(least, cell(row - 2, column - 2) + 1);
      (rows[row] as number[])[column] = least;
    }
  }
  return cell(one.length, other.length);
}
