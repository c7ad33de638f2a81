import { isInReach, isPaintedOver, isShown, pressedAt } from './cover';

/** Where a host was put, and in which article it must be seen; null for what stands in no article. */
interface Home {
  parent: Element;
  article: Element | null;
}

/** A host that came under a resting mouse is not pressed on purpose for this long, in milliseconds. */
const SURPRISE = 400;
/** How far a host may reach beyond its article, in px. */
const SLACK = 8;

const homes = new WeakMap<Element, Home>();
/** Hosts on which the mouse was pressed while they were hidden: what the page shows at the click comes too late. */
const pressedUnseen = new WeakSet<Element>();
/** When a host came under the mouse without the mouse having moved, or was hidden under it. */
const surprises = new WeakMap<Element, number>();
/** A person who scrolled within this time has brought the page under the mouse without the page's doing, in ms. */
const SCROLLED = 1_500;

let mouse = { x: Number.NaN, y: Number.NaN };
let scrolledAt = Number.NEGATIVE_INFINITY;
let refused: () => void = () => {};

/** Follows the mouse, to tell a mouse that came to a button from a button that came to the mouse. */
export function watchMouse(): void {
  window.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted) return;
      mouse = { x: event.clientX, y: event.clientY };
      if (event.target instanceof Element && homes.has(event.target)) noteHidden(event.target);
    },
    { capture: true, passive: true },
  );
  window.addEventListener('pointerdown', (event) => notePress(event), { capture: true, passive: true });
  window.addEventListener('pointerover', (event) => noteArrival(event), { capture: true, passive: true });
  for (const type of ['wheel', 'keydown', 'touchmove']) {
    window.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) scrolledAt = performance.now();
      },
      { capture: true, passive: true },
    );
  }
}

/** Sets what happens when a person's press is refused since the page has meddled with the button. */
export function onRefused(callback: () => void): void {
  refused = callback;
}

/** Notes where a host was put. */
export function settleIn(host: Element, parent: Element, article: Element | null): void {
  homes.set(host, { parent, article });
}

/** True for a host that stands where it was put. */
export function isWherePut(node: Node | undefined, parent: Node): boolean {
  return node instanceof Element && node.parentNode === parent && homes.get(node)?.parent === parent;
}

/** Notices a host that comes under the mouse. Moves inside of a host's root stay in there. */
function noteArrival({ target, isTrusted, clientX, clientY }: PointerEvent): void {
  if (!isTrusted || !(target instanceof Element) || !homes.has(target)) return;
  const now = performance.now();
  // Coming over the host by itself, the mouse is somewhere else than at its last move.
  if (clientX === mouse.x && clientY === mouse.y && now - scrolledAt > SCROLLED) surprises.set(target, now);
  else noteHidden(target);
}

function isAtHome(host: Element): boolean {
  const home = homes.get(host);
  if (!home || host.parentElement !== home.parent || !host.isConnected) return false;
  if (home.article === null) return true;
  if (!home.article.contains(host)) return false;
  const [inner, outer] = [host.getBoundingClientRect(), home.article.getBoundingClientRect()];
  return (
    inner.left >= outer.left - SLACK &&
    inner.right <= outer.right + SLACK &&
    inner.top >= outer.top - SLACK &&
    inner.bottom <= outer.bottom + SLACK
  );
}

/** Notices a host that is hidden where the mouse is: it may be shown just before the press. */
function noteHidden(host: Element): void {
  if (!isShown(host)) surprises.set(host, performance.now());
}

/** Looks at a host as the mouse is pressed on it, before any script of the page hears of that. */
function notePress({ target, isTrusted, clientX, clientY }: PointerEvent): void {
  if (!isTrusted || !(target instanceof Element) || !homes.has(target)) return;
  const isClear =
    isAtHome(target) &&
    isShown(target) &&
    isInReach(target, pressedAt(target, clientX, clientY), clientX, clientY) &&
    !isPaintedOver(target, clientX, clientY);
  if (isClear) pressedUnseen.delete(target);
  else pressedUnseen.add(target);
}

/**
 * True if a person meant this press. The browser vouches that it was a person's; but a page can lay our button, unseen,
 * under a click that was meant for something else.
 */
export function isMeant(event: Pick<MouseEvent, 'detail' | 'clientX' | 'clientY'>, host: Element): boolean {
  // The keyboard presses what has the focus, and the page cannot give that to what is in a closed root.
  const byMouse = event.detail > 0;
  const meant =
    isAtHome(host) &&
    isShown(host) &&
    (!byMouse ||
      (!pressedUnseen.has(host) &&
        document.elementFromPoint(event.clientX, event.clientY) === host &&
        performance.now() - (surprises.get(host) ?? Number.NEGATIVE_INFINITY) > SURPRISE));
  pressedUnseen.delete(host);
  if (!meant) refused();
  return meant;
}
