import { bare } from '../../text/handle';
import { type Context, joined } from '../context';
import { piecesOf } from '../pieces';
import type { Finding, Span } from '../types';
import type { Check } from './check';

/** Placeholders that were left as they are. What another tool masked ("__email__") is none. */
const PLACEHOLDER =
  /\$?\{\{?[^{}\n]{0,40}\}?\}|\[(?:(?:insert|enter|your|their|the|customer'?s?|client|first|last|rep|agent|user|case|order|account|ticket|local|nombre|nome|nom|name|vorname|kunde|cliente|pangalan|nama|add)\b[^\]\n]{0,30}|(?:name|names|date|time|link|url|number|handle|initials|place|area|amount|eta|fecha|hora|data|ora|datum|uhrzeit|heure|lien|enlace|petsa|oras|tanggal|jam|xx+|tbc|tbd|\.{2,}|…))\]|<(?:(?:first |last |customer |agent |rep |case |order )?(?:name|date|time|link|url|number|handle|initials|customer|place|area|amount)|(?:insert|enter|nombre|nome|nom|vorname|pangalan|nama)\b[^>\n]{0,30})>|%(?:first_?name|name|customer|agent|date|time|link|case|rep)%|(?<![\p{L}\p{N}_])_{3,}(?![\p{L}\p{N}_])|\blorem ipsum\b|(?<=^|(?:hi|hello|hola|hey|dear|bonjour|hallo|ciao|olá|oi|halo)\s)(?:undefined|null)(?=$|[\s,.!])|\[object Object\]/giu;

/** Addresses that only colleagues can open. */
const INTRANET =
  /(?:https?:\/\/)?(?<![\w.@-])(?:localhost(?::\d+)?|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|(?:[\w-]{1,60}\.){1,5}(?:internal|intranet|corp|local|lan|localdomain))(?![\w-])(?:[/:]\S*)?|https?:\/\/[\w-]{1,60}(?:[/:]\S*|(?=\s|$))|https?:\/\/(?:intranet|intra|wiki|jira|confluence|crm|backoffice|sharepoint|kb|servicedesk)(?:[.-][\w-]{1,60}){1,5}\S*|https?:\/\/(?:[\w-]{1,60}\.){1,4}(?:atlassian\.net|sharepoint\.com|lightning\.force\.com|my\.salesforce\.com)\S*|https?:\/\/(?:[\w-]{1,60}\.){1,3}zendesk\.com\/agent\S*|\\\\[\w-]{2,40}\\\S+|file:\/\/\S+/giu;

/** So many words in a row of a note are no chance. */
const RUN = 6;

function spansOf(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
}

/** Words of the draft that stand in a private note in the same order, and in nothing that is public. */
function fromNotes({ draft, situation, thread }: Context): Span[] {
  const notes = situation.privateNotes ?? [];
  if (notes.length === 0) return [];
  const runsOf = (text: string): string[] => {
    const words = piecesOf(text).map(({ folded }) => folded);
    return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '));
  };
  const known = [
    ...thread.map(({ tweet }) => tweet.text),
    ...(situation.facts ?? []).map(({ text }) => text),
    situation.incident?.message ?? '',
  ];
  const open = new Set(known.flatMap(runsOf));
  const secret = new Set(notes.flatMap(runsOf).filter((run) => !open.has(run)));
  const { pieces } = draft;
  return pieces.slice(RUN - 1).flatMap((_, at): Span[] => {
    const run = pieces.slice(at, at + RUN);
    const first = run[0];
    const last = run.at(-1);
    const words = run.map(({ folded }) => folded).join(' ');
    return first && last && secret.has(words) ? [{ start: first.start, end: last.end }] : [];
  });
}

/** Text that was meant for another tweet, another account or for colleagues, or is not finished. */
export const misdirected: Check = {
  id: 'misdirected',
  look(context): Finding | null {
    const { draft, situation, account } = context;
    const hold = (why: string, words: Span[] = []): Finding => ({ level: 'hold', why, words });
    const isPrivate =
      account !== null && (situation.accounts?.length ?? 0) > 0 && !situation.accounts?.map(bare).includes(account);
    if (situation.insertedFor) {
      if (isPrivate) return hold(`This text was made for the brand, and you are posting as @${situation.account}.`);
      const target = situation.answering ?? situation.thread.at(-1)?.id;
      if (target && target !== situation.insertedFor) return hold('This text was made for another tweet.');
      if (!target && situation.thread.length === 0) return hold('This text was made as an answer, not as a new post.');
    }
    if (isPrivate) return null;
    const placeholders = spansOf(PLACEHOLDER, draft.text);
    if (placeholders.length > 0) return hold('A placeholder is still to be filled in.', placeholders);
    const links = spansOf(INTRANET, draft.text);
    if (links.length > 0) return hold('This link opens only inside your company.', links);
    const notes = fromNotes(context);
    if (notes.length > 0) return hold('These words are from a private note.', joined(notes));
    return null;
  },
};
