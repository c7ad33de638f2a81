import { Popover } from '@base-ui/react/popover';
import { ClipboardList, Copy } from 'lucide-react';
import { useId } from 'react';
import type { Customer } from '../../lib/cases/case';
import type { TicketTicks } from '../../lib/tickets/ticket';
import { Button } from '../Button';
import { menuLooks } from '../menu-looks';
import { useKeyHints } from '../panel-keys';

interface TicketProps {
  customer: Customer;
  ticks: TicketTicks;
  /** The ticket as it is with these ticks. */
  text: string;
  open: boolean;
  onOpenChange(open: boolean): void;
  onTick(ticks: TicketTicks): void;
  onCopy(): void;
}

const names: Record<keyof TicketTicks, string> = {
  words: 'Words of tweets and replies',
  notes: 'Notes',
  name: 'Name',
  handle: 'Handle',
  account: 'Account',
  place: 'Place',
};
const order = Object.keys(names) as (keyof TicketTicks)[];

/** What of a customer is known at all: nobody need tick the rest. */
function knows(customer: Customer, tick: keyof TicketTicks): boolean {
  return tick === 'name' || tick === 'account' || tick === 'place' ? customer[tick] !== '' : true;
}

/** A case as a ticket for another department: nothing personal is in it but what is ticked. */
export function Ticket({ customer, ticks, text, open, onOpenChange, onTick, onCopy }: TicketProps) {
  const id = useId();
  const hint = useKeyHints();
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger
        render={
          <Button icon={ClipboardList} title={hint('ticket')} className="gap-1.5 px-3">
            Copy as ticket
          </Button>
        }
      />
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={4} className={menuLooks.layer}>
          <Popover.Popup
            aria-label="Ticket"
            className="max-h-[min(480px,calc(100vh-24px))] w-[min(384px,calc(100vw-16px))] overflow-y-auto rounded-md border border-line bg-background p-3 text-sm shadow-float outline-none"
          >
            <fieldset>
              <legend className="font-bold">What the ticket tells of the customer</legend>
              <div className="mt-1.5 grid grid-cols-2 gap-x-3">
                {order.map((tick) => {
                  const known = knows(customer, tick);
                  return (
                    <label
                      key={tick}
                      htmlFor={`${id}-${tick}`}
                      className={`flex min-h-7 items-center gap-2 ${tick === 'words' ? 'col-span-2' : ''} ${known ? '' : 'text-secondary'}`}
                    >
                      <input
                        type="checkbox"
                        id={`${id}-${tick}`}
                        checked={ticks[tick] && known}
                        disabled={!known}
                        onChange={() => onTick({ ...ticks, [tick]: !ticks[tick] })}
                      />
                      {names[tick]}
                      {!known && <span className="sr-only">(not known)</span>}
                    </label>
                  );
                })}
              </div>
            </fieldset>
            <textarea
              readOnly
              rows={9}
              aria-label="The ticket"
              dir="auto"
              value={text}
              className="mt-2.5 block w-full resize-none rounded-md bg-raised px-2.5 py-2 text-sm"
            />
            <div className="mt-2.5 flex items-center justify-between gap-3">
              <span className="text-secondary">What is not ticked reads […].</span>
              <Button look="primary" icon={Copy} onClick={onCopy}>
                Copy
              </Button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
