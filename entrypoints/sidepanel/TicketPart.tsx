import { useEffect, useState } from 'react';
import { Ticket } from '../../components/case/Ticket';
import type { Notices } from '../../components/use-notice';
import { COPY_REFUSED, copyText } from '../../lib/browser/clipboard';
import type { Case, Customer, Entry } from '../../lib/cases/case';
import { nothingTicked, ticketOf } from '../../lib/tickets/ticket';
import { zoneHere } from '../../lib/time/zone';

interface TicketPartProps {
  shown: Case;
  customer: Customer;
  history: readonly Entry[];
  locale: string;
  notices: Notices;
  /** A key opens it. */
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** A case that is for somebody else in the company, as a ticket for the clipboard. */
export function TicketPart({ shown, customer, history, locale, notices, open, onOpenChange }: TicketPartProps) {
  const [ticks, setTicks] = useState(nothingTicked);
  const routed = shown.route !== 'support';
  const wanted = open && !routed;
  useEffect(() => {
    if (!wanted) return;
    // The key was pressed on a case that stays here.
    onOpenChange(false);
    notices.warn('A ticket is for a case that is routed to others: set its route first.');
  }, [wanted, onOpenChange, notices]);
  if (!routed) return null;
  const text = ticketOf({ case: shown, customer, history, ticks, zone: zoneHere(), locale });
  const copy = async (): Promise<void> => {
    if (!(await copyText(text))) {
      return notices.warn(COPY_REFUSED);
    }
    onOpenChange(false);
    notices.tell('Ticket copied');
  };
  return <Ticket {...{ customer, ticks, text, open, onOpenChange }} onTick={setTicks} onCopy={copy} />;
}
