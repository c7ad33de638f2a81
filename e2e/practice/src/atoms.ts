import type { CSSProperties } from 'react';

/**
 * Atomic styles in X's manner: each declaration becomes one opaque class. Names are hashes, so nothing outside can
 * rely on them; that is the point.
 */

type Style = CSSProperties & Record<`--${string}`, string | number>;

const UNITLESS = new Set([
  'flexGrow',
  'flexShrink',
  'fontWeight',
  'lineClamp',
  'opacity',
  'order',
  'zIndex',
  'WebkitLineClamp',
]);
/** Declarations to their class. */
const known = new Map<string, string>();
const pending: string[] = [];
let sheet: CSSStyleSheet | undefined;

function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Write the rules that the document does not have yet (there is no document in static rendering). */
function flush(): void {
  if (!pending.length || typeof document === 'undefined') return;
  if (!sheet) {
    const element = document.createElement('style');
    element.id = 'react-native-stylesheet';
    document.head.append(element);
    sheet = element.sheet ?? undefined;
  }
  for (const rule of pending.splice(0)) sheet?.insertRule(rule, sheet.cssRules.length);
}

/** Class names for a style; `state` is a suffix such as ":hover". */
export function r(style: Style, state = ''): string {
  const names: string[] = [];
  for (const [property, raw] of Object.entries(style)) {
    if (raw === undefined) continue;
    const value = typeof raw === 'number' && raw !== 0 && !UNITLESS.has(property) ? `${raw}px` : String(raw);
    const declaration = `${property}:${value}${state}`;
    let name = known.get(declaration);
    if (!name) {
      name = `r-${hash(declaration)}`;
      known.set(declaration, name);
      pending.push(`.${name}.${name}${state}{${kebab(property)}:${value}}`);
    }
    names.push(name);
  }
  flush();
  return names.join(' ');
}

/** X's class for a box, with further classes. */
export const view = (...more: string[]) => ['css-175oi2r', ...more].join(' ');
/** X's class for a line or paragraph of text. */
export const text = (...more: string[]) => ['css-146c3p1', ...more].join(' ');
/** X's class for a run inside a text. */
export const run = (...more: string[]) => ['css-1jxf684', ...more].join(' ');
/** X's class for the real, transparent img behind a background image. */
export const IMG = 'css-9pa8cd';

export const row = r({ flexDirection: 'row' });
export const center = r({ alignItems: 'center' });
export const shrink = r({ flexShrink: 1 });
export const grow = r({ flexGrow: 1, flexShrink: 1 });
export const fill = r({ position: 'absolute', top: 0, bottom: 0, left: 0, right: 0, width: '100%', height: '100%' });
export const round = r({ borderRadius: 9999 });
export const pointer = r({ cursor: 'pointer' });
export const body15 = r({ fontSize: 15, lineHeight: '20px' });
export const small13 = r({ fontSize: 13, lineHeight: '16px' });
export const bold = r({ fontWeight: 700 });
export const nowrap = r({ whiteSpace: 'nowrap' });
export const ellipsis = r({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '100%' });
export const clip = r({ overflow: 'hidden' });
