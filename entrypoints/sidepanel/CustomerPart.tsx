import { useLiveQuery } from 'dexie-react-hooks';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { CustomerFields } from '../../components/case/CustomerFields';
import { CustomerHeader } from '../../components/case/CustomerHeader';
import { JoinDialog } from '../../components/case/JoinDialog';
import type { Notices } from '../../components/use-notice';
import { COPY_REFUSED, copyText } from '../../lib/browser/clipboard';
import type { Case, Customer } from '../../lib/cases/case';
import { describeFailure } from '../../lib/desk/failure';
import { db, people } from '../../lib/desk/local';
import { accountLink, readCustomerLink } from '../../lib/settings/customer-link';
import { announceCustomers } from '../../lib/tabs';
import { ErasePart, ExportPart } from './PersonParts';
import { useDetails } from './use-details';

interface CustomerPartProps {
  customer: Customer;
  cases: readonly Case[];
  now: number;
  locale: string;
  notices: Notices;
  /** Set to what opens the fields, for the key that does it. */
  edit: RefObject<(() => void) | null>;
}

/** The customer's header with what can be done to it: editing in place, joining and parting. */
export function CustomerPart({ customer, cases, now, locale, notices, edit }: CustomerPartProps) {
  const [editing, setEditing] = useState(false);
  const [joining, setJoining] = useState(false);
  const [asked, setAsked] = useState<'export' | 'erase' | null>(null);
  const template = useLiveQuery(() => readCustomerLink(db)) ?? '';

  // In the same turn as what is shown: a key pressed at once must find what the rep sees.
  useLayoutEffect(() => {
    edit.current = () => setEditing(true);
    return () => {
      edit.current = null;
    };
  }, [edit]);

  const copyAccount = async (): Promise<void> => {
    if (await copyText(customer.account)) notices.tell('Account reference copied');
    else notices.warn(COPY_REFUSED);
  };
  const join = async (otherId: string): Promise<void> => {
    setJoining(false);
    try {
      const joined = await people.join(customer.id, otherId);
      if (!joined.ok) return notices.warn(joined.reason);
      void announceCustomers(joined.customer.handles);
      notices.tell(`@${joined.other.handle} joined with @${joined.customer.handle}`, () => void part(otherId, false));
    } catch (error) {
      notices.warn(describeFailure(error, null));
    }
  };
  const part = async (otherId: string, offerUndo: boolean): Promise<void> => {
    try {
      const parted = await people.part(customer.id, otherId);
      if (!parted.ok) return notices.warn(parted.reason);
      void announceCustomers([...parted.customer.handles, ...parted.other.handles]);
      notices.tell(`Parted from @${parted.other.handle}`, offerUndo ? () => void join(otherId) : undefined);
    } catch (error) {
      notices.warn(describeFailure(error, null));
    }
  };

  return (
    <>
      <CustomerHeader
        customer={customer}
        cases={cases}
        accountHref={accountLink(template, customer.account)}
        now={now}
        locale={locale}
        editing={
          editing ? <Editing key={customer.id} {...{ customer, notices }} onDone={() => setEditing(false)} /> : null
        }
        onEdit={() => setEditing(true)}
        onCopyAccount={() => void copyAccount()}
        onJoin={() => setJoining(true)}
        onPart={(otherId) => void part(otherId, true)}
        onExport={() => setAsked('export')}
        onErase={() => setAsked('erase')}
      />
      {asked === 'export' && <ExportPart {...{ customer, locale, notices }} onClose={() => setAsked(null)} />}
      {asked === 'erase' && <ErasePart {...{ customer, locale, notices }} onClose={() => setAsked(null)} />}
      {joining && (
        <Joining customer={customer} onJoin={(otherId) => void join(otherId)} onClose={() => setJoining(false)} />
      )}
    </>
  );
}

function Editing({ customer, notices, onDone }: { customer: Customer; notices: Notices; onDone(): void }) {
  const { values, failure, write, retry, changed, left } = useDetails(customer, notices);
  return (
    <CustomerFields
      ref={focusOnceThere}
      values={values}
      failure={failure}
      onWrite={write}
      onChanged={changed}
      onRetry={retry}
      onDone={() => {
        left();
        onDone();
      }}
    />
  );
}

/** The rep has asked to edit: the first field is where they go on. A menu that closes would take the focus back. */
function focusOnceThere(field: HTMLInputElement | null): void {
  if (field) setTimeout(() => field.isConnected && field.focus(), 50);
}

const SUGGESTIONS = 6;

function Joining(props: { customer: Customer; onJoin(otherId: string): void; onClose(): void }) {
  const { customer } = props;
  const [typed, setTyped] = useState('');
  const suggestions = useLiveQuery(() => people.suggest(typed, customer.id, SUGGESTIONS), [typed, customer.id]);
  const preview = useLiveQuery(
    async () => (typed.trim().length < 2 ? null : people.previewJoin(customer.id, typed)),
    [typed, customer.id],
  );
  // While the beginnings of handles are still offered, nothing is wrong with what was typed.
  const soFar = preview && !preview.ok && (suggestions?.length ?? 0) > 0 ? null : (preview ?? null);
  return <JoinDialog open {...props} typed={typed} suggestions={suggestions ?? []} preview={soFar} onType={setTyped} />;
}
