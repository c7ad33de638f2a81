import { X } from 'lucide-react';
import type { Overview } from '../../lib/desk/ledger';
import { fullTime } from '../../lib/time/time';
import { IconButton } from '../Button';

interface OpenFilesProps {
  files: Overview['files'];
  locale: string;
  disabled: boolean;
  onClose(id: string): void;
}

/** Whose files are open beside the desk. */
export function OpenFiles({ files, locale, disabled, onClose }: OpenFilesProps) {
  if (files.length === 0) return null;
  return (
    <section aria-label="Open files" className="mt-4 rounded-md bg-raised px-3 py-2 text-sm">
      <p>
        <b>With colleagues’ files.</b> Cases that several desks know count once. Nothing is imported.
        {files.some(({ kind }) => kind === 'hand-over') &&
          ' Hand-over files hold cases, follow-ups and incidents only; counts of tweets, hints and offers come with backups.'}
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-4">
        {files.map(({ id, name, at, kind }) => (
          <li key={id} className="flex items-center gap-1">
            <span>
              <bdi>{name || 'A desk without a name'}</bdi>{' '}
              <span className="text-secondary">
                ({kind}, {fullTime(at, locale)})
              </span>
            </span>
            <IconButton
              icon={X}
              label={`Close the file of ${name || 'the desk without a name'}`}
              disabled={disabled}
              className="print:hidden"
              onClick={() => onClose(id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
