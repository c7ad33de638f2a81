/** Scripts that tell the language by themselves, with X's code of it. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu, 'ja'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'iw'],
];

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;

/** X's code of the language that most of a text's letters give away; null where they do not. */
export function languageOfScript(text: string): string | null {
  const letters = count(text, /\p{L}/gu);
  return scripts.find(([script]) => count(text, script) > letters / 2)?.[1] ?? null;
}
