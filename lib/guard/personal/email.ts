import { lexicons } from '../lexicon';
import type { Span } from '../types';

const escaped = (words: readonly string[]): string =>
  words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
const AT = escaped([...new Set(lexicons.flatMap(({ at }) => at))]);
/** Words for the sign that mean nothing else. */
const CLEAR_AT = 'arroba|arobase|arobas|chiocciola|klammeraffe';
const DOT = escaped([...new Set(lexicons.flatMap(({ dot }) => dot))]);
const ENDS =
  'com|net|org|edu|gov|info|biz|io|co|me|tv|app|dev|example|online|ph|id|uk|es|mx|ar|cl|pe|br|pt|fr|be|ch|de|at|it|eu|us|au|ca|in|nl|se|no|dk|fi|pl|hu|cz|sk|ie|nz|za|sg|my|jp|kr|cn|hk|tw|th|vn';
const PROVIDERS = 'gmail|hotmail|yahoo|outlook|icloud|protonmail|googlemail|ymail|aol|gmx|web|mail|live';

/** Ordinary addresses. "@lantern. In time" is a handle and the next sentence, so blanks stand on both sides or on none. */
const PLAIN = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}-]{1,60}\.){1,4}\p{L}{2,24}/gu;
const LOCAL = '[a-z0-9][a-z0-9._%+-]{1,63}';
const HOST = '[a-z0-9-]{2,40}';
const SPACED = new RegExp(
  `[a-z0-9][a-z0-9._%+-]{0,63}(?:\\s{1,2}@\\s{1,2}${HOST}(?:\\.|\\s\\.\\s)|@${HOST}\\s\\.\\s)(?:${ENDS})(?![\\p{L}\\p{N}])`,
  'giu',
);
/**
 * "john (at) mail dot com". "Look at lantern.example" is none: where the first sign is an everyday word, the second must
 * be written in words or in brackets, too.
 */
const BEFORE = `${LOCAL}(?:\\s{1,2}(?:${DOT})\\s{1,2}[a-z0-9]{1,30})?`;
const WORDED_DOT = `(?:\\s{0,2}[[({<]\\s?(?:\\.|${DOT})\\s?[\\])}>]\\s{0,2}|\\s(?:${DOT})\\s)`;
const MARKED_AT = `\\s{0,2}[[({<]\\s?(?:@|${AT})\\s?[\\])}>]\\s{0,2}|\\s(?:${CLEAR_AT})\\s`;
const DISGUISED = new RegExp(
  `${BEFORE}(?:(?:${MARKED_AT})${HOST}(?:${WORDED_DOT}|\\s?\\.\\s?)|(?:\\s(?:${AT})\\s|@)${HOST}${WORDED_DOT})(?:${ENDS})(?![\\p{L}\\p{N}])`,
  'giu',
);
/** "ann.lee at gmail.com": after a name that is none of everyday's words, and before a provider of mailboxes. */
const AT_PROVIDER = new RegExp(
  `(?=[a-z0-9_-]*[._\\d])[a-z0-9][a-z0-9._%+-]{1,63}\\s(?:${AT})\\s(?:gmail|googlemail|hotmail|yahoo|outlook|icloud|protonmail|ymail|aol|gmx)\\.(?:${ENDS})(?![\\p{L}\\p{N}])`,
  'giu',
);
/** "ann-at-mail-dot-com". */
const HYPHENED = new RegExp(
  `[a-z0-9][a-z0-9.]{0,40}[-_](?:${AT})[-_]${'[a-z0-9]{2,40}'}[-_](?:${DOT})[-_](?:${ENDS})(?![\\p{L}\\p{N}])`,
  'giu',
);
/** An address whose ending was left away: "ann.lee@gmail". */
const CUT = new RegExp(`[a-z0-9][a-z0-9._%+-]{0,63}@(?:${PROVIDERS})(?![\\w.])`, 'giu');

/** E-mail addresses in a plain text, also disguised ones. */
export function emailsIn(text: string): Span[] {
  if (!/@|[[({<]|[\s_-](?:at|arroba|punto|dot)[\s_-]/i.test(text) && !new RegExp(`\\s(?:${AT})\\s`, 'iu').test(text))
    return [];
  const found: Span[] = [];
  for (const pattern of [PLAIN, SPACED, DISGUISED, AT_PROVIDER, HYPHENED, CUT]) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (!found.some((other) => other.start < span.end && span.start < other.end)) found.push(span);
    }
  }
  return found;
}

/** Mailboxes that belong to no person. */
const ROLE =
  /^(?:no-?reply|help|helpdesk|support|care|customer|customers|cs|service|services|servicio|info|contact|hello|hi|team|sales|billing|feedback|complaints?|press|media|privacy|legal|careers|jobs|abuse|fraud|security|phishing|ask|social|twitter|tweets?|web|office|admin|returns?|orders?|refunds?|claims?|ayuda|atencion|clientes?|soporte|reclamos|contacto|ajuda|atendimento|suporte|sac|ouvidoria|contato|aide|assistance|serviceclient|reclamations?|kunden\w*|hilfe|beschwerde|kontakt|aiuto|assistenza|reclami|bantuan|layanan|cs\w*|tulong|we_?can_?help)(?:[._+-].*|\d*)$/i;

/** True for a mailbox like support@. */
export const isRole = (email: string): boolean => ROLE.test(email.split(/@|\(|\[|\s/)[0] ?? '');
