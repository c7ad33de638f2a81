import { useEffect, useRef, useState } from 'react';
import { describeFailure } from '../../lib/desk/failure';
import { db } from '../../lib/desk/local';
import { readShiftEnd, type ShiftEnd, writeShiftEnd } from '../../lib/settings/hand-over';

/** What the rep prepares, kept with every keystroke. */
export interface ShiftEndState {
  /** Null while it is being read. */
  end: ShiftEnd | null;
  change(fields: Partial<Pick<ShiftEnd, 'to' | 'notes'>>): void;
  /** Resolves once all that was typed is kept. */
  kept(): Promise<void>;
  /** Reads it again: a hand-over changes it. */
  reload(): Promise<void>;
}

/** Keeps what the rep prepares for the end of the shift, so that a closed tab loses nothing. */
export function useShiftEnd(warn: (text: string) => void): ShiftEndState {
  const [end, setEnd] = useState<ShiftEnd | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const writing = useRef<Promise<void>>(Promise.resolve());
  const reload = async (): Promise<void> => setEnd(await readShiftEnd(db, Date.now()));
  useEffect(() => {
    readShiftEnd(db, Date.now()).then(setEnd, setFailure);
  }, []);
  if (failure) throw failure;
  return {
    end,
    reload,
    kept: () => writing.current,
    change(fields) {
      if (!end) return;
      const next = { ...end, ...fields };
      setEnd(next);
      writing.current = writing.current
        .then(() => writeShiftEnd(db, next))
        .catch((error: unknown) => warn(describeFailure(error, null)));
    },
  };
}
