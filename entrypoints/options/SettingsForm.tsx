import { Download } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../components/Button';
import { FileButton } from '../../components/FileButton';
import { Notice } from '../../components/Notice';
import { CustomerLink } from '../../components/settings/CustomerLink';
import { ImportPreview, type ImportResult } from '../../components/settings/ImportPreview';
import { ListEditor } from '../../components/settings/ListEditor';
import { Privacy } from '../../components/settings/Privacy';
import { RepsEditor } from '../../components/settings/RepsEditor';
import { Section } from '../../components/settings/Section';
import { TryIt } from '../../components/settings/TryIt';
import { useTryIt } from '../../components/settings/use-try-it';
import { useNotice } from '../../components/use-notice';
import { saveJson } from '../../lib/browser/download';
import { loadModel } from '../../lib/browser/weights';
import { describeFailure } from '../../lib/desk/failure';
import { db } from '../../lib/desk/local';
import { checkFacts, type FactForm, isBlankFact, toFactForm } from '../../lib/facts/form';
import { isLocked } from '../../lib/policy/policy';
import { usePolicy } from '../../lib/policy/use-policy';
import { checkSnippets, isBlankSnippet, type Snippet } from '../../lib/replies/snippets';
import { problemOfTemplate, writeCustomerLink } from '../../lib/settings/customer-link';
import { checkReps } from '../../lib/settings/rep-form';
import { writeFacts, writeSnippets } from '../../lib/settings/replying';
import { type DeskRep, writeReps, writeWatchlist } from '../../lib/settings/settings';
import { announceState } from '../../lib/tabs';
import { addPreset, differences, listNames, readForm, readFormLeniently, toForm } from '../../lib/watchlist/form';
import { type Preset, presets } from '../../lib/watchlist/presets';
import { formatWatchlist, readWatchlistFile } from '../../lib/watchlist/schema';
import type { Watchlist } from '../../lib/watchlist/watchlist';
import { AuditSection } from './AuditSection';
import { BackupSection } from './BackupSection';
import { DiagnosticsSection } from './DiagnosticsSection';
import { FactsSection } from './FactsSection';
import { GuardSection } from './GuardSection';
import { KeepingSection } from './KeepingSection';
import { KeysSection } from './KeysSection';
import { LearnedSection } from './LearnedSection';
import { PolicySection } from './PolicySection';
import { readSettings, type StoredSettings } from './read-settings';
import { ShiftSection } from './ShiftSection';
import { SnippetsSection } from './SnippetsSection';
import { useHash } from './use-hash';

/** Everything that can be set, saved together with one button. */
export function SettingsForm(stored: StoredSettings) {
  useHash();
  const [saved, setSaved] = useState<StoredSettings>(stored);
  const [form, setForm] = useState(() => toForm(stored.watchlist));
  const [reps, setReps] = useState(() => orOneEmpty(stored.reps));
  const [customerLink, setCustomerLink] = useState(stored.customerLink);
  const [facts, setFacts] = useState(() => stored.facts.map(toFactForm));
  const [snippets, setSnippets] = useState<readonly Snippet[]>(stored.snippets);
  const [importing, setImporting] = useState<{ result: ImportResult; watchlist: Watchlist | null } | null>(null);
  const notices = useNotice();
  const team = usePolicy();
  const policy = team?.policy ?? {};
  const watchlistLocked = isLocked(policy, 'watchlist');

  const read = useMemo(() => readForm(form), [form]);
  const checkedReps = useMemo(() => checkReps(reps), [reps]);
  const linkProblem = problemOfTemplate(customerLink);
  const checkedFacts = useMemo(() => checkFacts(facts), [facts]);
  const checkedSnippets = useMemo(() => checkSnippets(snippets), [snippets]);
  const trying = useMemo(() => readFormLeniently(form), [form]);
  const tryIt = useTryIt(trying, '', loadModel);
  const savedForm = useMemo(() => toForm(saved.watchlist), [saved]);
  const listsChanged = listNames.some((list) => form[list].trimEnd() !== savedForm[list]);
  const repsChanged = JSON.stringify(reps.filter(isNamed)) !== JSON.stringify(saved.reps);
  const factsChanged = !alike(
    facts.filter((fact) => !isBlankFact(fact)),
    saved.facts.map(toFactForm),
  );
  const snippetsChanged = !alike(
    snippets.filter((snippet) => !isBlankSnippet(snippet)),
    saved.snippets,
  );
  const changed =
    listsChanged || repsChanged || factsChanged || snippetsChanged || customerLink.trim() !== saved.customerLink;
  const wrong = !checkedReps.ok || !checkedFacts.ok || !checkedSnippets.ok || linkProblem !== null;
  // Nobody is told that a handle is missing before having had a chance to name one.
  const showListProblems = listsChanged || saved.watchlist.handles.length > 0;
  const problems = read.ok || !showListProblems ? [] : read.problems;
  const repProblems = checkedReps.ok ? {} : checkedReps.problems;

  const known = useRef<number | null | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new policy takes hold of what stands here
  useEffect(() => {
    if (team === undefined || known.current === team.since) return;
    const first = known.current === undefined;
    known.current = team.since;
    if (first) return;
    // The team has set something else while this page is open: it takes the place of all that nobody has touched here,
    // and of what is locked now.
    void readSettings().then(({ watchlist, facts: nextFacts, snippets: nextSnippets }) => {
      setSaved({ ...saved, watchlist, facts: nextFacts, snippets: nextSnippets });
      if (!listsChanged || isLocked(team.policy, 'watchlist')) setForm(toForm(watchlist));
      if (!factsChanged || isLocked(team.policy, 'facts')) setFacts(nextFacts.map(toFactForm));
      if (!snippetsChanged || isLocked(team.policy, 'snippets')) setSnippets(nextSnippets);
    });
  }, [team]);

  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [changed]);

  const write = async (next: StoredSettings, before: StoredSettings): Promise<boolean> => {
    try {
      // Only what has changed: what stands here by the team's policy would else become the rep's own.
      if (!alike(next.watchlist, before.watchlist)) await writeWatchlist(db, next.watchlist);
      await writeReps(db, next.reps);
      await writeCustomerLink(db, next.customerLink);
      if (!alike(next.facts, before.facts)) await writeFacts(db, next.facts);
      if (!alike(next.snippets, before.snippets)) await writeSnippets(db, next.snippets);
    } catch (error) {
      notices.warn(describeFailure(error, null));
      return false;
    }
    setSaved(next);
    void announceState(db);
    return true;
  };
  const fill = (typed: Typed): void => {
    setForm(typed.form);
    setReps(typed.reps);
    setCustomerLink(typed.customerLink);
    setFacts(typed.facts);
    setSnippets(typed.snippets);
  };
  const fieldsOf = (settings: StoredSettings): Typed => ({
    form: toForm(settings.watchlist),
    reps: orOneEmpty(settings.reps),
    customerLink: settings.customerLink,
    facts: settings.facts.map(toFactForm),
    snippets: settings.snippets,
  });
  const typed: Typed = { form, reps, customerLink, facts, snippets };
  /** Saves, and puts what was read into the form, tidied. */
  const save = async (next: StoredSettings, said: string): Promise<void> => {
    const before = saved;
    if (!(await write(next, before))) return;
    fill(fieldsOf(next));
    const undo = async (): Promise<void> => {
      // What was typed comes back too, unsaved as it was.
      if (await write(before, next)) fill(typed);
    };
    notices.tell(said, () => void undo());
  };

  const saveAll = (): void => {
    // A name can be saved before there is a watchlist.
    const watchlist = read.ok ? read.watchlist : listsChanged ? null : saved.watchlist;
    if (!watchlist || linkProblem || !checkedReps.ok || !checkedFacts.ok || !checkedSnippets.ok) {
      goToFirstProblem();
      return;
    }
    const next = {
      watchlist,
      reps: checkedReps.reps,
      customerLink: customerLink.trim(),
      facts: checkedFacts.facts,
      snippets: checkedSnippets.snippets,
    };
    void save(next, 'Saved');
  };
  const discard = (): void => {
    fill(fieldsOf(saved));
    notices.tell('Changes discarded', () => fill(typed));
  };
  const startFrom = (preset: Preset): void => {
    const before = form;
    setForm(addPreset(form, preset));
    notices.tell(`Words added: ${preset.label}`, () => setForm(before));
  };
  const exportFile = (): void => {
    saveJson([formatWatchlist(saved.watchlist)], 'hark-watchlist.json');
  };
  const readFile = async (file: File): Promise<void> => {
    const parsed = await readWatchlistFile(file);
    if (!parsed.ok) {
      const found = parsed.problems.map(({ list, index, message }) => ({ list, line: index, message }));
      setImporting({ result: { kind: 'refused', fileName: file.name, problems: found }, watchlist: null });
      return;
    }
    const changes = differences(trying, parsed.watchlist);
    setImporting({
      result:
        changes.length === 0
          ? { kind: 'same', fileName: file.name }
          : { kind: 'changes', fileName: file.name, differences: changes },
      watchlist: parsed.watchlist,
    });
  };
  const acceptImport = (): void => {
    const watchlist = importing?.watchlist;
    setImporting(null);
    if (watchlist) void save({ ...saved, watchlist }, 'Watchlist imported');
  };

  return (
    <div>
      <Section
        id="watchlist"
        title="Watchlist"
        locked={watchlistLocked}
        about="What makes Hark mark a tweet. One item a line; an asterisk at the end stands for any ending."
      >
        <div className="mb-6 flex flex-wrap items-center gap-2">
          {!watchlistLocked && (
            <>
              <span className="text-sm text-secondary">Start from</span>
              {presets.map((preset) => (
                <Button key={preset.id} title={preset.about} onClick={() => startFrom(preset)}>
                  {preset.label}
                </Button>
              ))}
            </>
          )}
          <span className="flex gap-2 sm:ml-auto">
            {!watchlistLocked && (
              <FileButton label="Watchlist file to import" onChoose={readFile}>
                Import
              </FileButton>
            )}
            <Button icon={Download} disabled={saved.watchlist.handles.length === 0} onClick={exportFile}>
              Export
            </Button>
          </span>
        </div>
        <div className="grid gap-x-6 gap-y-6 sm:grid-cols-2">
          {listNames.map((list) => (
            <ListEditor
              key={list}
              list={list}
              text={form[list]}
              locked={watchlistLocked}
              problems={problems.filter((problem) => problem.list === list)}
              onWrite={(text) => setForm({ ...form, [list]: text })}
            />
          ))}
        </div>
      </Section>

      <Section id="try" title="Try it" about="Judged by the lists above as they stand, saved or not.">
        <TryIt {...tryIt} />
      </Section>

      <LearnedSection notices={notices} />

      <FactsSection
        facts={facts}
        problems={checkedFacts.ok ? {} : checkedFacts.problems}
        locked={isLocked(policy, 'facts')}
        notices={notices}
        onChange={setFacts}
      />

      <SnippetsSection
        snippets={snippets}
        problems={checkedSnippets.ok ? {} : checkedSnippets.problems}
        locked={isLocked(policy, 'snippets')}
        facts={facts}
        rep={reps[0]}
        notices={notices}
        onChange={setSnippets}
      />

      <GuardSection notices={notices} />

      <Section
        id="desk"
        title="Who is at the desk"
        about="Notes and changes in a case are signed with this. Where several people share a desk, each has a line; who is there now is switched at the top of the panel."
      >
        <RepsEditor
          reps={reps}
          problems={repProblems}
          onChange={setReps}
          onRemove={(removed) => {
            const before = reps;
            setReps(orOneEmpty(reps.filter((rep) => rep !== removed)));
            notices.tell(`${removed.name || 'The line'} removed`, () => setReps(before));
          }}
          newId={() => crypto.randomUUID()}
        />
      </Section>

      <ShiftSection notices={notices} />

      <Section
        id="customers"
        title="Your customer system"
        about="With its address, the account reference in a case is a link to the customer there."
      >
        <CustomerLink template={customerLink} problem={linkProblem} onWrite={setCustomerLink} />
      </Section>

      <KeysSection notices={notices} />

      <BackupSection notices={notices} />

      <KeepingSection notices={notices} />

      <AuditSection notices={notices} />

      <PolicySection />

      <DiagnosticsSection />

      <Section id="privacy" title="Privacy">
        <Privacy />
      </Section>

      <div className="fixed inset-x-0 bottom-0 z-10">
        <div className="relative mx-auto max-w-[760px] lg:max-w-[980px]">
          <Notice notice={notices.notice} onGone={notices.dismiss} lifted={changed} />
        </div>
        {changed && (
          <div className="border-t border-line bg-background">
            <div className="mx-auto flex max-w-[760px] items-center gap-3 px-6 py-3 lg:max-w-[980px]">
              <p className="flex-1 text-sm">
                {problems.length > 0 || wrong ? 'Not saved: put right what is marked above' : 'Not saved yet'}
              </p>
              <Button onClick={discard}>Discard</Button>
              <Button look="primary" onClick={saveAll}>
                Save
              </Button>
            </div>
          </div>
        )}
      </div>
      <ImportPreview result={importing?.result ?? null} onAccept={acceptImport} onCancel={() => setImporting(null)} />
    </div>
  );
}

/** Everything that can be typed in the form. */
interface Typed {
  form: ReturnType<typeof toForm>;
  reps: DeskRep[];
  customerLink: string;
  facts: FactForm[];
  snippets: readonly Snippet[];
}

const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function isNamed({ name, handle, initials }: DeskRep): boolean {
  return [name, handle, initials].some((field) => field !== '');
}

/** There is always a line to write in. */
function orOneEmpty(reps: DeskRep[]): DeskRep[] {
  return reps.length > 0 ? reps : [{ id: crypto.randomUUID(), name: '', handle: '', initials: '' }];
}

function goToFirstProblem(): void {
  // Of a fact or a snippet that is folded, the line leads to what is wrong.
  const field = document.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
