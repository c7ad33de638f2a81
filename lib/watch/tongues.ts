import { languageOfScript } from '../text/scripts';
import { troubleWords } from '../triage/words';

/**
 * What people write when something is down, by X's language code, the most telling first: X is searched for the first
 * few. Whole words, since X searches no others.
 */
const trouble: Readonly<Record<string, readonly string[]>> = {
  en: ['down', 'out', 'outage', 'not working', 'slow', 'dead'],
  es: ['caído', 'sin', 'no funciona', 'falla', 'lento', 'avería'],
  pt: ['caiu', 'sem', 'não funciona', 'fora do ar', 'lenta', 'instável'],
  fr: ['panne', 'coupure', 'marche pas', 'plus de', 'lent', 'HS'],
  de: ['Ausfall', 'Störung', 'geht nicht', 'langsam', 'ausgefallen', 'tot'],
  it: ['guasto', 'non funziona', 'non va', 'lento', 'disservizio', 'giù'],
  in: ['gangguan', 'mati', 'lemot', 'lambat', 'hilang', 'error'],
  tl: ['wala', 'walang', 'mabagal', 'nawala', 'putol', 'sira'],
  ...Object.fromEntries(Object.entries(troubleWords).map(([lang, words]) => [lang, words.slice(0, 6)])),
};

/** Words of the trade that belong to one language; all others ("wifi", "router") are taken for everybody's. */
const tradeWords: Readonly<Record<string, readonly string[]>> = {
  en: [
    'broadband',
    'fibre',
    'fiber',
    'landline',
    'my connection',
    'our connection',
    'internet connection',
    'technician',
    'download speed',
    'upload speed',
    'signal',
    'mobile data',
    'data plan',
    'coverage',
    'top-up',
    'texts',
    'phone line',
  ],
  es: ['conexión', 'señal', 'cobertura', 'datos móviles'],
  pt: ['conexão', 'sinal', 'dados móveis'],
  fr: ['connexion internet', 'box internet', 'réseau'],
  de: ['WLAN', 'Anschluss', 'Netz', 'Empfang'],
  it: ['rete internet', 'linea fissa', 'segnale'],
  in: ['jaringan', 'koneksi', 'sinyal', 'kuota', 'pulsa'],
  tr: ['kablo', 'şebeke'],
};

const languageOf = new Map(
  Object.entries(tradeWords).flatMap(([lang, words]) => words.map((word) => [word.toLowerCase(), lang] as const)),
);

/** The language that a word of the trade is of; null where it is everybody's, or nobody knows. */
export function tongueOf(word: string): string | null {
  return languageOf.get(word.toLowerCase()) ?? languageOfScript(word);
}

/** True if words of trouble are known in this language. */
export const knowsTrouble = (lang: string): boolean => trouble[lang] !== undefined;

/**
 * Words of trouble in some languages, each getting its turn: all six of one, two each of three. English ones stand in
 * for a language of which none are known.
 */
export function troubleIn(languages: readonly string[], most: number): string[] {
  const lists = languages.map((lang) => trouble[lang] ?? trouble.en ?? []);
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const turns = Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list[turn] ?? [])).flat();
  return [...new Set(turns)].slice(0, most);
}
