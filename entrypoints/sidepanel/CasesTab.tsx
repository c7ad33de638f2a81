import { useLiveQuery } from 'dexie-react-hooks';
import { Inbox, Search } from 'lucide-react';
import { type RefObject, useCallback, useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../../components/Button';
import { CaseList } from '../../components/CaseList';
import type { CaseRow } from '../../components/case-row';
import { EmptyState } from '../../components/EmptyState';
import { ListStatus } from '../../components/list/ListStatus';
import { ListTools } from '../../components/list/ListTools';
import { Skeleton } from '../../components/Skeleton';
import { useNow } from '../../components/use-now';
import { countLists, everyCase, type ListFilter } from '../../lib/desk/lists';
import { db } from '../../lib/desk/local';
import type { Target } from '../../lib/panel/following';
import { sayCount, sayNumber } from '../../lib/text/counts';
import { foundRows, listRows } from './queries';
import { focusNewRow, UNFOLDS, useFirstNew } from './use-first-new';
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
  const narrowing = JSON.stringify([filter.topic, filter.route, by]);
  const counted = useLiveQuery(
    async () => ({ narrowing, lists: await countLists(db, filter, by) }),
    [filter.topic, filter.route, by],
  );
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
        {...{ searchField, sought, filter }}
        counts={counted?.lists}
        saving={saving.percent}
        onSeek={seek}
        onNarrow={narrow}
        onSave={() => void saving.save(filter)}
      />
      {wanted ? (
        <Found {...shared} sought={wanted} />
      ) : (
        <Listed {...shared} count={counted?.narrowing === narrowing ? counted.lists[filter.list] : null} />
      )}
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

interface ListedProps extends PartProps {
  /** How many cases the list has; null while they are counted. */
  count: number | null;
}

function Listed({ count, ...shared }: ListedProps) {
  const { locale, place, by, filter, onOpen, onShowAll } = shared;
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
  const rows = listed?.rows;
  const unfolding = useFirstNew((rows ?? []).map((row) => row.case.id));
  useEffect(() => {
    if (listed) setFilled(true);
  }, [listed]);
  const unfold = (): void => {
    unfolding();
    place.grown = { list, limit: limit + PAGE };
    setGrown(place.grown);
  };
  return (
    <>
      <ListStatus question={`${list} ${limit}`} words={count === null ? null : wordsOf(filter, by, count, limit)} />
      {!rows && <Skeleton rows={6} />}
      {rows?.length === 0 && <NothingListed by={by} filter={filter} onShowAll={onShowAll} />}
      {rows && rows.length > 0 && <CaseList rows={rows} now={now} locale={locale} onOpen={onOpen} />}
      {rows && listed?.more && rows.length >= PAGE && <More onMore={unfold} />}
    </>
  );
}

const listWords: Record<ListFilter['list'], [one: string, several: string]> = {
  open: ['open case', 'open cases'],
  mine: ['case of yours', 'cases of yours'],
  pending: ['pending case', 'pending cases'],
  all: ['case', 'cases'],
};

/** What a list has come to, as it is told to whoever does not see it. */
function wordsOf(filter: ListFilter, by: string | null, count: number, limit: number): string {
  if (count === 0) return nothingIn(filter, by).title;
  const cases = sayCount(count, ...listWords[filter.list]);
  const isByWait = filter.order === 'waiting' && filter.list !== 'pending';
  const order = isByWait ? 'whoever has waited longest first' : 'the latest first';
  return `${count > limit ? `${sayNumber(limit)} of ${cases}` : cases}, ${order}`;
}

/** What a search found, page by page: each page is read on its own and goes on below the last case of the one before. */
function Found({ sought, ...shared }: PartProps & { sought: string }) {
  // With other words it begins anew, but what was found stays in view until there is something else to show.
  const question = JSON.stringify([sought, shared.filter, shared.by]);
  const [pages, setPages] = useState<{ question: string; starts: (number | undefined)[] }>({ question, starts: [] });
  const starts = [undefined, ...(pages.question === question ? pages.starts : [])];
  const [answers, setAnswers] = useState<Record<string, PageAnswer>>({});
  const onAnswer = useCallback((answer: PageAnswer) => {
    setAnswers((before) => ({ ...before, [answer.page]: answer }));
  }, []);
  const answered = starts.flatMap((below) => answers[keyOf(below)] ?? []).filter((one) => one.question === question);
  const count = answered.reduce((sum, { rows }) => sum + rows, 0);
  const found = count === 0 ? 'No case' : sayCount(count, 'case');
  const isWhole = !answered.at(-1)?.more;
  return (
    <>
      <ListStatus
        question={`${question} ${starts.length}`}
        words={answered.length < starts.length ? null : `${found} found${isWhole ? '' : ', and there are more'}`}
      />
      {starts.map((below, page) => (
        <FoundPage
          key={keyOf(below)}
          {...{ ...shared, sought, below, question }}
          onAnswer={onAnswer}
          onMore={
            page === starts.length - 1 ? (next) => setPages({ question, starts: [...starts.slice(1), next] }) : null
          }
        />
      ))}
    </>
  );
}

const keyOf = (below: number | undefined): string => String(below ?? 'first');

/** What one page of a search has come to. */
interface PageAnswer {
  page: string;
  question: string;
  rows: number;
  more: boolean;
}

interface FoundPageProps extends PartProps {
  sought: string;
  below: number | undefined;
  /** What is looked for, and among which cases. */
  question: string;
  onAnswer(answer: PageAnswer): void;
  /** Null once the next page is there. */
  onMore: ((next: number) => void) | null;
}

function FoundPage({ sought, below, question, onAnswer, onMore, ...shared }: FoundPageProps) {
  const { by, filter, locale, place, onOpen, onShowAll } = shared;
  const now = useNow(30_000);
  const found = useLiveQuery(
    async () => ({ question, ...(await foundRows(sought, filter, by, below)) }),
    [sought, filter, by, below],
  );
  useReturn(place, found !== undefined);
  const isNew = useRef(below !== undefined);
  useLayoutEffect(() => {
    if (!found) return;
    const { question: asked, rows, next } = found;
    onAnswer({ page: keyOf(below), question: asked, rows: rows.length, more: next !== null });
    const [first] = rows;
    if (isNew.current && first) focusNewRow(first.case.id);
    isNew.current = false;
  }, [found, below, onAnswer]);
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
      <Button {...UNFOLDS} onClick={onMore}>
        Show more
      </Button>
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

function nothingIn({ list, topic, route }: ListFilter, by: string | null): { title: string; text: string } {
  if (topic || route) return { title: 'No such case', text: 'Nothing fits the topic and the route chosen above.' };
  if (list !== 'mine' || by !== null) return nothing[list];
  return {
    title: 'Nobody is at the desk',
    text: 'Say at the top of the panel who is there: their cases come here.',
  };
}

function NothingListed({ by, filter, onShowAll }: Pick<PartProps, 'by' | 'filter' | 'onShowAll'>) {
  const { title, text } = nothingIn(filter, by);
  return (
    <EmptyState icon={Inbox} title={title}>
      <p>{text}</p>
      {(filter.list !== 'all' || filter.topic || filter.route) && <Button onClick={onShowAll}>Show all cases</Button>}
    </EmptyState>
  );
}
