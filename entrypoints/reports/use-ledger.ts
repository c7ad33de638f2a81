import { useCallback, useEffect, useRef, useState } from 'react';
import { noteError } from '../../lib/browser/errors';
import type { Answered, Asked, Question, Questions } from '../../lib/reports/messages';

/** An error whose words are for the rep, from the thread that counts. */
export class LedgerFailure extends Error {
  override name = 'LedgerFailure';
}

/** Asks the thread that counts. */
export type AskLedger = <What extends Question>(
  what: What,
  ask: Questions[What]['ask'],
) => Promise<Questions[What]['answer']>;

interface Waiting {
  resolve(answer: unknown): void;
  reject(failure: Error): void;
}

/** The thread that counts, and how far it is with what it was asked. */
export function useLedger(): { ask: AskLedger; progress: string | null } {
  const [progress, setProgress] = useState<string | null>(null);
  const worker = useRef<Worker | null>(null);
  const waiting = useRef(new Map<number, Waiting>());
  const next = useRef(0);
  const unsent = useRef<Asked[]>([]);

  useEffect(() => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const open = waiting.current;
    const settle = (id: number, how: (one: Waiting) => void): void => {
      const one = open.get(id);
      open.delete(id);
      if (open.size === 0) setProgress(null);
      if (one) how(one);
    };
    started.onmessage = ({ data }: MessageEvent<Answered>) => {
      if ('trouble' in data) noteError('reports', data.trouble);
      else if ('progress' in data) setProgress(data.progress);
      else if ('failure' in data) settle(data.id, ({ reject }) => reject(new LedgerFailure(data.failure)));
      else settle(data.id, ({ resolve }) => resolve(data.answer));
    };
    started.onerror = () => {
      const failure = new LedgerFailure('The figures could not be worked out. Reload this page.');
      for (const id of [...open.keys()]) settle(id, ({ reject }) => reject(failure));
    };
    for (const asked of unsent.current.splice(0)) started.postMessage(asked);
    worker.current = started;
    return () => {
      started.terminate();
      worker.current = null;
      open.clear();
    };
  }, []);

  const ask = useCallback(
    <What extends Question>(what: What, question: Questions[What]['ask']): Promise<Questions[What]['answer']> => {
      const id = ++next.current;
      const asked = { id, what, ask: question } as Asked;
      if (worker.current) worker.current.postMessage(asked);
      else unsent.current.push(asked);
      return new Promise((resolve, reject) => {
        waiting.current.set(id, { resolve: resolve as Waiting['resolve'], reject });
      });
    },
    [],
  );
  return { ask, progress };
}
