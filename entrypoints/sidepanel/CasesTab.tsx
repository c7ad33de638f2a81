import { useLiveQuery } from 'dexie-react-hooks';
import { Inbox, Search } from 'lucide-react';
import { type RefObject, useDeferredValue, useEffect, useState } from 'react';
import { Button } from '../../components/Button';
import { CaseList } from '../../components/CaseList';
import type { CaseRow } from '../../components/case-row';
import { EmptyState } from '../../components/EmptyState';
import { ListTools } from '../../components/list/ListTools';
import { Skeleton } from '../../components/Skeleton';
import { useNow } from '../../components/use-now';
import { countLists, everyCase, type ListFilter } from '../../lib/desk/lists';
import { db } from '../../lib/desk/local';
import type { Target } from '../../lib/panel/following';
import { foundRows, listRows } from './queries';
import type { ListFilterState } from './use-list-filter';
import type { SavingCases } from './use-saving-cases';

const PAGE = 50;
/** As many as a tall panel shows: these come first, and the rest of the page once they are seen. */
const IN_VIEW = 16;

/** Where the rep was in the list. It outlives the tab, so that they come back to the same place. */
export interface ListPlace {
  sought: string;
  /** How far which list was unfolded. */
  grown: { list: string; limit: number } | null;
  /** Id of the case that was opened from the list last. */
  left: string | null;
}

interface CasesTabProps {
  locale: string;
  place: ListPlace;
  /** How the rep at the desk signs; null if nobody is set up. */
  by: string | null;
  filtering: ListFilterState;
  searchField: RefObject<HTMLInputElement | null>;
  saving: SavingCases;
  onOpenCase(target: Target): void;
}

/** All cases, as narrowed as the rep wants them. */
export function CasesTab({ locale, place, by, filtering, searchField, saving, onOpenCase }: CasesTabProps) {
  const { filter, narrow } = filtering;
  const [sought, setSought] = useState(place.sought);
  const seek = (text: string): void => {
    place.sought = text;
    setSought(text);
  };
  const wanted = useDeferredValue(sought.trim());
  const counts = useLiveQuery(() => countLists(db, filter, by), [filter.topic, filter.route, by]);
  const shared: PartProps = {
    locale,
    by,
    filter,
    place,
    onOpen: (row) => {
      place.left = row.case.id;
      onOpenCase({ handle: row.handle, caseId: row.case.id });
    },
    onShowAll: () => narrow({ ...everyCase, order: filter.order }),
  };
  return (
    <div className="flex-1">
      <ListTools
        {...{ searchField, sought, filter, counts }}
        onSeek={seek}
        onNarrow={narrow}
        saving={saving.percent}
        onSave={() => void saving.save(filter)}
      />
      {wanted ? <Found {...shared} sought={wanted} /> : <Listed {...shared} />}
    </div>
  );
}

/** Gives the focus back to the case that the list was left from, once its row is there again. */
function useReturn(place: ListPlace, loaded: boolean): void {
  useEffect(() => {
    const { left } = place;
    if (!loaded || left === null) return;
    place.left = null;
    // Only if nothing else was gone to meanwhile, such as the search.
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(left)}"]`)?.focus();
  }, [place, loaded]);
}

interface PartProps {
  locale: string;
  place: ListPlace;
  by: string | null;
  filter: ListFilter;
  onOpen(row: CaseRow): void;
  onShowAll(): void;
}

function Listed({ locale, place, by, filter, onOpen, onShowAll }: PartProps) {
  const now = useNow(15_000);
  // Another list begins at its top, but what is in view stays until there is something else to show.
  const list = JSON.stringify([filter, by]);
  const [grown, setGrown] = useState(place.grown ?? { list, limit: PAGE });
  const limit = grown.list === list ? grown.limit : PAGE;
  // Whoever comes back to a row needs it to be there.
  const [filled, setFilled] = useState(place.grown !== null || place.left !== null);
  const wanted = filled ? limit : IN_VIEW;
  const listed = useLiveQuery(() => listRows(filter, by, wanted), [filter, by, wanted]);
  useReturn(place, listed !== undefined);
  useEffect(() => {
    if (listed) setFilled(true);
  }, [listed]);
  const unfold = (): void => {
    place.grown = { list, limit: limit + PAGE };
    setGrown(place.grown);
  };
  if (!listed) return <Skeleton rows={6} />;
  if (listed.rows.length === 0) return <NothingListed by={by} filter={filter} onShowAll={onShowAll} />;
  return (
    <>
      <CaseList rows={listed.rows} now={now} locale={locale} onOpen={onOpen} />
      {listed.more && listed.rows.length >= PAGE && <More onMore={unfold} />}
    </>
  );
}

/** What a search found, page by page: each page is read on its own and goes on below the last case of the one before. */
function Found({ sought, ...shared }: PartProps & { sought: string }) {
  // With other words it begins anew, but what was found stays in view until there is something else to show.
  const question = JSON.stringify([sought, shared.filter, shared.by]);
  const [pages, setPages] = useState<{ question: string; starts: (number | undefined)[] }>({ question, starts: [] });
  const starts = [undefined, ...(pages.question === question ? pages.starts : [])];
  return starts.map((below, page) => (
    <FoundPage
      key={below ?? 'first'}
      {...shared}
      sought={sought}
      below={below}
      onMore={page === starts.length - 1 ? (next) => setPages({ question, starts: [...starts.slice(1), next] }) : null}
    />
  ));
}

interface FoundPageProps extends PartProps {
  sought: string;
  below: number | undefined;
  /** Null once the next page is there. */
  onMore: ((next: number) => void) | null;
}

function FoundPage({ sought, below, by, filter, locale, place, onOpen, onShowAll, onMore }: FoundPageProps) {
  const now = useNow(30_000);
  const found = useLiveQuery(() => foundRows(sought, filter, by, below), [sought, filter, by, below]);
  useReturn(place, found !== undefined);
  if (!found) return <Skeleton rows={4} />;
  const { rows, next } = found;
  if (rows.length === 0 && below === undefined) {
    const narrowed = filter.list !== 'all' || filter.topic !== null || filter.route !== null;
    return (
      <EmptyState icon={Search} title={`No ${narrowed ? 'such ' : ''}case with “${found.sought}”`}>
        <p>
          A case comes here if it has every word, each from its beginning.
          {narrowed && ' Only the cases chosen above were searched.'}
        </p>
        {narrowed && <Button onClick={onShowAll}>Search all cases</Button>}
      </EmptyState>
    );
  }
  return (
    <>
      <CaseList rows={rows} now={now} locale={locale} onOpen={onOpen} />
      {next !== null && onMore && <More onMore={() => onMore(next)} />}
    </>
  );
}

function More({ onMore }: { onMore(): void }) {
  return (
    <div className="flex justify-center py-4">
      <Button onClick={onMore}>Show more</Button>
    </div>
  );
}

const nothing: Record<ListFilter['list'], { title: string; text: string }> = {
  open: { title: 'Nobody is waiting', text: 'Open cases come here, whoever has waited longest first.' },
  mine: { title: 'You have no cases', text: 'Cases that you open or take come here.' },
  pending: {
    title: 'Nothing is pending',
    text: 'Set a case to pending while it waits for somebody else: it comes here.',
  },
  all: { title: 'No cases yet', text: 'Press Open case under a tweet on X, and the case comes here.' },
};

function NothingListed({ by, filter, onShowAll }: Pick<PartProps, 'by' | 'filter' | 'onShowAll'>) {
  if (filter.topic || filter.route) {
    return (
      <EmptyState icon={Inbox} title="No such case">
        <p>Nothing fits the topic and the route chosen above.</p>
        <Button onClick={onShowAll}>Show all cases</Button>
      </EmptyState>
    );
  }
  const { title, text } = nothing[filter.list];
  const nobody = filter.list === 'mine' && by === null;
  return (
    <EmptyState icon={Inbox} title={nobody ? 'Nobody is at the desk' : title}>
      <p>{nobody ? 'Say at the top of the panel who is there: their cases come here.' : text}</p>
      {filter.list !== 'all' && <Button onClick={onShowAll}>Show all cases</Button>}
    </EmptyState>
  );
}
