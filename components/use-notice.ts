import { useCallback, useRef, useState } from 'react';
import type { NoticeContent } from './Notice';

/** The page's one notice, and how to give or take it. */
export interface Notices {
  notice: NoticeContent | null;
  /** Says that something is done. The undo closes the notice. */
  tell(text: string, undo?: () => void): void;
  /** Says that something failed. */
  warn(text: string): void;
  dismiss(): void;
}

/** Keeps the latest notice; each new one takes the place of the one before. */
export function useNotice(): Notices {
  const [notice, setNotice] = useState<NoticeContent | null>(null);
  const lastId = useRef(0);
  const dismiss = useCallback(() => setNotice(null), []);
  const tell = useCallback((text: string, undo?: () => void) => {
    lastId.current += 1;
    const id = lastId.current;
    const undoOnce = undo
      ? () => {
          // A newer notice may have come in the moment of the press, and keeps its own undo.
          setNotice((shown) => (shown?.id === id ? null : shown));
          undo();
        }
      : null;
    setNotice({ id, text, tone: 'done', undo: undoOnce });
  }, []);
  const warn = useCallback((text: string) => {
    lastId.current += 1;
    setNotice({ id: lastId.current, text, tone: 'failed', undo: null });
  }, []);
  return { notice, tell, warn, dismiss };
}
