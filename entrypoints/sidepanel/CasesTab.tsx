import { useLiveQuery } from 'dexie-react-hooks';
import { Inbox, Search } from 'lucide-react';
import { type RefObject, useDeferredValue, useEffect, useRef } from 'react';
import { Button } from '../../components/Button';
import { CaseList } from '../../components/CaseList';
import { EmptyState } from '../../components/EmptyState';
import { Segments } from '../../components/Segments';
import { Skeleton } from '../../components/Skeleton';
import { useNow } from '../../components/use-now';
import type { Target } from '../../lib/panel/following';
import { latestRows, searchRows } from './queries';

const PAGE = 50;

/** How the list stands; it outlives the list, so that the rep comes back to the same place. */
export interface ListState {
  shown: 'active' | 'all';
  sought: string;
  limit: number;
  /** Id of the case that was opened from the list last. */
  left: string | null;
}

export const listAtFirst: ListState = { shown: 'active', sought: '', limit: PAGE, left: null };

interface CasesTabProps {
  locale: string;
  list: ListState;
  searchField: RefObject<HTMLInputElement | null>;
  onList(list: ListState): void;
  onOpenCase(target: Target): void;
}

/** All cases, the latest first. */
export function CasesTab({ locale, list, searchField, onList, onOpenCase }: CasesTabProps) {
  const now = useNow(30_000);
  const { shown, sought, limit } = list;
  const wanted = useDeferredValue(sought.trim());
  const active = shown === 'active';
  const found = useLiveQuery(
    () => (wanted ? searchRows(wanted, active) : latestRows(limit, active)),
    [wanted, active, limit],
  );
  const loaded = found !== undefined;
  const returningTo = useRef(list.left);
  useEffect(() => {
    const left = returningTo.current;
    if (!loaded || left === null) return;
    returningTo.current = null;
    // Only if nothing else was gone to meanwhile, such as the search.
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(left)}"]`)?.focus();
  }, [loaded]);
  return (
    <div className="flex-1">
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
        <div className="relative min-w-36 flex-1">
          <Search size={15} aria-hidden className="absolute top-2 left-2.5 text-secondary" />
          <input
            ref={searchField}
            type="search"
            aria-label="Search cases"
            placeholder="Name, @handle or number"
            value={sought}
            onChange={(event) => onList({ ...list, sought: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                onList({ ...list, sought: '' });
                event.currentTarget.blur();
              }
            }}
            className="h-8 w-full rounded-full border border-line-strong bg-background pr-2 pl-8 text-sm"
          />
        </div>
        <Segments
          label="Which cases"
          value={shown}
          options={[
            ['active', 'Active'],
            ['all', 'All'],
          ]}
          onChoose={(next) => onList({ ...list, shown: next, limit: PAGE })}
        />
      </div>
      {!found ? (
        <Skeleton rows={6} />
      ) : found.rows.length === 0 ? (
        <Nothing sought={wanted} active={active} onShowAll={() => onList({ ...list, shown: 'all' })} />
      ) : (
        <>
          <CaseList
            rows={found.rows}
            now={now}
            locale={locale}
            onOpen={(row) => {
              onList({ ...list, left: row.case.id });
              onOpenCase({ handle: row.handle, caseId: row.case.id });
            }}
          />
          {found.more && (
            <div className="flex justify-center py-4">
              <Button onClick={() => onList({ ...list, limit: limit + PAGE })}>Show more</Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function Nothing({ sought, active, onShowAll }: { sought: string; active: boolean; onShowAll(): void }) {
  if (sought) {
    return (
      <EmptyState icon={Search} title={`No ${active ? 'active ' : ''}case for “${sought}”`}>
        <p>Search finds case numbers, the beginning of handles, and names in the latest cases.</p>
        {active && <Button onClick={onShowAll}>Search all cases</Button>}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Inbox} title={active ? 'Nobody is waiting' : 'No cases yet'}>
      <p>
        {active
          ? 'Cases that are open or pending come here, the latest first.'
          : 'Press Open case under a tweet on X, and the case comes here.'}
      </p>
      {active && <Button onClick={onShowAll}>Show all cases</Button>}
    </EmptyState>
  );
}
