import { isMeant } from './press';

/** An icon as lucide ships it: tags with attributes. */
export type IconNode = readonly (readonly [tag: string, attributes: Record<string, string | number | undefined>])[];

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element. Nothing here ever parses markup, so that no text of a page can become one. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Icons that were drawn before: copying one costs a tenth of drawing it. */
const drawn = new Map<IconNode, Node>();

/** Draws an icon in the text's colour, always in the same size. It says nothing to a screen reader: the word does. */
export function icon(node: IconNode, size: number): Node {
  let known = drawn.get(node);
  if (!known) {
    known = drawIcon(node, size);
    drawn.set(node, known);
  }
  return known.cloneNode(true);
}

function drawIcon(node: IconNode, size: number): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const attributes = {
    viewBox: '0 0 24 24',
    width: size,
    height: size,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value));
  for (const [tag, parts] of node) {
    const part = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(parts)) if (value !== undefined) part.setAttribute(name, String(value));
    svg.append(part);
  }
  return svg;
}

/**
 * Calls back on clicks and key presses that a person meant: scripts of the page can click as well, or bring a button
 * under somebody's mouse.
 */
export function onTrustedClick(button: HTMLElement, callback: (event: MouseEvent) => void): void {
  button.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation();
    const root = button.getRootNode();
    if (event.isTrusted && root instanceof ShadowRoot && isMeant(event, root.host)) callback(event);
  });
}
