import { hash32 } from './ids';

/** Every picture of the practice page is drawn here as a data: URI; nothing is ever fetched. */

const uri = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`;
const cache = new Map<string, string>();

function once(key: string, draw: () => string): string {
  const known = cache.get(key) ?? uri(draw());
  cache.set(key, known);
  return known;
}

/** A flat portrait: shoulders and a head on a colour of its own; organisations get a lamp instead. */
export function avatar(handle: string): string {
  return once(`avatar:${handle}`, () => {
    const seed = hash32(handle.toLowerCase());
    const hue = seed % 360;
    const skin = ['#f1c9a5', '#d9a066', '#8d5524', '#c68642', '#ffdbac', '#e0ac69'][(seed >>> 9) % 6];
    const hair = ['#2c1b10', '#4a2f1b', '#a55728', '#d6b370', '#111', '#8a8a8a'][(seed >>> 13) % 6];
    const back = `hsl(${hue} 55% 72%)`;
    const front = `hsl(${(hue + 140) % 360} 45% 42%)`;
    const open = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">';
    if (/^lantern/i.test(handle) && !/june/i.test(handle)) {
      return `${open}<rect width="96" height="96" fill="#1f2a5c"/><path d="M34 36h28l6 34H28z" fill="#ffd15c"/><path d="M38 30h20v6H38zM26 70h44v6H26z" fill="#fff"/><path d="M40 30a8 8 0 0 1 16 0" fill="none" stroke="#fff" stroke-width="4"/><circle cx="48" cy="54" r="7" fill="#fff3cf"/></svg>`;
    }
    const curls = (seed >>> 17) % 3;
    const top =
      curls === 0
        ? `<path d="M26 42a22 22 0 0 1 44 0z" fill="${hair}"/>`
        : curls === 1
          ? `<path d="M24 62V40a24 24 0 0 1 48 0v22h-9V40H33v22z" fill="${hair}"/>`
          : `<circle cx="34" cy="30" r="11" fill="${hair}"/><circle cx="48" cy="25" r="12" fill="${hair}"/><circle cx="62" cy="30" r="11" fill="${hair}"/>`;
    return `${open}<rect width="96" height="96" fill="${back}"/><path d="M10 96a38 30 0 0 1 76 0z" fill="${front}"/><rect x="41" y="56" width="14" height="16" fill="${skin}"/><circle cx="48" cy="44" r="19" fill="${skin}"/>${top}</svg>`;
  });
}

/** A landscape in three colours; stands for any photo. */
export function photo(seedText: string): string {
  return once(`photo:${seedText}`, () => {
    const seed = hash32(seedText);
    const hue = seed % 360;
    const ridge = Array.from({ length: 9 }, (_, i) => `${i * 100},${250 + ((seed >>> i) % 5) * 34}`).join(' ');
    const near = Array.from({ length: 9 }, (_, i) => `${i * 100},${360 + ((seed >>> (i + 4)) % 6) * 16}`).join(' ');
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 500"><rect width="800" height="500" fill="hsl(${hue} 60% 78%)"/><circle cx="${120 + (seed % 500)}" cy="120" r="52" fill="hsl(${(hue + 50) % 360} 90% 86%)"/><polygon points="${ridge} 800,500 0,500" fill="hsl(${(hue + 200) % 360} 28% 55%)"/><polygon points="${near} 800,500 0,500" fill="hsl(${(hue + 220) % 360} 32% 35%)"/></svg>`;
  });
}

const PAINTED: Record<string, string> = {
  '❤': '<path d="M18 31S4 22 4 13a7 7 0 0 1 14-2 7 7 0 0 1 14 2c0 9-14 18-14 18z" fill="#dd2e44"/>',
  '🔥': '<path d="M18 2c2 8 12 11 12 21a12 12 0 0 1-24 0c0-6 4-8 5-13 3 2 4 4 4 7 3-4 4-9 3-15z" fill="#f4900c"/><path d="M18 19c1 4 6 5 6 10a6 6 0 0 1-12 0c0-4 4-5 6-10z" fill="#ffcc4d"/>',
  '🎉': '<path d="M4 32l9-22 13 13z" fill="#ffcc4d"/><circle cx="24" cy="7" r="3" fill="#dd2e44"/><circle cx="31" cy="16" r="2" fill="#55acee"/><circle cx="16" cy="5" r="2" fill="#77b255"/>',
  '✅': '<rect x="1" y="1" width="34" height="34" rx="5" fill="#77b255"/><path d="M9 19l6 6L27 10" fill="none" stroke="#fff" stroke-width="4"/>',
  '⭐': '<path d="M18 2l5 11 12 1-9 8 3 12-11-7-11 7 3-12-9-8 12-1z" fill="#ffac33"/>',
  '💡': '<circle cx="18" cy="14" r="12" fill="#ffd983"/><rect x="13" y="25" width="10" height="8" rx="2" fill="#99aab5"/>',
  '📺': '<rect x="1" y="8" width="34" height="22" rx="3" fill="#31373d"/><rect x="4" y="11" width="28" height="16" fill="#55acee"/>',
  '📱': '<rect x="9" y="1" width="18" height="34" rx="3" fill="#31373d"/><rect x="11" y="5" width="14" height="24" fill="#55acee"/>',
  '👍': '<path d="M12 16l7-13c4 0 4 3 3 10h9c3 0 3 4 1 5 2 2 1 4-1 5 1 2 0 4-2 4 0 3-1 4-4 4H13z" fill="#ffcc4d"/><rect x="3" y="16" width="8" height="17" rx="2" fill="#ef9645"/>',
};

const SAD = new Set('😠😡🤬😤😢😭😞😔😩😫🙄😒😣😖😕🙁☹😟😥😰😨😱🤯😿💔🥲😑'.match(/./gu) ?? []);

function face(emoji: string): string {
  const sad = SAD.has(emoji);
  const fillColour = '😡🤬😠'.includes(emoji) ? '#da2f47' : '#ffcc4d';
  const mouth = sad ? 'M10 27a9 7 0 0 1 16 0' : 'M9 21a10 10 0 0 0 18 0z';
  const tear = '😢😭🥲😥'.includes(emoji) ? '<path d="M9 18v10h4V18z" fill="#5dadec"/>' : '';
  return `<circle cx="18" cy="18" r="18" fill="${fillColour}"/><ellipse cx="12" cy="14" rx="2.4" ry="3.4" fill="#664500"/><ellipse cx="24" cy="14" rx="2.4" ry="3.4" fill="#664500"/><path d="${mouth}" fill="${sad ? 'none' : '#664500'}" stroke="#664500" stroke-width="2"/>${tear}`;
}

/** X replaces emoji by pictures; machines without an emoji font still show something of the right kind. */
export function emojiPicture(emoji: string): string {
  return once(`emoji:${emoji}`, () => {
    const base = emoji.codePointAt(0) ?? 0;
    const bare = emoji.replace(/[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '');
    const hue = hash32(emoji) % 360;
    const drawn =
      PAINTED[bare] ??
      ((base >= 0x1f600 && base <= 0x1f64f) ||
      (base >= 0x1f910 && base <= 0x1f92f) ||
      (base >= 0x1f970 && base <= 0x1f97a)
        ? face(emoji)
        : `<rect x="3" y="3" width="30" height="30" rx="${6 + (hue % 10)}" fill="hsl(${hue} 70% 58%)"/><circle cx="18" cy="18" r="8" fill="hsl(${(hue + 60) % 360} 80% 82%)"/>`);
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36">${drawn}</svg>`;
  });
}
