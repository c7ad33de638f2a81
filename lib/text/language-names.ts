/** X's codes where they differ from today's standard. */
const standardCode: Record<string, string> = { in: 'id', iw: 'he' };

/** What a language is called, by X's code; the code itself where nobody knows it. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(standardCode[code] ?? code) ?? code;
  } catch {
    return code;
  }
}
