import { type RefObject, useEffect, useRef, useState } from 'react';

/** How wide an element is, also after the window has changed. */
export function useWidth<Of extends Element>(first: number): [RefObject<Of | null>, number] {
  const element = useRef<Of>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      // Printing measures anew, and a picture that changes in the midst of it would be cut off.
      if (entry && !matchMedia('print').matches) setWidth(Math.max(200, Math.round(entry.contentRect.width)));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
