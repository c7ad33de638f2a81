/** X's codes where they differ from today's standard. */
const standardCode: Record<string, string> = { in: 'id', iw: 'he' };
const codeOnX = new Map(Object.entries(standardCode).map(([onX, standard]) => [standard, onX]));

/** What a language is called, by X's code; the code itself where nobody knows it. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(standardCode[code] ?? code) ?? code;
  } catch {
    return code;
  }
}

/** X's code of a language, from that or from today's standard. */
export const xCode = (code: string): string => codeOnX.get(code) ?? code;
