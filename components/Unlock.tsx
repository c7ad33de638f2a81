import { useState } from 'react';
import { fullTime } from '../lib/time/time';
import { Button } from './Button';
import { Field } from './Field';

interface UnlockProps {
  /** When the backup was made. */
  at: number;
  locale: string;
  /** Said once a passphrase did not open it; else null. */
  problem: string | null;
  onUnlock(passphrase: string): void;
  onCancel(): void;
}

/** Asks for the passphrase of a backup. */
export function Unlock({ at, locale, problem, onUnlock, onCancel }: UnlockProps) {
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      className="mt-6 max-w-[360px] print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        onUnlock(passphrase);
      }}
    >
      <p className="text-sm text-secondary">Made {fullTime(at, locale)}</p>
      <Field
        className="mt-2"
        label="Passphrase of this backup"
        type="password"
        autoFocus
        value={passphrase}
        problem={problem}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <div className="mt-4 flex gap-2">
        <Button type="submit" look="primary" disabled={passphrase === ''}>
          Open
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
