import { useState } from 'react';

/** Which lines of a list are unfolded, by their ids. */
export function useOpened(): { opened: ReadonlySet<string>; turn(id: string, open: boolean): void } {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const turn = (id: string, open: boolean): void => {
    const next = new Set(opened);
    if (open) next.add(id);
    else next.delete(id);
    setOpened(next);
  };
  return { opened, turn };
}
