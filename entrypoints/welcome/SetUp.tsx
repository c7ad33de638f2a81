import { useMemo, useState } from 'react';
import { Button } from '../../components/Button';
import { Field } from '../../components/Field';
import { SetByTeam } from '../../components/settings/SetByTeam';
import { TryIt } from '../../components/settings/TryIt';
import { useTryIt } from '../../components/settings/use-try-it';
import { loadModel } from '../../lib/browser/weights';
import { describeFailure } from '../../lib/desk/failure';
import { db } from '../../lib/desk/local';
import { checkRep, initialsOf } from '../../lib/settings/rep-form';
import { type Rep, writeRep, writeWatchlist } from '../../lib/settings/settings';
import { announceState } from '../../lib/tabs';
import { addPreset, readForm, readFormLeniently, toForm } from '../../lib/watchlist/form';
import { presets } from '../../lib/watchlist/presets';
import type { Watchlist } from '../../lib/watchlist/watchlist';

interface SetUpProps {
  watchlist: Watchlist;
  rep: Rep;
  /** The team has set the watchlist. */
  locked: boolean;
  onDone(): void;
}

/** What Hark must know to begin: the brand's handles. All else may follow later. */
export function SetUp({ watchlist, rep: storedRep, locked, onDone }: SetUpProps) {
  const [handles, setHandles] = useState(watchlist.handles.map((handle) => `@${handle}`).join(' '));
  const [terms, setTerms] = useState(watchlist.terms.join(', '));
  const [presetId, setPresetId] = useState<string | null>(
    locked || watchlist.categories.length > 0 ? null : (presets[0]?.id ?? null),
  );
  const [name, setName] = useState(storedRep.name);
  const [repHandle, setRepHandle] = useState(storedRep.handle && `@${storedRep.handle}`);
  const [typedInitials, setTypedInitials] = useState<string | null>(storedRep.initials || null);
  const [pressed, setPressed] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const ownWords =
    watchlist.categories.length > 0
      ? { id: null, label: 'As it is', about: 'Keep the words that are set already' }
      : { id: null, label: 'Something else', about: 'Add your own words in the settings' };
  const initials = typedInitials ?? initialsOf(name);
  const form = useMemo(() => {
    const preset = presets.find(({ id }) => id === presetId);
    const typed = {
      ...toForm(watchlist),
      handles: handles.split(/[\s,;]+/).join('\n'),
      terms: terms.split(/[,;\n]+/).join('\n'),
    };
    return preset ? addPreset(typed, preset) : typed;
  }, [watchlist, handles, terms, presetId]);
  const read = useMemo(() => readForm(form), [form]);
  const rep = checkRep({ name, handle: repHandle, initials });
  const problemOf = (list: keyof Watchlist): string | null =>
    (!read.ok && pressed && read.problems.find((problem) => problem.list === list)?.message) || null;
  const repProblems = rep.ok || !pressed ? {} : rep.problems;

  const trying = useMemo(() => readFormLeniently(form), [form]);
  const [handle = 'YourBrand'] = trying.handles;
  const example = `@${handle} my internet has been down since this morning and nobody picks up the phone`;
  const trial = useTryIt(trying, example, loadModel);

  const save = async (): Promise<void> => {
    setPressed(true);
    if (!read.ok || !rep.ok) {
      // The marks are in the page only after this state is.
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    try {
      if (!locked) await writeWatchlist(db, read.watchlist);
      await writeRep(db, rep.rep);
    } catch (error) {
      setFailure(describeFailure(error, null));
      return;
    }
    void announceState(db);
    onDone();
  };

  return (
    <form
      noValidate
      className="mt-8 space-y-6"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {locked && <SetByTeam />}
      <Field
        label="Your handles on X"
        disabled={locked}
        name="handles"
        hint="The accounts that customers write to."
        placeholder="@YourBrand @YourBrandHelp"
        required
        value={handles}
        problem={problemOf('handles')}
        onChange={(event) => setHandles(event.target.value)}
      />
      <Field
        label="What people call you"
        disabled={locked}
        name="terms"
        hint="Brand and product names, with commas between. This finds those who shout without tagging you."
        placeholder="Your Brand, Your Product"
        value={terms}
        problem={problemOf('terms')}
        onChange={(event) => setTerms(event.target.value)}
      />
      {!locked && (
        <fieldset>
          <legend className="text-sm font-bold">Your trade</legend>
          <div className="mt-1 grid gap-2 sm:grid-cols-3">
            {[...presets, ownWords].map((preset) => (
              <label
                key={preset.id}
                className="flex cursor-pointer flex-col rounded-md border border-line-strong px-3 py-2 text-sm transition has-checked:border-ink has-checked:bg-raised has-focus-visible:outline-2 has-focus-visible:outline-accent"
              >
                <span className="flex items-center gap-2 font-bold">
                  <input
                    type="radio"
                    name="preset"
                    className="accent-ink"
                    checked={presetId === preset.id}
                    onChange={() => setPresetId(preset.id)}
                  />
                  {preset.label}
                </span>
                <span className="text-secondary">{preset.about}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_1fr_88px]">
        <Field
          label="Your name"
          name="rep-name"
          value={name}
          problem={repProblems.name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label="Handle you reply from"
          name="rep-handle"
          placeholder="@YourBrandHelp"
          value={repHandle}
          problem={repProblems.handle}
          onChange={(event) => setRepHandle(event.target.value)}
        />
        <Field
          label="Initials"
          name="rep-initials"
          placeholder="JD"
          value={initials}
          problem={repProblems.initials}
          onChange={(event) => setTypedInitials(event.target.value)}
        />
      </div>
      <TryIt {...trial} />
      {failure && (
        <p role="alert" className="text-sm text-complaint">
          {failure}
        </p>
      )}
      <Button type="submit" look="primary" className="h-9 px-6">
        Start
      </Button>
    </form>
  );
}
