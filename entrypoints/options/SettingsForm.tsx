import { Download, Upload } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../components/Button';
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
import { loadModel } from '../../lib/browser/weights';
import { describeFailure } from '../../lib/desk/failure';
import { db } from '../../lib/desk/local';
import { problemOfTemplate, writeCustomerLink } from '../../lib/settings/customer-link';
import { checkReps } from '../../lib/settings/rep-form';
import { type DeskRep, writeReps, writeWatchlist } from '../../lib/settings/settings';
import { announceState } from '../../lib/tabs';
import { addPreset, differences, listNames, readForm, readFormLeniently, toForm } from '../../lib/watchlist/form';
import { type Preset, presets } from '../../lib/watchlist/presets';
import { formatWatchlist, parseWatchlist } from '../../lib/watchlist/schema';
import type { Watchlist } from '../../lib/watchlist/watchlist';
import { LearnedSection } from './LearnedSection';
import { PageKeysSection } from './PageKeysSection';
import { ShiftSection } from './ShiftSection';
import { Shortcut } from './Shortcut';

/** What the form sets. */
export interface StoredSettings {
  watchlist: Watchlist;
  reps: DeskRep[];
  /** Template of links into the team's customer system. */
  customerLink: string;
}

/** Everything that can be set, saved together with one button. */
export function SettingsForm(stored: StoredSettings) {
  const [saved, setSaved] = useState<StoredSettings>(stored);
  const [form, setForm] = useState(() => toForm(stored.watchlist));
  const [reps, setReps] = useState(() => orOneEmpty(stored.reps));
  const [customerLink, setCustomerLink] = useState(stored.customerLink);
  const [importing, setImporting] = useState<{ result: ImportResult; watchlist: Watchlist | null } | null>(null);
  const fileField = useRef<HTMLInputElement>(null);
  const notices = useNotice();

  const read = useMemo(() => readForm(form), [form]);
  const checkedReps = useMemo(() => checkReps(reps), [reps]);
  const linkProblem = problemOfTemplate(customerLink);
  const trying = useMemo(() => readFormLeniently(form), [form]);
  const tryIt = useTryIt(trying, '', loadModel);
  const savedForm = useMemo(() => toForm(saved.watchlist), [saved]);
  const listsChanged = listNames.some((list) => form[list].trimEnd() !== savedForm[list]);
  const repsChanged = JSON.stringify(reps.filter(isNamed)) !== JSON.stringify(saved.reps);
  const changed = listsChanged || repsChanged || customerLink.trim() !== saved.customerLink;
  // Nobody is told that a handle is missing before having had a chance to name one.
  const showListProblems = listsChanged || saved.watchlist.handles.length > 0;
  const problems = read.ok || !showListProblems ? [] : read.problems;
  const repProblems = checkedReps.ok ? {} : checkedReps.problems;

  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [changed]);

  const write = async (next: StoredSettings): Promise<boolean> => {
    try {
      await writeWatchlist(db, next.watchlist);
      await writeReps(db, next.reps);
      await writeCustomerLink(db, next.customerLink);
    } catch (error) {
      notices.warn(describeFailure(error, null));
      return false;
    }
    setSaved(next);
    void announceState(db);
    return true;
  };
  /** Saves, and puts what was read into the form, tidied. */
  const save = async (next: StoredSettings, said: string): Promise<void> => {
    const before = { saved, form, reps, customerLink };
    if (!(await write(next))) return;
    setForm(toForm(next.watchlist));
    setReps(orOneEmpty(next.reps));
    setCustomerLink(next.customerLink);
    const undo = async (): Promise<void> => {
      if (!(await write(before.saved))) return;
      // What was typed comes back too, unsaved as it was.
      setForm(before.form);
      setReps(before.reps);
      setCustomerLink(before.customerLink);
    };
    notices.tell(said, () => void undo());
  };

  const saveAll = (): void => {
    // A name can be saved before there is a watchlist.
    const watchlist = read.ok ? read.watchlist : listsChanged ? null : saved.watchlist;
    if (checkedReps.ok && watchlist && !linkProblem) {
      void save({ watchlist, reps: checkedReps.reps, customerLink: customerLink.trim() }, 'Saved');
    } else goToFirstProblem();
  };
  const discard = (): void => {
    const before = { form, reps, customerLink };
    setForm(savedForm);
    setReps(orOneEmpty(saved.reps));
    setCustomerLink(saved.customerLink);
    notices.tell('Changes discarded', () => {
      setForm(before.form);
      setReps(before.reps);
      setCustomerLink(before.customerLink);
    });
  };
  const startFrom = (preset: Preset): void => {
    const before = form;
    setForm(addPreset(form, preset));
    notices.tell(`Words added: ${preset.label}`, () => setForm(before));
  };
  const exportFile = (): void => {
    const address = URL.createObjectURL(new Blob([formatWatchlist(saved.watchlist)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'hark-watchlist.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  const readFile = async (file: File): Promise<void> => {
    const parsed = parseWatchlist(await file.text());
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
    <>
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

      <Section
        id="watchlist"
        title="Watchlist"
        about="What makes Hark mark a tweet. One item a line; an asterisk at the end stands for any ending."
      >
        <div className="mb-6 flex flex-wrap items-center gap-2">
          <span className="text-sm text-secondary">Start from</span>
          {presets.map((preset) => (
            <Button key={preset.id} title={preset.about} onClick={() => startFrom(preset)}>
              {preset.label}
            </Button>
          ))}
          <span className="flex-1" />
          <Button icon={Upload} onClick={() => fileField.current?.click()}>
            Import
          </Button>
          <Button icon={Download} disabled={saved.watchlist.handles.length === 0} onClick={exportFile}>
            Export
          </Button>
          <input
            ref={fileField}
            type="file"
            accept=".json,application/json"
            aria-label="Watchlist file to import"
            className="hidden"
            onChange={(event) => {
              const field = event.currentTarget;
              const [file] = field.files ?? [];
              if (!file) return;
              void readFile(file).finally(() => {
                // So that the same file can be chosen again after it was put right.
                field.value = '';
              });
            }}
          />
        </div>
        <div className="grid gap-x-6 gap-y-6 sm:grid-cols-2">
          {listNames.map((list) => (
            <ListEditor
              key={list}
              list={list}
              text={form[list]}
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

      <ShiftSection notices={notices} />

      <Section
        id="customers"
        title="Your customer system"
        about="With its address, the account reference in a case is a link to the customer there."
      >
        <CustomerLink template={customerLink} problem={linkProblem} onWrite={setCustomerLink} />
      </Section>

      <Section id="keys" title="Keys">
        <Shortcut />
        <PageKeysSection />
      </Section>

      <Section id="privacy" title="What Hark keeps, and where">
        <Privacy />
      </Section>

      <div className="fixed inset-x-0 bottom-0 z-10">
        <div className="relative mx-auto max-w-[760px]">
          <Notice notice={notices.notice} onGone={notices.dismiss} lifted={changed} />
        </div>
        {changed && (
          <div className="border-t border-line bg-background">
            <div className="mx-auto flex max-w-[760px] items-center gap-3 px-6 py-3">
              <p className="flex-1 text-sm">
                {problems.length > 0 || !checkedReps.ok || linkProblem
                  ? 'Not saved: put right what is marked above'
                  : 'Not saved yet'}
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
    </>
  );
}

function isNamed({ name, handle, initials }: DeskRep): boolean {
  return [name, handle, initials].some((field) => field !== '');
}

/** There is always a line to write in. */
function orOneEmpty(reps: DeskRep[]): DeskRep[] {
  return reps.length > 0 ? reps : [{ id: crypto.randomUUID(), name: '', handle: '', initials: '' }];
}

function goToFirstProblem(): void {
  const field = document.querySelector<HTMLElement>('[aria-invalid="true"]');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
