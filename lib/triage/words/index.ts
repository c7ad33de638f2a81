import { arabic } from './ar';
import { german } from './de';
import { english } from './en';
import { spanish } from './es';
import { french } from './fr';
import { hebrew } from './he';
import { indonesian } from './id';
import { italian } from './it';
import { japanese } from './ja';
import { portuguese } from './pt';
import { thai } from './th';
import { filipino } from './tl';
import { turkish } from './tr';
import type { LanguageWords } from './types';

/** All languages whose words Hark knows. To add one, add a file and name it here. */
export const languages: readonly LanguageWords[] = [
  english,
  filipino,
  spanish,
  portuguese,
  french,
  german,
  italian,
  indonesian,
  japanese,
  thai,
  arabic,
  hebrew,
  turkish,
];
