import { Popover } from '@base-ui/react/popover';
import { type FormEvent, type ReactElement, useState } from 'react';
import { type Offer, offersFor, readWhen, sayWhen } from '../../lib/follow-ups/when';
import { Button } from '../Button';
import { Field } from '../Field';
import { menuLooks } from '../menu-looks';

interface WhenPickerProps {
  /** The button that opens it. */
  trigger: ReactElement;
  open: boolean;
  onOpenChange(open: boolean): void;
  zone: string;
  locale: string;
  /** If given, a field asks for it as well. */
  reason?: { value: string; onWrite(value: string): void };
  /** The time it is now, read when the choice opens. */
  now: number;
  onChoose(at: number): void;
}

/** A time to choose or to write: the next morning comes first. */
export function WhenPicker({ trigger, open, onOpenChange, zone, locale, reason, now, onChoose }: WhenPickerProps) {
  const [written, setWritten] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const choose = (at: number): void => {
    setWritten('');
    setProblem(null);
    onOpenChange(false);
    onChoose(at);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readWhen(written, now, zone);
    if (read.ok) choose(read.at);
    else setProblem(read.problem);
  };
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={4} className={menuLooks.layer}>
          <Popover.Popup aria-label="When" className={`${menuLooks.popup} w-72`}>
            {reason && (
              <Field
                label="Why"
                value={reason.value}
                maxLength={200}
                className="px-2 pt-1 pb-2"
                onChange={(event) => reason.onWrite(event.currentTarget.value)}
              />
            )}
            <ul>
              {ordered(offersFor(now, zone)).map(({ label, at }) => (
                <li key={label}>
                  <button
                    type="button"
                    className={`${menuLooks.item} w-full justify-between text-left hover:bg-raised`}
                    onClick={() => choose(at)}
                  >
                    {label}
                    <span className="text-secondary">{sayWhen(at, now, zone, locale)}</span>
                  </button>
                </li>
              ))}
            </ul>
            <div className={menuLooks.separator} />
            <form onSubmit={submit} className="flex items-end gap-2 p-2">
              <Field
                label="Another time"
                placeholder="fri 14:30"
                value={written}
                problem={problem}
                className="min-w-0 flex-1"
                onChange={(event) => {
                  setWritten(event.currentTarget.value);
                  setProblem(null);
                }}
              />
              {!problem && <Button type="submit">Set</Button>}
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The next morning stands first: what customers remember is being asked the next day. */
function ordered(offers: readonly Offer[]): Offer[] {
  const first = offers.find(({ label }) => label === 'Tomorrow morning');
  return first ? [first, ...offers.filter((offer) => offer !== first)] : [...offers];
}
