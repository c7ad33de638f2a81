import { useState } from 'react';
import { Button } from '../Button';
import { Field } from '../Field';

/** Fewer letters are guessed. */
const SHORTEST = 12;

interface PassphraseFormProps {
  /** What the button says. */
  action: string;
  busy: boolean;
  /** Null for backups that anybody can read. Called in the turn of the click, since the browser may have to ask. */
  onSet(passphrase: string | null): void;
  onCancel?: () => void;
}

/** Asks for a new passphrase twice; one can go without only after having read what that means. */
export function PassphraseForm({ action, busy, onSet, onCancel }: PassphraseFormProps) {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [pressed, setPressed] = useState(false);
  const tooShort = [...first].length < SHORTEST;
  const problems = {
    first: tooShort ? `At least ${SHORTEST} characters. Four words are easy to keep in mind.` : null,
    second: second === first ? null : 'This is not the same.',
  };
  return (
    <form
      noValidate
      className="max-w-[560px]"
      onSubmit={(event) => {
        event.preventDefault();
        setPressed(true);
        if (isOpen) onSet(null);
        else if (!problems.first && !problems.second) onSet(first);
      }}
    >
      {!isOpen && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Passphrase"
            type="password"
            autoComplete="new-password"
            value={first}
            problem={pressed ? problems.first : null}
            onChange={(event) => setFirst(event.target.value)}
          />
          <Field
            label="The same again"
            type="password"
            autoComplete="new-password"
            value={second}
            problem={pressed && !problems.first ? problems.second : null}
            onChange={(event) => setSecond(event.target.value)}
          />
        </div>
      )}
      <p className="mt-2 text-sm text-pretty text-secondary">
        {isOpen
          ? 'Whoever can open the downloads folder, or any copy of it, can then read your customers’ words, names and notes.'
          : 'The files are locked with it. Keep it where you keep passwords: Hark cannot show or recover it, and without it a backup cannot be read by anyone.'}
      </p>
      <label className="mt-2 flex items-start gap-2 text-sm">
        <input
          type="checkbox"
          className="mt-1 accent-ink"
          checked={isOpen}
          onChange={(event) => setOpen(event.target.checked)}
        />
        Leave the files unlocked
      </label>
      <div className="mt-4 flex items-center gap-2">
        <Button type="submit" look="primary" disabled={busy}>
          {action}
        </Button>
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
      </div>
    </form>
  );
}
