/**
 * Whether a person can see a button of ours: what the page's styles make of it, and what lies over it. All of this costs
 * a look at styles or a layout, so it is asked only as a button is pressed.
 */

/** What is fainter than this is hidden. */
const FAINTEST = 0.2;
/** What covers more than this hides what is below. */
const COVERS = 0.5;
/** More blur than this, in px, makes a picture of anything. */
const BLUR = 2;

/** Elements that paint something of their own, whatever their styles. */
const PICTURES = new Set([
  'img',
  'video',
  'canvas',
  'iframe',
  'embed',
  'object',
  'input',
  'button',
  'textarea',
  'select',
]);

/** Roots of our own hosts: what is in there is no cover. */
const ownRoots = new WeakMap<Element, ShadowRoot>();

/** Notes the root of a host of ours. */
export function noteRoot(host: Element, root: ShadowRoot): void {
  ownRoots.set(host, root);
}

/** The button of a host at a point of the window, or the host itself. */
export function pressedAt(host: Element, x: number, y: number): Element {
  return ownRoots.get(host)?.elementFromPoint(x, y)?.closest('button') ?? host;
}

/** The root of any element, closed ones too: browsers tell extensions, each in its own way. */
function rootOf(element: Element): ShadowRoot | null {
  const told = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (told !== undefined) return told;
  const { chrome } = globalThis as {
    chrome?: { dom?: { openOrClosedShadowRoot?(of: Element): ShadowRoot | null } };
  };
  // Chromium takes nothing but HTML elements; others have no root.
  return element instanceof HTMLElement ? (chrome?.dom?.openOrClosedShadowRoot?.(element) ?? null) : null;
}

/** The element that an element is painted in: where its parent has a root, the slot that it was given. */
function boxAround(element: Element): Element | null {
  const parent = element.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  if (!(parent instanceof Element)) return null;
  for (const slot of rootOf(parent)?.querySelectorAll('slot') ?? []) {
    if (slot.assignedElements().includes(element)) return slot;
  }
  return parent;
}

/** How much of what is painted a filter leaves to see, from 0 to 1. Turning all colours round leaves all of it. */
export function clearnessOf(filter: string | undefined): number {
  if (!filter || filter === 'none') return 1;
  let clear = 1;
  for (const [, name, given = ''] of filter.matchAll(/([a-z-]+)\(((?:[^()]|\([^()]*\))*)\)/g)) {
    const value = Number.parseFloat(given) / (given.trim().endsWith('%') ? 100 : 1);
    if (name === 'opacity' || name === 'contrast') clear *= Math.min(1, value);
    else if (name === 'invert') clear *= Math.abs(1 - 2 * Math.min(1, value));
    else if (name === 'brightness') clear *= Math.min(value, 1 / value);
    else if (name === 'blur') clear *= value > BLUR ? 0 : 1;
    // An SVG filter can paint anything.
    else if (name === 'url') clear = 0;
  }
  return clear;
}

const isNone = (value: string | undefined): boolean => !value || /^none(?:, none)*$/.test(value);

function isMasked(style: CSSStyleDeclaration): boolean {
  return ['mask-image', '-webkit-mask-image', 'mask-border-source', '-webkit-mask-box-image-source'].some(
    (property) => !isNone(style.getPropertyValue(property)),
  );
}

/** True if no style of a host or of what it stands in hides it. What is clipped away gets no click either. */
export function isShown(host: Element): boolean {
  if (!host.checkVisibility({ visibilityProperty: true })) return false;
  let clear = 1;
  for (let box: Element | null = host; box; box = boxAround(box)) {
    const style = getComputedStyle(box);
    clear *= Number(style.opacity) * clearnessOf(style.filter);
    if (clear < FAINTEST || isMasked(style) || style.mixBlendMode !== 'normal') return false;
  }
  return true;
}

/** Points of a button by which it is told whether it lies open: where it is pressed, close around it, and all over it. */
function pointsOf(host: Element, button: Element, x: number, y: number): { near: Point[]; all: Point[] } {
  const box = button.getBoundingClientRect();
  const around = host.getBoundingClientRect();
  const isIn = (rect: DOMRect, px: number, py: number): boolean =>
    px >= rect.left && px <= rect.right && py >= rect.top && py <= rect.bottom;
  // Hosts cut off what is too long for their row; what unfolds from a host reaches beyond it.
  const [left, right, top, bottom] = isIn(around, x, y)
    ? [
        Math.max(box.left, around.left),
        Math.min(box.right, around.right),
        Math.max(box.top, around.top),
        Math.min(box.bottom, around.bottom),
      ]
    : [box.left, box.right, box.top, box.bottom];
  const isSeen = ([px, py]: Point): boolean =>
    px > Math.max(0, left) &&
    px < Math.min(innerWidth, right) &&
    py > Math.max(0, top) &&
    py < Math.min(innerHeight, bottom);
  const near: Point[] = [
    [x, y],
    [x - 4, y],
    [x + 4, y],
    [x, y - 4],
    [x, y + 4],
  ];
  const parts = [0.25, 0.5, 0.75];
  const all = parts.flatMap((across) =>
    parts.map((down): Point => [left + across * (right - left), top + down * (bottom - top)]),
  );
  return { near: near.filter(isSeen), all: all.filter(isSeen) };
}

type Point = [x: number, y: number];

/** Whether enough of a button passes: where it is pressed, most of it close around, and a third of the rest. */
function isOpen({ near, all }: ReturnType<typeof pointsOf>, passes: (point: Point) => boolean): boolean {
  const [pressed, ...around] = near;
  return (
    (pressed === undefined || passes(pressed)) &&
    around.filter(passes).length * 2 >= around.length &&
    all.filter(passes).length * 3 >= all.length
  );
}

/** A page can draw a button so small or so large that nobody takes it for what it is. */
function isInShape(button: Element): boolean {
  if (!(button instanceof HTMLElement)) return true;
  const { width, height } = button.getBoundingClientRect();
  const isLike = (drawn: number, meant: number): boolean => meant === 0 || (drawn > meant / 2 && drawn < meant * 2);
  return Math.min(width, height) >= 4 && isLike(width, button.offsetWidth) && isLike(height, button.offsetHeight);
}

/** True if a click at this point of a button would go to it also a little further on, and it has the shape it should. */
export function isInReach(host: Element, button: Element, x: number, y: number): boolean {
  return (
    isInShape(button) && isOpen(pointsOf(host, button, x, y), ([px, py]) => document.elementFromPoint(px, py) === host)
  );
}

/**
 * Everything takes the mouse. In a layer that comes first, where what is important wins over what is important later;
 * only styles of an element itself are stronger.
 */
const TAKE_THE_MOUSE =
  '@layer { *, *::before, *::after, :host { pointer-events: auto !important } } *, *::before, *::after, :host { pointer-events: auto !important }';

/**
 * True if something is painted over a button that lets the mouse through: then a person presses something that they do
 * not see. Shadows and outlines of what stands elsewhere are not noticed.
 */
export function isPaintedOver(host: Element, x: number, y: number): boolean {
  if (hasBackdrop() || isInTransition()) return true;
  const button = pressedAt(host, x, y);
  const restore = letAllTakeTheMouse();
  try {
    return !isOpen(pointsOf(host, button, x, y), ([px, py]) => coverageOver(host, document, px, py) <= COVERS);
  } finally {
    restore();
  }
}

/** Makes everything on the page take the mouse, for as long as it takes to look; gives what ends it. */
function letAllTakeTheMouse(): () => void {
  const undo: (() => void)[] = [];
  const put = (place: ParentNode & Node): void => {
    const style = document.createElement('style');
    style.textContent = TAKE_THE_MOUSE;
    place.insertBefore(style, place.firstChild);
    undo.push(() => style.remove());
  };
  const visit = (place: ParentNode & Node): void => {
    for (const element of place.querySelectorAll('*')) {
      const own = (element as HTMLElement).style;
      if (own?.getPropertyPriority('pointer-events') === 'important') {
        const before = own.getPropertyValue('pointer-events');
        own.setProperty('pointer-events', 'auto', 'important');
        undo.push(() => own.setProperty('pointer-events', before, 'important'));
      }
      const root = ownRoots.has(element) ? null : rootOf(element);
      if (root) {
        visit(root);
        put(root);
      }
    }
  };
  visit(document);
  put(document.documentElement);
  return () => {
    for (const end of undo.reverse()) end();
  };
}

/** How much of a point of a host is hidden by what lies over it, from 0 to 1. */
function coverageOver(host: Element, place: Document | ShadowRoot, x: number, y: number): number {
  let open = 1;
  for (const element of place.elementsFromPoint(x, y)) {
    if (element === host) break;
    // A root tells of what is around it as well.
    if (element.getRootNode() !== place || ownRoots.has(element)) continue;
    open *= 1 - paintOf(element, !element.contains(host) || isSunk(host, element));
    const root = rootOf(element);
    if (root) open *= 1 - coverageOver(host, root, x, y);
  }
  return 1 - open;
}

/** True if a host lies behind the ground of what it stands in. */
function isSunk(host: Element, around: Element): boolean {
  for (let box: Element | null = host; box && box !== around; box = boxAround(box)) {
    if (Number(getComputedStyle(box).zIndex) < 0) return true;
  }
  return false;
}

/**
 * How much of what is below an element hides, from 0 to 1. Where it counts as above only for what it puts before or
 * after its content, its own ground lies below.
 */
function paintOf(element: Element, withGround: boolean): number {
  const style = getComputedStyle(element);
  const pseudos = ['::before', '::after'].map((pseudo) => {
    const part = getComputedStyle(element, pseudo);
    if (isNone(part.content) || part.content === 'normal') return 0;
    return Number(part.opacity) * (part.content === '""' ? fillOf(part) : 1);
  });
  const isPicture = PICTURES.has(element.localName) || element instanceof SVGElement || hasWords(element);
  const ground = isPicture ? 1 : fillOf(style);
  const paint = Math.max(withGround ? ground : 0, ...pseudos);
  if (paint === 0) return 0;
  let clear = 1;
  for (let box: Element | null = element; box; box = boxAround(box)) {
    const { opacity, filter } = getComputedStyle(box);
    clear *= Number(opacity) * clearnessOf(filter);
  }
  return paint * clear;
}

function hasWords(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
}

/** How much of what is below a box of this style hides. */
function fillOf(style: CSSStyleDeclaration): number {
  if (clearnessOf(style.getPropertyValue('backdrop-filter')) < FAINTEST) return 1;
  if (!isNone(style.backgroundImage) || !isNone(style.borderImageSource)) return 1;
  // Turns the colours of all the page round, as people who like it dark have it.
  if (style.mixBlendMode === 'difference') return 0;
  return alphaOf(style.backgroundColor);
}

/** How opaque a colour is, as browsers write computed ones. */
export function alphaOf(colour: string): number {
  if (colour === 'transparent') return 0;
  const alpha = /(?:\/|rgba\([^,]+,[^,]+,[^,]+,)\s*([\d.]+)\s*\)/.exec(colour)?.[1];
  return alpha === undefined ? 1 : Number(alpha);
}

/** What lies behind a popover covers the page and always lets the mouse through. */
function hasBackdrop(): boolean {
  return [...document.querySelectorAll(':popover-open')].some((popover) => {
    const style = getComputedStyle(popover, '::backdrop');
    return Number(style.opacity) * fillOf(style) > COVERS;
  });
}

/** While a page turns into another one, pictures of both lie over it. */
function isInTransition(): boolean {
  return document
    .getAnimations()
    .some(({ effect }) => effect instanceof KeyframeEffect && effect.pseudoElement?.startsWith('::view-transition'));
}
