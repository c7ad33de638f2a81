import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { view } from '../atoms';
import { params } from '../store';
import type { Entry } from './entries';
import { stats } from './stats';

/** How far beyond the window cells are kept, in pixels. */
const OVERSCAN = 700;
const ESTIMATE: Record<Entry['kind'], number> = { tweet: 150, focal: 400, gap: 1, 'more-replies': 110 };

/** Heights outlive the list: going back finds the page as high as it was, and so the old scroll position. */
const WIDE = new Map<string, number>();
const NARROW = new Map<string, number>();

/** Static rendering has no layout to wait for. */
const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect;

interface Slots {
  byKey: Map<string, string>;
  free: string[];
}

/**
 * A window-scroll virtualiser. Cells stand absolutely at measured offsets. A cell that leaves gives its slot, and so
 * its article node, to one that enters: the same element then shows another tweet.
 */
export function VirtualList({
  entries,
  render,
  scroller,
}: {
  entries: readonly Entry[];
  render: (entry: Entry, slot: string) => ReactNode;
  scroller?: () => HTMLElement | null;
}) {
  const host = useRef<HTMLDivElement>(null);
  const heights = useRef(scroller ? NARROW : WIDE);
  const slots = useRef<Slots>({ byKey: new Map(), free: [] });
  const [list] = useState(() => ++lists);
  const serial = useRef(0);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const range = useRef({ from: 0, to: 0 });
  const layout = useRef<{ offsets: number[]; total: number }>({ offsets: [], total: 0 });

  const heightOf = useCallback((entry: Entry) => heights.current.get(entry.key) ?? ESTIMATE[entry.kind], []);
  const offsets: number[] = [];
  let total = 0;
  for (const entry of entries) {
    offsets.push(total);
    total += heightOf(entry);
  }

  layout.current = { offsets, total };
  const [top, height] = viewport(host.current, scroller?.() ?? null);
  range.current = window_(offsets, total, entries.length, top, height);
  const visible = entries.slice(range.current.from, range.current.to);
  const assigned = assign(slots.current, visible, () => `${list}-${serial.current++}`);

  useEffect(() => {
    const target: HTMLElement | Window = scroller?.() ?? window;
    let frame = 0;
    const onScroll = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const { offsets, total } = layout.current;
        const [top, height] = viewport(host.current, scroller?.() ?? null);
        const next = window_(offsets, total, offsets.length, top, height);
        if (next.from !== range.current.from || next.to !== range.current.to) redraw();
      });
    };
    target.addEventListener('scroll', onScroll, { passive: true });
    // On request, every tweet moves to the next article node: the strongest form of reuse, all at once.
    const recycle = () => {
      const tweets = [...slots.current.byKey].filter(([, slot]) => slot.startsWith('tweet'));
      tweets.forEach(([key], index) => {
        slots.current.byKey.set(key, tweets[(index + 1) % tweets.length]?.[1] ?? key);
      });
      stats.articlesReused += tweets.length;
      redraw();
    };
    window.addEventListener('practice:recycle', recycle);
    window.addEventListener('resize', onScroll);
    redraw();
    return () => {
      cancelAnimationFrame(frame);
      target.removeEventListener('scroll', onScroll);
      window.removeEventListener('resize', onScroll);
      window.removeEventListener('practice:recycle', recycle);
    };
  }, [scroller]);

  const observer = useMemo(
    () =>
      typeof ResizeObserver === 'undefined'
        ? undefined
        : new ResizeObserver((records) => {
            if (records.some(({ target }) => remember(target, heights.current))) redraw();
          }),
    [],
  );
  useEffect(() => () => observer?.disconnect(), [observer]);

  // Measure before the paint, so that a cell never overlaps its neighbour for a frame, and hold the scroll position
  // when cells above the window turn out higher or lower than assumed.
  useBeforePaint(() => {
    const anchor = entries.findIndex((_, index) => (offsets[index] ?? 0) >= top);
    let shift = 0;
    let grew = false;
    for (const cell of host.current?.children ?? []) {
      const key = cellKeys.get(cell);
      const index = key ? entries.findIndex((entry) => entry.key === key) : -1;
      const entry = entries[index];
      if (!entry) continue;
      const before = heightOf(entry);
      if (!remember(cell, heights.current)) continue;
      grew = true;
      if (anchor > 0 && index < anchor && (offsets[index] ?? 0) + before <= top) shift += heightOf(entry) - before;
    }
    if (shift && top > 0) (scroller?.() ?? window).scrollBy(0, shift);
    if (grew) redraw();
  });

  return (
    <div ref={host} style={{ position: 'relative', minHeight: Math.round(total) }}>
      {visible.map((entry, at) => {
        const slot = assigned.get(entry.key) ?? entry.key;
        return (
          <div
            key={slot}
            ref={(cell) => {
              if (!cell) return;
              cellKeys.set(cell, entry.key);
              observer?.observe(cell);
            }}
            className={view()}
            data-testid="cellInnerDiv"
            style={{
              transform: `translateY(${Math.round(offsets[range.current.from + at] ?? 0)}px)`,
              position: 'absolute',
              width: '100%',
            }}
          >
            {render(entry, slot)}
          </div>
        );
      })}
    </div>
  );
}

/** Several lists can be on the page at once; their slots must not share names. */
let lists = 0;

/** Which entry a cell shows now. */
const cellKeys = new WeakMap<Element, string>();

/** Note a cell's height; true when it is news. */
function remember(cell: Element, heights: Map<string, number>): boolean {
  const key = cellKeys.get(cell);
  if (!key) return false;
  const measured = cell.getBoundingClientRect().height;
  if (!measured || heights.get(key) === measured) return false;
  heights.set(key, measured);
  return true;
}

/** What of the list is in view, in the list's own coordinates. */
function viewport(host: HTMLElement | null, scroller: HTMLElement | null): [number, number] {
  if (typeof window === 'undefined') return [0, 4000];
  const height = scroller?.clientHeight ?? window.innerHeight;
  if (!host) return [0, height];
  return [-(host.getBoundingClientRect().top - (scroller?.getBoundingClientRect().top ?? 0)), height];
}

function window_(offsets: number[], total: number, count: number, top: number, height: number) {
  const low = Math.min(Math.max(0, top - OVERSCAN), Math.max(0, total - height - OVERSCAN));
  const high = Math.max(top, 0) + height + OVERSCAN;
  const from = Math.max(0, bisect(offsets, low) - 1);
  return { from, to: Math.min(count, bisect(offsets, high)) };
}

/** The first index whose offset is beyond a position. */
function bisect(offsets: number[], position: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Give every visible entry a slot: its own, a freed one, or a new one. */
function assign(slots: Slots, visible: readonly Entry[], nextName: () => string): Map<string, string> {
  const wanted = new Set(visible.map((entry) => entry.key));
  for (const [key, slot] of slots.byKey) {
    if (wanted.has(key)) continue;
    slots.byKey.delete(key);
    // The rest is thrown away and built anew, so both lives of a node occur.
    if (Math.random() < params.reuse && slot.startsWith('tweet')) slots.free.push(slot);
  }
  for (const entry of visible) {
    if (slots.byKey.has(entry.key)) continue;
    const reused = entry.kind === 'tweet' ? slots.free.shift() : undefined;
    slots.byKey.set(entry.key, reused ?? `${entry.kind}${nextName()}`);
    stats.cellsMounted++;
    if (reused) stats.articlesReused++;
  }
  // A slot that nobody took in this round is unmounted now and cannot be reused later.
  slots.free.length = 0;
  return slots.byKey;
}
