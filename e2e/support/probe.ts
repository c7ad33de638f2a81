/**
 * What tests run inside a document to find and describe things. The function is sent to the browser as text, so it
 * must need nothing from outside itself.
 */

/** Where something is on the page, in CSS pixels of its viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a test may know of an element. */
export interface Part {
  tag: string;
  role: string;
  /** Accessible name as far as labels, text and titles give it. */
  name: string;
  text: string;
  attributes: Record<string, string>;
  box: Box;
  visible: boolean;
  disabled: boolean;
  focused: boolean;
  value?: string;
}

/** The helpers that every script in a document gets. */
export interface Probe {
  /** Every element that fits the selector: CSS, `text/…`, `name/…` or `role/button`, `role/button[Close]`. */
  all(selector: string): Element[];
  /** First element that fits and is visible, else the first that fits. */
  one(selector: string): Element | undefined;
  /** Text as it shows: hidden parts left out, lines kept. */
  text(element: Element | undefined): string;
  describe(element: Element): Part;
  /** Describes all that fits, as soon as some of it is visible, or after so many milliseconds as it is then. */
  lookFor(selector: string, milliseconds: number): Promise<Part[]>;
  /** Scrolls an element into view; gives its box once it stays put, and what lies over its centre if not itself. */
  settle(element: Element): Promise<{ box: Box; coveredBy: string | null }>;
}

/**
 * Builds the helpers for one document or shadow root.
 *
 * `text/Open` is the innermost element whose text holds "Open"; `name/Open` any control whose accessible name holds
 * it; `role/tab[Case]` a control of that role and name. Comparison ignores case.
 */
export function createProbe(root: Document | ShadowRoot): Probe {
  const roles: Record<string, string> = {
    a: 'link',
    button: 'button',
    summary: 'button',
    select: 'combobox',
    textarea: 'textbox',
    dialog: 'dialog',
    img: 'img',
    nav: 'navigation',
    main: 'main',
    ul: 'list',
    ol: 'list',
    li: 'listitem',
  };
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const roleOf = (element: Element): string => {
    const explicit = element.getAttribute('role');
    if (explicit) return explicit;
    const tag = element.localName;
    if (/^h[1-6]$/.test(tag)) return 'heading';
    if (tag === 'input') {
      const type = element.getAttribute('type') ?? 'text';
      if (type === 'checkbox' || type === 'radio') return type;
      return ['button', 'submit', 'reset'].includes(type) ? 'button' : type === 'search' ? 'searchbox' : 'textbox';
    }
    return roles[tag] ?? '';
  };
  const nameOf = (element: Element): string => {
    const labelledBy = element.getAttribute('aria-labelledby');
    if (labelledBy) {
      const labels = labelledBy.split(/\s+/).map((id) => tidy(root.getElementById(id)?.textContent));
      if (tidy(labels.join(' '))) return tidy(labels.join(' '));
    }
    const label = tidy(element.getAttribute('aria-label'));
    if (label) return label;
    if ('labels' in element && element.labels instanceof NodeList && element.labels.length > 0) {
      return tidy(Array.from(element.labels, (node) => node.textContent).join(' '));
    }
    const alt = tidy(element.getAttribute('alt'));
    const text = ['input', 'textarea', 'select'].includes(element.localName) ? '' : tidy(element.textContent);
    const hint = tidy(element.getAttribute('title')) || tidy(element.getAttribute('placeholder'));
    return alt || text || hint;
  };
  const isVisible = (element: Element): boolean => {
    const rect = element.getBoundingClientRect();
    return rect.width > 0 && rect.height > 0 && element.checkVisibility({ visibilityProperty: true });
  };
  const controls =
    'button, a[href], input, select, textarea, summary, [role], [tabindex], h1, h2, h3, h4, dialog, img, nav, main, li, ul';
  const all = (selector: string): Element[] => {
    const wanted = /^(text|name|role)\/(.*)$/s.exec(selector);
    if (!wanted) return Array.from(root.querySelectorAll(selector));
    const [, kind, rest = ''] = wanted;
    if (kind === 'text') {
      const needle = rest.toLowerCase();
      const holding = Array.from(root.querySelectorAll('*')).filter(
        (element) =>
          !['script', 'style', 'template'].includes(element.localName) &&
          tidy(element.textContent).toLowerCase().includes(needle),
      );
      return holding.filter((element) => !holding.some((other) => other !== element && element.contains(other)));
    }
    const byRole = kind === 'role' ? /^([\w-]+)(?:\[(.*)\])?$/s.exec(rest) : null;
    const name = (kind === 'role' ? (byRole?.[2] ?? '') : rest).toLowerCase();
    return Array.from(root.querySelectorAll(controls)).filter(
      (element) => (!byRole || roleOf(element) === byRole[1]) && nameOf(element).toLowerCase().includes(name),
    );
  };
  const textOf = (element: Element | undefined): string => {
    if (element instanceof HTMLElement) {
      // Hidden text must not count as seen.
      const { innerText } = element;
      return innerText;
    }
    return element?.textContent ?? '';
  };
  const boxOf = (element: Element): Box => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const describe = (element: Element): Part => ({
    tag: element.localName,
    role: roleOf(element),
    name: nameOf(element),
    text: tidy(textOf(element)),
    attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
    box: boxOf(element),
    visible: isVisible(element),
    disabled: element.matches(':disabled, [aria-disabled="true"]'),
    focused: root.activeElement === element,
    ...('value' in element && typeof element.value === 'string' ? { value: element.value } : {}),
  });
  return {
    all,
    one(selector) {
      const found = all(selector);
      return found.find(isVisible) ?? found[0];
    },
    text: textOf,
    describe,
    async lookFor(selector, milliseconds) {
      const end = Date.now() + milliseconds;
      for (;;) {
        const found = all(selector);
        // A host that the page has thrown away shows nothing more.
        const isOver = Date.now() > end || !(root instanceof Document || root.isConnected);
        if (isOver || found.some(isVisible)) return found.map(describe);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    async settle(element) {
      let box = boxOf(element);
      let over: string | null = null;
      // Once may not be enough: a page that still loads moves things about, and bars stick over what scrolled there.
      for (let attempt = 0; attempt < 8; attempt++) {
        box = boxOf(element);
        const outside = box.y < 0 || box.x < 0 || box.y + box.height > innerHeight || box.x + box.width > innerWidth;
        if (outside || over) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
        // Timers instead of frames: a document in the background gets no frames.
        for (let quiet = 0, tries = 0; quiet < 2 && tries < 60; tries++) {
          await new Promise((resolve) => setTimeout(resolve, 25));
          const next = boxOf(element);
          quiet = next.x === box.x && next.y === box.y && next.width === box.width ? quiet + 1 : 0;
          box = next;
        }
        const top = root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        const label = element.closest('label');
        const hit = top === element || element.contains(top) || (top !== null && (label?.contains(top) ?? false));
        over = hit ? null : top ? tidy(top.outerHTML).slice(0, 120) : 'nothing (outside the viewport)';
        if (over === null) break;
      }
      return { box, coveredBy: over };
    },
  };
}

/** A function that runs in the browser with the helpers of its document and plain arguments. */
export type ProbeScript<Arguments extends unknown[], Result> = (probe: Probe, ...args: Arguments) => Result;

/**
 * Writes the function declaration `(root, json) => json` that runs a script in a document or shadow root.
 * `__name` is what esbuild adds to nested functions when it keeps their names; a browser does not know it.
 */
export function declareProbeScript(script: (...args: never[]) => unknown): string {
  return `async (root, json) => {
    const __name = (value) => value;
    const probe = (${createProbe.toString()})(root ?? document);
    const result = await (${script.toString()})(probe, ...JSON.parse(json));
    return JSON.stringify(result) ?? 'null';
  }`;
}

/** Writes an expression that runs a plain function with plain arguments and gives its result as JSON. */
export function declareScript(script: ((...args: never[]) => unknown) | string): string {
  const call = typeof script === 'string' ? `(${script})` : `(${script.toString()})(...JSON.parse(json))`;
  return `async (json) => {
    const __name = (value) => value;
    return JSON.stringify(await ${call}) ?? 'null';
  }`;
}
