import { useLiveQuery } from 'dexie-react-hooks';
import { ChartColumn, Printer, RefreshCw } from 'lucide-react';
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { FileButton } from '../../components/FileButton';
import { Notice } from '../../components/Notice';
import { Refusal } from '../../components/Refusal';
import { arrange } from '../../components/reports/arrange';
import { CasesDialog } from '../../components/reports/CasesDialog';
import { FilterBar, type Filters, type Span, spans } from '../../components/reports/FilterBar';
import { IncidentPictures } from '../../components/reports/IncidentPictures';
import { OpenFiles } from '../../components/reports/OpenFiles';
import { SectionCard } from '../../components/reports/SectionCard';
import { Skeleton } from '../../components/Skeleton';
import { Unlock } from '../../components/Unlock';
import { useNotice } from '../../components/use-notice';
import { saveCsv } from '../../lib/browser/download';
import { topicNames } from '../../lib/cases/describe';
import { toCsv } from '../../lib/csv/csv';
import type { CaseLine, Overview } from '../../lib/desk/ledger';
import { db } from '../../lib/desk/local';
import { dayOf, startOf } from '../../lib/queue/funnel';
import { lately } from '../../lib/reports/days';
import { definitions } from '../../lib/reports/definitions';
import type { Pick, Query, Report } from '../../lib/reports/report';
import { sectionsOf } from '../../lib/reports/sections';
import { headlinesOf } from '../../lib/reports/sections/headlines';
import { type GroupId, groups, type Section } from '../../lib/reports/sections/section';
import { nameOfLanguage } from '../../lib/reports/sections/shares';
import { signatureAtDesk } from '../../lib/settings/settings';
import { sayNumber } from '../../lib/text/counts';
import { englishLocale } from '../../lib/time/time';
import { LedgerFailure, useLedger } from './use-ledger';

const locale = englishLocale(navigator.languages);
/** Cases that are listed behind a point. */
const LISTED = 200;
/** Sections that need the whole width. */
const WIDE = new Set(['funnel', 'over-time', 'target', 'incidents', 'balance']);

/** The period that the address asks for, as in "reports.html?days=365". */
function askedSpan(): Span {
  const days = new URLSearchParams(location.search).get('days');
  return spans.find((span) => span === days) ?? '30';
}

/** The page of reports. */
export function Reports() {
  const notices = useNotice();
  const { ask, progress } = useLedger();
  const [overview, setOverview] = useState<Overview | null>(null);
  /** How often what there is to count has changed since the page was opened. */
  const [timesTaken, setTimesTaken] = useState(0);
  const [report, setReport] = useState<Report | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [refusal, setRefusal] = useState<{ file: string; reason: string } | null>(null);
  const [locked, setLocked] = useState<{ file: File; at: number; isWrong: boolean } | null>(null);
  const [cases, setCases] = useState<{ title: string; lines: CaseLine[]; total: number } | null>(null);
  const [busy, setBusy] = useState(false);
  const [filters, setFilters] = useState<Filters>(() => ({
    span: askedSpan(),
    own: lately(Date.now(), 30),
    ...{ topic: null, lang: null, yours: false },
  }));
  const by = useLiveQuery(() => signatureAtDesk(db)) ?? null;

  const today = dayOf(overview?.asOf ?? Date.now());
  const who = filters.yours ? by : null;
  const query = useMemo((): Query => {
    const { span, own, topic, lang } = filters;
    return { period: span === 'own' ? own : lately(startOf(today), Number(span)), topic, lang, by: who };
  }, [filters, who, today]);

  // What fails next mostly fails because of what has failed first.
  const fail = useCallback((error: unknown) => setFailure((first: unknown) => first ?? error), []);
  const take = (next: Overview): void => {
    setOverview(next);
    setTimesTaken((times) => times + 1);
  };
  useEffect(() => {
    ask('read', null).then(setOverview, fail);
  }, [ask, fail]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same is asked again once there is something else
  useEffect(() => {
    let stale = false;
    // At once, not only when all is read: the thread answers in turn.
    ask('report', query).then(
      (next) => {
        if (!stale) setReport(next);
      },
      (error: unknown) => {
        if (!stale) fail(error);
      },
    );
    return () => {
      stale = true;
    };
  }, [ask, query, fail, timesTaken]);

  const shown = useMemo(() => report && { report, sections: sectionsOf(report, locale) }, [report]);
  // The first figures come at once, the rest piece by piece, so that the page never stands still.
  const later = useDeferredValue(shown);
  const { warn } = notices;
  const tell = useCallback(
    (error: unknown): void => {
      if (!(error instanceof LedgerFailure)) throw error;
      warn(error.message);
    },
    [warn],
  );
  const pick = useCallback(
    (point: Pick, title: string, of: Query): void => {
      ask('cases', { query: of, pick: point, limit: LISTED }).then(
        ({ lines, total }) => setCases({ title, lines, total }),
        tell,
      );
    },
    [ask, tell],
  );
  if (failure && !(failure instanceof LedgerFailure)) throw failure;
  if (failure instanceof LedgerFailure) {
    return (
      <main className="mx-auto max-w-[1080px] px-6 pt-10">
        <h1 className="text-xl font-bold">Reports</h1>
        <p role="alert" className="mt-3">
          {failure.message}
        </p>
      </main>
    );
  }

  const openFile = async (file: File, passphrase: string | null = null): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    if (passphrase === null) setLocked(null);
    try {
      const opened = await ask('openFile', { file, passphrase });
      if (opened.ok) take(opened.overview);
      else if ('reason' in opened) setRefusal({ file: file.name, reason: opened.reason });
      setLocked(!opened.ok && 'locked' in opened ? { file, ...opened.locked } : null);
    } catch (error) {
      tell(error);
    } finally {
      setBusy(false);
    }
  };
  const readAgain = (): void => {
    ask('read', null).then(take, fail);
  };
  const closeFile = (id: string): void => {
    ask('closeFile', id).then(take, tell);
  };
  const recount = async (): Promise<void> => {
    setBusy(true);
    try {
      const { cases: counted, differing, overview: recounted } = await ask('recount', null);
      take(recounted);
      if (differing === 0) notices.tell(`Counted again from the history: all ${sayNumber(counted)} cases fit`);
      else notices.warn(`Counted again from the history: ${sayNumber(differing)} cases were put right`);
    } catch (error) {
      tell(error);
    } finally {
      setBusy(false);
    }
  };
  const working = report?.target?.hours ?? false;
  const isEmpty = overview?.cases === 0 && report?.funnel.every(({ count }) => !count);

  return (
    <main
      aria-busy={shown === null || later !== shown}
      className="mx-auto max-w-[1080px] px-6 pt-10 pb-28 max-[480px]:px-3 print:max-w-none print:p-0"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="text-xl font-bold">
          Reports<span className="hidden print:inline">: customer care on X</span>
        </h1>
        <span className="flex-1" />
        <FileButton
          label="Hand-over file or backup of a colleague"
          accept=".json,application/json,.harkbackup"
          className="print:hidden"
          disabled={busy || !overview}
          onChoose={openFile}
        >
          Open colleagues’ files
        </FileButton>
        <Button icon={Printer} className="print:hidden" disabled={!report} onClick={() => window.print()}>
          Print
        </Button>
      </div>
      <div className="mt-4">
        <FilterBar
          filters={filters}
          languages={overview?.languages ?? []}
          by={by}
          today={dayOf(Date.now())}
          onChange={setFilters}
        />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-3 text-sm text-secondary">
        <p data-part="about">
          {aboutWords(query)}
          {overview && ` As of ${dayAndTime(overview.asOf)}.`}
        </p>
        {overview && (
          <Button look="quiet" icon={RefreshCw} className="min-h-6 print:hidden" disabled={busy} onClick={readAgain}>
            Read again
          </Button>
        )}
      </div>
      <p role="status" className="mt-1 min-h-4.5 text-sm text-secondary print:hidden">
        {progress}
      </p>
      {refusal && <Refusal {...refusal} besides="Nothing was opened." onDismiss={() => setRefusal(null)} />}
      {locked && !busy && (
        <Unlock
          at={locked.at}
          locale={locale}
          problem={locked.isWrong ? 'This is not the passphrase of this backup. Ask whoever has made it.' : null}
          onUnlock={(passphrase) => void openFile(locked.file, passphrase)}
          onCancel={() => setLocked(null)}
        />
      )}
      {overview && <OpenFiles files={overview.files} locale={locale} disabled={busy} onClose={closeFile} />}
      {!report && <Skeleton rows={6} />}
      {report && isEmpty && (
        <EmptyState icon={ChartColumn} title="Nothing to count yet">
          <p>Figures come here with the first tweets that Hark sees and the first cases that you open.</p>
        </EmptyState>
      )}
      {report && overview && !isEmpty && (
        <>
          <Headlines report={report} />
          {Object.entries(groups).map(([group, name]) => (
            <Group
              key={group}
              id={group as GroupId}
              name={name}
              shown={group === FIRST ? shown : later}
              asOf={overview.asOf}
              onPick={pick}
            />
          ))}
          <footer className="mt-10 border-t border-line pt-4 text-sm text-secondary">
            <p className="text-pretty">
              Every figure follows from the histories of cases or from counts of the day, and says below it what it
              counts. Figures of single people are for themselves alone, on their own desk. No tweet is quoted.
            </p>
            <dl className="mt-4 hidden columns-2 gap-8 text-sm print:block">
              {definitions.map(({ id, name, says }) => (
                <div key={id} className="mb-2 break-inside-avoid">
                  <dt className="inline font-bold text-ink">{name}. </dt>
                  <dd className="inline">{says}</dd>
                </div>
              ))}
            </dl>
            <Button look="quiet" className="mt-1 min-h-6 print:hidden" disabled={busy} onClick={() => void recount()}>
              Count again from the history
            </Button>
          </footer>
        </>
      )}
      <CasesDialog
        shown={cases}
        locale={locale}
        working={working}
        addressOf={(number) => `${browser.runtime.getURL('/sidepanel.html')}?case=${number}`}
        onClose={() => setCases(null)}
      />
      <div className="print:hidden">
        <Notice notice={notices.notice} onGone={notices.dismiss} />
      </div>
    </main>
  );
}

const dayAndTime = (at: number): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }).format(at);

function aboutWords({ period, topic, lang, by }: Query): string {
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const days = `${day.format(startOf(period.from))} to ${day.format(startOf(period.to))}`;
  const about = [
    topic === null ? 'all topics' : topicNames[topic],
    lang === null ? 'all languages' : nameOfLanguage(lang),
  ];
  return `${days}, ${about.join(', ')}, ${by === null ? 'the team' : `only what is yours (${by})`}.`;
}

function Headlines({ report }: { report: Report }) {
  return (
    <dl className="mt-4 grid grid-cols-2 gap-3 min-[560px]:grid-cols-3 md:grid-cols-6 print:grid-cols-3">
      {headlinesOf(report).map(({ name, value, of }) => (
        <div key={name} className="rounded-md bg-raised px-3 py-2 print:border print:border-line">
          <dt className="text-sm text-secondary">{name}</dt>
          <dd className="text-xl font-bold tabular-nums">
            {value}
            <span className="block text-sm font-normal text-secondary">{of}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface GroupProps {
  id: GroupId;
  name: string;
  /** Null before anything was counted. */
  shown: { sections: readonly Section[]; report: Report } | null;
  asOf: number;
  onPick(pick: Pick, title: string, of: Query): void;
}

/** The group that is seen first. */
const FIRST: GroupId = 'funnel';

function save({ id, table: { columns, rows } }: Section, { period: { from, to } }: Query): void {
  saveCsv(toCsv([columns, ...rows.map(({ cells }) => cells)]), `hark-${id}-${from}-${to}.csv`);
}

/** Some questions that belong together. */
const Group = memo(({ id, name, shown, asOf, onPick }: GroupProps) => {
  if (!shown) return null;
  const { sections, report } = shown;
  const isOfGroup = ({ group }: Section): boolean => group === id;
  const pick = (point: Pick, title: string): void => onPick(point, title, report.query);
  const card = (section: Section) => (
    <SectionCard
      key={section.id}
      section={section}
      wide={WIDE.has(section.id)}
      onPick={pick}
      onSave={() => save(section, report.query)}
    >
      {section.id === 'incidents' && report.incidents.length > 0 && (
        <IncidentPictures incidents={report.incidents} locale={locale} now={asOf} onPick={pick} />
      )}
    </SectionCard>
  );
  return (
    <section aria-labelledby={`group-${id}`}>
      <h2 id={`group-${id}`} className="mt-8 mb-3 break-after-avoid text-lg font-bold">
        {name}
      </h2>
      <div className="space-y-4 print:space-y-0">
        {arrange(sections.filter(isOfGroup), ({ id: section }) => WIDE.has(section)).map((part) =>
          'wide' in part ? (
            card(part.wide)
          ) : (
            <div key={part.columns[0][0]?.id} className="grid gap-4 md:grid-cols-2 print:grid-cols-2 print:gap-x-8">
              {part.columns.map((column) => (
                <div key={column[0]?.id ?? 'none'} className="min-w-0 space-y-4 print:space-y-0">
                  {column.map(card)}
                </div>
              ))}
            </div>
          ),
        )}
      </div>
    </section>
  );
});
