import type { Case, Customer } from '../../lib/cases/case';
import { describeCustomer } from '../../lib/cases/describe';
import { Initial } from '../Initial';
import { OutLink } from '../OutLink';

interface CustomerHeaderProps {
  customer: Customer;
  cases: readonly Case[];
  now: number;
  locale: string;
}

/** Who the customer is, in two lines. */
export function CustomerHeader({ customer, cases, now, locale }: CustomerHeaderProps) {
  return (
    <div className="flex items-center gap-3 px-4 pt-3">
      <Initial name={customer.name || customer.handle} />
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 items-baseline gap-1.5">
          {customer.name && (
            <bdi className="truncate text-base font-bold" title={customer.name}>
              {customer.name}
            </bdi>
          )}
          <OutLink href={`https://x.com/${customer.handle}`} className="shrink-0 text-sm text-link">
            @{customer.handle}
          </OutLink>
        </p>
        <p className="text-sm text-secondary">{describeCustomer(cases, now, locale)}</p>
      </div>
    </div>
  );
}
