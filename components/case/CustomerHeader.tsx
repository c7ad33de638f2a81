import { Menu } from '@base-ui/react/menu';
import {
  Copy,
  Ellipsis,
  Eraser,
  ExternalLink,
  FileDown,
  MapPin,
  Merge,
  PencilLine,
  Split,
  StickyNote,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Case, Customer } from '../../lib/cases/case';
import { describeCustomer } from '../../lib/cases/describe';
import { IconButton } from '../Button';
import { Initial } from '../Initial';
import { MenuItem, MenuList, MenuSeparator } from '../Menu';
import { OutLink } from '../OutLink';

interface CustomerHeaderProps {
  customer: Customer;
  cases: readonly Case[];
  /** Address of the account in the team's own system; null if there is none. */
  accountHref: string | null;
  now: number;
  locale: string;
  /** The fields that take the place of the details while they are being edited. */
  editing: ReactNode;
  onEdit(): void;
  onCopyAccount(): void;
  onJoin(): void;
  onPart(partedId: string): void;
  onExport(): void;
  onErase(): void;
}

/** Who the customer is, and what can be done about that. */
export function CustomerHeader(props: CustomerHeaderProps) {
  const { customer, cases, now, locale, editing, onEdit, onJoin, onPart, onExport, onErase } = props;
  const others = customer.handles.filter((handle) => handle !== customer.handle.toLowerCase());
  return (
    <div className="pt-3">
      <div className="flex items-start gap-3 pr-2 pl-4">
        <span className="max-[290px]:hidden">
          <Initial name={customer.name || customer.handle} />
        </span>
        <div className="min-w-0 flex-1">
          <p className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
            {customer.name && (
              <bdi className="max-w-full truncate text-base font-bold" title={customer.name}>
                {customer.name}
              </bdi>
            )}
            {[customer.handle, ...others].map((handle) => (
              <OutLink key={handle} href={`https://x.com/${handle}`} className="max-w-full truncate text-sm text-link">
                @{handle}
              </OutLink>
            ))}
          </p>
          <p className="text-sm text-secondary">{describeCustomer(cases, now, locale)}</p>
        </div>
        <Menu.Root>
          <Menu.Trigger render={<IconButton icon={Ellipsis} label="Customer" />} />
          <MenuList align="end">
            <MenuItem icon={PencilLine} onClick={onEdit}>
              Edit details
            </MenuItem>
            <MenuItem icon={Merge} onClick={onJoin}>
              Join with another customer
            </MenuItem>
            {customer.joined.map(({ customer: other }) => (
              <MenuItem key={other.id} icon={Split} onClick={() => onPart(other.id)}>
                <span className="min-w-0 truncate">Part from @{other.handle}</span>
              </MenuItem>
            ))}
            <MenuSeparator />
            <MenuItem icon={FileDown} onClick={onExport}>
              Export all about them
            </MenuItem>
            <MenuItem icon={Eraser} onClick={onErase}>
              Erase all about them
            </MenuItem>
          </MenuList>
        </Menu.Root>
      </div>
      {editing ?? <Details {...props} />}
    </div>
  );
}

function Details({ customer, accountHref, onEdit, onCopyAccount }: CustomerHeaderProps) {
  const { account, place, note } = customer;
  if (!account && !place && !note) {
    return (
      <p className="mt-1 px-4">
        <button type="button" onClick={onEdit} className="text-left text-sm font-bold text-link hover:underline">
          Add account, place or a note
        </button>
      </p>
    );
  }
  return (
    <ul aria-label="Customer’s details" className="mt-1.5 space-y-0.5 px-4 text-sm">
      {account && (
        <li className="flex min-w-0 items-center gap-1">
          <span className="shrink-0 text-secondary">Account</span>
          {accountHref ? (
            <OutLink href={accountHref} className="inline-flex min-w-0 items-center gap-1 text-link">
              <bdi className="truncate">{account}</bdi>
              <ExternalLink size={13} aria-hidden className="shrink-0" />
            </OutLink>
          ) : (
            <bdi className="truncate">{account}</bdi>
          )}
          <IconButton
            icon={Copy}
            label="Copy the account reference"
            className="-my-1.5 size-7"
            onClick={onCopyAccount}
          />
        </li>
      )}
      {place && <Detail icon={<MapPin size={14} aria-label="Place" />}>{place}</Detail>}
      {note && <Detail icon={<StickyNote size={14} aria-label="About them" />}>{note}</Detail>}
    </ul>
  );
}

function Detail({ icon, children }: { icon: ReactNode; children: string }) {
  return (
    <li className="flex min-w-0 items-start gap-1.5">
      <span className="mt-0.5 shrink-0 text-secondary">{icon}</span>
      <span dir="auto" className="min-w-0 break-words whitespace-pre-line">
        {children}
      </span>
    </li>
  );
}
