import { Trash2, UserPlus } from 'lucide-react';
import type { RepProblems } from '../../lib/settings/rep-form';
import type { DeskRep } from '../../lib/settings/settings';
import { Button, IconButton } from '../Button';
import { Field } from '../Field';

interface RepsEditorProps {
  /** At least one, which may be empty. */
  reps: readonly DeskRep[];
  /** What is wrong with whom, by id. */
  problems: Record<string, RepProblems>;
  onChange(reps: DeskRep[]): void;
  onRemove(rep: DeskRep): void;
  newId(): string;
}

/** Everybody who works at this desk, a line each. */
export function RepsEditor({ reps, problems, onChange, onRemove, newId }: RepsEditorProps) {
  const set = (rep: DeskRep, changes: Partial<DeskRep>): void =>
    onChange(reps.map((other) => (other === rep ? { ...rep, ...changes } : other)));
  return (
    <>
      <ul className="space-y-4">
        {reps.map((rep, index) => (
          <li key={rep.id}>
            <fieldset className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-[1fr_1fr_120px_32px]">
              <legend className="sr-only">{rep.name || `Person ${index + 1}`}</legend>
              <Field
                label="Name"
                name="rep-name"
                value={rep.name}
                problem={problems[rep.id]?.name}
                onChange={(event) => set(rep, { name: event.target.value })}
              />
              <Field
                label="Handle they reply from"
                name="rep-handle"
                placeholder="@YourBrand"
                value={rep.handle}
                problem={problems[rep.id]?.handle}
                onChange={(event) => set(rep, { handle: event.target.value })}
              />
              <Field
                label="Initials"
                name="rep-initials"
                placeholder="JD"
                value={rep.initials}
                problem={problems[rep.id]?.initials}
                onChange={(event) => set(rep, { initials: event.target.value })}
              />
              {reps.length > 1 && (
                <IconButton
                  icon={Trash2}
                  label={`Remove ${rep.name || `person ${index + 1}`}`}
                  className="sm:mt-6"
                  onClick={() => onRemove(rep)}
                />
              )}
            </fieldset>
          </li>
        ))}
      </ul>
      <Button
        icon={UserPlus}
        className="mt-4"
        onClick={() => onChange([...reps, { id: newId(), name: '', handle: '', initials: '' }])}
      >
        Add somebody
      </Button>
    </>
  );
}
