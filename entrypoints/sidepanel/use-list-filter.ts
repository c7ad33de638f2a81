import { useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { caseLists, type ListFilter } from '../../lib/desk/lists';

const KEY = 'caseListFilter';

const atFirst: ListFilter = { list: 'open', topic: null, route: null, order: 'waiting' };

/** What the list of cases is narrowed to; the browser remembers it until it is closed. */
export interface ListFilterState {
  filter: ListFilter;
  narrow(changes: Partial<ListFilter>): void;
  /** Goes on to the next list: open, mine, pending, all. */
  nextList(): void;
  turnOrder(): void;
}

/** Keeps the filter of the list of cases for the browser's session. */
export function useListFilter(): ListFilterState {
  const [filter, setFilter] = useState(atFirst);
  const touched = useRef(false);
  useEffect(() => {
    void browser.storage.session.get(KEY).then(({ [KEY]: kept }) => {
      // Whoever has chosen already is not overruled by what was chosen before.
      if (kept && !touched.current) setFilter({ ...atFirst, ...(kept as ListFilter) });
    });
  }, []);
  const narrow = (changes: Partial<ListFilter>): void => {
    touched.current = true;
    const next = { ...filter, ...changes };
    setFilter(next);
    void browser.storage.session.set({ [KEY]: next });
  };
  return {
    filter,
    narrow,
    nextList: () =>
      narrow({ list: caseLists[(caseLists.indexOf(filter.list) + 1) % caseLists.length] ?? atFirst.list }),
    turnOrder: () => narrow({ order: filter.order === 'waiting' ? 'latest' : 'waiting' }),
  };
}
