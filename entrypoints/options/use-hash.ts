import { useEffect } from 'react';

/** So long sections may still come in above the one that was asked for, in milliseconds. */
const SETTLED = 5_000;

/** Goes to the section that the address names: it is not there yet when the page opens, and others grow above it. */
export function useHash(): void {
  useEffect(() => {
    const id = location.hash.slice(1);
    if (id === '') return;
    const growing = new ResizeObserver(() => document.getElementById(id)?.scrollIntoView());
    const stop = (): void => growing.disconnect();
    growing.observe(document.body);
    const timer = setTimeout(stop, SETTLED);
    // Whoever has begun to do something here is not moved any more.
    const deeds = ['wheel', 'keydown', 'pointerdown'] as const;
    for (const deed of deeds) window.addEventListener(deed, stop, { once: true, passive: true });
    return () => {
      stop();
      clearTimeout(timer);
      for (const deed of deeds) window.removeEventListener(deed, stop);
    };
  }, []);
}
