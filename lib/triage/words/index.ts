import { arabic } from './ar';
import { hebrew } from './he';
import { japanese } from './ja';
import { thai } from './th';
import { turkish } from './tr';
import type { TroubleWords } from './types';

const languages: readonly TroubleWords[] = [arabic, hebrew, japanese, thai, turkish];

/**
 * Words of trouble by X's language code, for languages in which intent is not judged: there a word of the trade near
 * trouble is all that tells a cry for help. To add one, add a file and name it above.
 */
export const troubleWords: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  languages.map(({ lang, trouble }) => [lang, trouble]),
);
