import { Dialog } from '@base-ui/react/dialog';
import { useRef } from 'react';
import type { Customer } from '../../lib/cases/case';
import type { JoinPreview, Refusal } from '../../lib/desk/people';
import { sayCount } from '../../lib/text/counts';
import { Button } from '../Button';
import { Field } from '../Field';

interface JoinDialogProps {
  open: boolean;
  customer: Customer;
  typed: string;
  suggestions: readonly Customer[];
  /** What joining would do with the handle as typed; null while it is too short to say. */
  preview: ({ ok: true } & JoinPreview) | Refusal | null;
  onType(handle: string): void;
  onJoin(otherId: string): void;
  onClose(): void;
}

/** Chooses the other handle of a customer, and says what joining would do before it is done. */
export function JoinDialog(props: JoinDialogProps) {
  const { open, customer, typed, suggestions, preview, onType, onJoin, onClose } = props;
  const field = useRef<HTMLInputElement>(null);
  const chosen = preview?.ok ? preview : null;
  const others = suggestions.filter(({ id }) => id !== chosen?.other.id);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[rgb(0_0_0/40%)]" />
        <Dialog.Popup className="fixed inset-x-3 top-10 z-40 mx-auto max-h-[calc(100vh-56px)] max-w-[380px] overflow-y-auto rounded-lg border border-line bg-background p-4 shadow-float">
          <Dialog.Title className="text-base font-bold">Join with another customer</Dialog.Title>
          <Dialog.Description className="mt-0.5 mb-3 text-sm text-secondary">
            For one person with two handles. They can be parted again.
          </Dialog.Description>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (chosen) onJoin(chosen.other.id);
            }}
          >
            <Field
              ref={field}
              label="Their other handle"
              name="join-handle"
              placeholder="@handle"
              value={typed}
              onChange={(event) => onType(event.target.value)}
            />
            {others.length > 0 && (
              <ul aria-label="Customers with such a handle" className="mt-1.5 flex flex-wrap gap-1.5">
                {others.map((other) => (
                  <li key={other.id} className="max-w-full">
                    <button
                      type="button"
                      onClick={() => {
                        onType(other.handle);
                        // The button goes away; Enter in the field then joins.
                        field.current?.focus();
                      }}
                      className="h-7 max-w-full truncate rounded-full border border-line-strong px-2.5 text-sm transition hover:bg-raised"
                    >
                      @{other.handle}
                    </button>
                  </li>
                ))}
              </ul>
            )}
            <div role="status" className="mt-3 text-sm empty:hidden">
              {preview && !preview.ok && <p className="text-secondary">{preview.reason}</p>}
              {chosen && <Preview customer={customer} {...chosen} />}
            </div>
            <div className="mt-4 flex flex-wrap justify-end gap-2">
              <Button onClick={onClose}>Cancel</Button>
              <Button type="submit" look="primary" disabled={!chosen}>
                Join
              </Button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Preview({ customer, other, cases, active }: { customer: Customer } & JoinPreview) {
  const moved = `${sayCount(cases, 'case')}${active > 0 ? `, ${active} of them active,` : ''}`;
  const differing = (['account', 'place', 'note'] as const).filter(
    (detail) => customer[detail] && other[detail] && customer[detail] !== other[detail],
  );
  return (
    <div className="rounded-md bg-raised px-3 py-2">
      <p>
        <b className="break-words">@{other.handle}</b> and {moved} come to{' '}
        <b className="break-words">@{customer.handle}</b>.
      </p>
      <p className="text-secondary">
        {differing.length === 0
          ? 'What is known only there comes along.'
          : `Both have ${differing.join(' and ').replace('account', 'an account').replace('place', 'a place').replace('note', 'a note')}: those of @${customer.handle} stay.`}
      </p>
    </div>
  );
}
