/**
 * How long X takes a text to be. Letters of most alphabets count one, other characters two, a link 23 whatever its
 * length, and an emoji two however many characters it is joined from.
 *
 * Not covered: addresses without a scheme whose last part is one of X's rarer domains (see `BARE_DOMAINS`), and ends of
 * addresses that X does not know; with a scheme these are taken for links here, by X for plain characters. X counts some
 * of the newest joined emoji by their parts until it learns them.
 */

/** What fits into a post. */
export const LONGEST_POST = 280;

const SCALE = 100;
const LINK = 23 * SCALE;
const LIGHT = 100;
const HEAVY = 200;
/** Code points that weigh little. */
const LIGHT_RANGES: readonly (readonly [number, number])[] = [
  [0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
];

const weightOf = (code: number): number =>
  LIGHT_RANGES.some(([first, last]) => code >= first && code <= last) ? LIGHT : HEAVY;

/** Flags, keycaps, and pictures with what is joined to them: tones, variants, tags, further pictures. */
const EMOJI =
  /\p{RI}{2}|[#*0-9]\uFE0F?\u20E3|\p{Extended_Pictographic}[\uFE0F\p{EMod}]*(?:[\u{E0020}-\u{E007E}]+\u{E007F})?(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{EMod}]*)*/gu;

/** The ends of addresses that X makes links of without a scheme: those of countries, and the usual others. */
const BARE_DOMAINS = new Set(
  (
    'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd ' +
    'cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ' +
    'ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg ' +
    'kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv ' +
    'mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa ' +
    'sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug ' +
    'uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw ' +
    'com net org edu gov mil int info biz name pro mobi tel asia cat jobs travel app dev page web site online store shop ' +
    'blog news media tech cloud digital email chat help support care services network mobile company group team work ' +
    'world life live link click space website xyz top club one bank money credit tickets delivery'
  ).split(' '),
);

const HOST = String.raw`(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,62}[\p{L}\p{N}])?\.){1,8}(xn--[a-z0-9]{2,}|\p{L}{2,24})(?![\p{L}\p{N}_@-]|\.[\p{L}\p{N}])`;
/** A host where one can begin; without a scheme, of plain letters only. */
const START = new RegExp(`(?<![\\p{L}\\p{N}@＠$#＃_./-])(https?:\\/\\/)?${HOST}(?::\\d{1,5})?`, 'giu');
const PATH = /[/?][\p{L}\p{N}!*';:=+,.$/%#[\]\-–_~@|&?()]*/uy;

/** The end of an address: marks of the sentence around it are no part of it. */
function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  for (; end > from; end--) {
    const last = text[end - 1] ?? '';
    if (last === ')') {
      const path = text.slice(from, end);
      if (path.split('(').length >= path.split(')').length) break;
    } else if (/[\p{L}\p{N}=_#/+\-&]/u.test(last)) break;
  }
  return end;
}

/** A link in a text, as places in it. */
export interface LinkPlace {
  start: number;
  end: number;
}

/** Where X makes links in a text. */
export function linksIn(text: string): LinkPlace[] {
  const links: LinkPlace[] = [];
  for (const found of text.matchAll(START)) {
    const [whole, scheme, top = ''] = found;
    const start = found.index;
    if (scheme === undefined && !(BARE_DOMAINS.has(top.toLowerCase()) && /^[\w.:-]+$/.test(whole))) continue;
    const host = start + whole.length;
    // An address of a mailbox is no link.
    if (scheme === undefined && text[host] === '@') continue;
    PATH.lastIndex = host;
    const path = PATH.exec(text)?.[0] ?? '';
    links.push({ start, end: trimmedEnd(text, host, host + path.length) });
  }
  // A path may look like another host.
  return links.filter(({ start }, at) => !links.some((other, before) => before < at && start < other.end));
}

function weightOfPlain(text: string): number {
  let weight = 0;
  let from = 0;
  const add = (part: string): void => {
    for (const character of part) weight += weightOf(character.codePointAt(0) ?? 0);
  };
  for (const { 0: emoji, index } of text.matchAll(EMOJI)) {
    add(text.slice(from, index));
    // A lone sign such as © is a letter like any other; only with a variant sign it is a picture.
    if ([...emoji].length === 1) add(emoji);
    else weight += HEAVY;
    from = index + emoji.length;
  }
  add(text.slice(from));
  return weight;
}

/** The length of a text as X counts it, of {@link LONGEST_POST}. */
export function weightedLength(text: string): number {
  // X composes letters and their marks before it counts.
  const composed = text.normalize('NFC');
  let weight = 0;
  let from = 0;
  for (const { start, end } of linksIn(composed)) {
    weight += weightOfPlain(composed.slice(from, start)) + LINK;
    from = end;
  }
  weight += weightOfPlain(composed.slice(from));
  return Math.floor(weight / SCALE);
}
