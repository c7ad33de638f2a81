import { Download, Upload } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../components/Button';
import { Field } from '../../components/Field';
import { Notice } from '../../components/Notice';
import { ImportPreview, type ImportResult } from '../../components/settings/ImportPreview';
import { ListEditor } from '../../components/settings/ListEditor';
import { Privacy } from '../../components/settings/Privacy';
import { Section } from '../../components/settings/Section';
import { TryIt } from '../../components/settings/TryIt';
import { useTryIt } from '../../components/settings/use-try-it';
import { useNotice } from '../../components/use-notice';
import { describeFailure } from '../../lib/desk/failure';
import { db } from '../../lib/desk/local';
import { checkRep } from '../../lib/settings/rep-form';
import { type Rep, writeRep, writeWatchlist } from '../../lib/settings/settings';
import { announceState } from '../../lib/tabs';
import { addPreset, differences, listNames, readForm, readFormLeniently, toForm } from '../../lib/watchlist/form';
import { type Preset, presets } from '../../lib/watchlist/presets';
import { formatWatchlist, parseWatchlist } from '../../lib/watchlist/schema';
import type { Watchlist } from '../../lib/watchlist/watchlist';
import { PageKeysSection } from './PageKeysSection';
import { Shortcut } from './Shortcut';

interface SettingsFormProps {
  watchlist: Watchlist;
  rep: Rep;
}

/** Everything that can be set, saved together with one button. */
export function SettingsForm(stored: SettingsFormProps) {
  const [saved, setSaved] = useState<SettingsFormProps>(stored);
  const [form, setForm] = useState(() => toForm(stored.watchlist));
  const [rep, setRep] = useState(stored.rep);
  const [importing, setImporting] = useState<{ result: ImportResult; watchlist: Watchlist | null } | null>(null);
  const fileField = useRef<HTMLInputElement>(null);
  const notices = useNotice();

  const read = useMemo(() => readForm(form), [form]);
  const checkedRep = useMemo(() => checkRep(rep), [rep]);
  const trying = useMemo(() => readFormLeniently(form), [form]);
  const tryIt = useTryIt(trying, '');
  const savedForm = useMemo(() => toForm(saved.watchlist), [saved]);
  const listsChanged = listNames.some((list) => form[list].trimEnd() !== savedForm[list]);
  const repChanged = (['name', 'handle', 'initials'] as const).some((field) => rep[field] !== saved.rep[field]);
  const changed = listsChanged || repChanged;
  // Nobody is told that a handle is missing before having had a chance to name one.
  const showListProblems = listsChanged || saved.watchlist.handles.length > 0;
  const problems = read.ok || !showListProblems ? [] : read.problems;
  const repProblems = checkedRep.ok ? {} : checkedRep.problems;

  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [changed]);

  const write = async (next: SettingsFormProps): Promise<boolean> => {
    try {
      await writeWatchlist(db, next.watchlist);
      await writeRep(db, next.rep);
    } catch (error) {
      notices.warn(describeFailure(error, null));
      return false;
    }
    setSaved(next);
    void announceState(db);
    return true;
  };
  /** Saves, and puts what was read into the form, tidied. */
  const save = async (next: SettingsFormProps, said: string): Promise<void> => {
    const before = { saved, form, rep };
    if (!(await write(next))) return;
    setForm(toForm(next.watchlist));
    setRep(next.rep);
    const undo = async (): Promise<void> => {
      if (!(await write(before.saved))) return;
      // What was typed comes back too, unsaved as it was.
      setForm(before.form);
      setRep(before.rep);
    };
    notices.tell(said, () => void undo());
  };

  const saveAll = (): void => {
    // A name can be saved before there is a watchlist.
    const watchlist = read.ok ? read.watchlist : listsChanged ? null : saved.watchlist;
    if (checkedRep.ok && watchlist) void save({ watchlist, rep: checkedRep.rep }, 'Saved');
    else goToFirstProblem();
  };
  const discard = (): void => {
    const before = { form, rep };
    setForm(savedForm);
    setRep(saved.rep);
    notices.tell('Changes discarded', () => {
      setForm(before.form);
      setRep(before.rep);
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
    if (watchlist) void save({ watchlist, rep: checkedRep.ok ? checkedRep.rep : saved.rep }, 'Watchlist imported');
  };

  return (
    <>
      <Section id="desk" title="Who is at the desk" about="Notes and changes in a case are signed with this.">
        <div className="grid gap-4 sm:grid-cols-[1fr_1fr_120px]">
          <Field
            label="Name"
            name="rep-name"
            value={rep.name}
            problem={repProblems.name}
            onChange={(event) => setRep({ ...rep, name: event.target.value })}
          />
          <Field
            label="Handle you reply from"
            name="rep-handle"
            placeholder="@YourBrand"
            value={rep.handle}
            problem={repProblems.handle}
            onChange={(event) => setRep({ ...rep, handle: event.target.value })}
          />
          <Field
            label="Initials"
            name="rep-initials"
            placeholder="JD"
            value={rep.initials}
            problem={repProblems.initials}
            onChange={(event) => setRep({ ...rep, initials: event.target.value })}
          />
        </div>
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
                {problems.length > 0 || !checkedRep.ok ? 'Not saved: put right what is marked above' : 'Not saved yet'}
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

function goToFirstProblem(): void {
  const field = document.querySelector<HTMLElement>('[aria-invalid="true"]');
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
