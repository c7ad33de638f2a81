import { createContext, type RefObject, useContext, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** How wide a picture is on paper, in px: nobody can measure that before the page is laid out for it. */
export const PaperWidth = createContext(328);

/** How wide an element is, also after the window has changed, and while it is printed. */
export function useWidth<Of extends Element>(first: number): [RefObject<Of | null>, number] {
  const element = useRef<Of>(null);
  const onPaper = useContext(PaperWidth);
  const [width, setWidth] = useState(first);
  const [isPrinted, setIsPrinted] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      // Printing measures anew, and a picture that changes in the midst of it would be cut off.
      if (entry && !matchMedia('print').matches) setWidth(Math.max(200, Math.round(entry.contentRect.width)));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    // The page is laid out as soon as this returns.
    const begin = (): void => flushSync(() => setIsPrinted(true));
    const end = (): void => setIsPrinted(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return [element, isPrinted ? onPaper : width];
}
