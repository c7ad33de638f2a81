import { useEffect, useState } from 'react';
import type { Notices } from '../../components/use-notice';
import type { Customer, CustomerDetails } from '../../lib/cases/case';
import { type DraftState, DraftWriter } from '../../lib/desk/draft-writer';
import { describeFailure } from '../../lib/desk/failure';
import { people } from '../../lib/desk/local';

type Detail = keyof CustomerDetails;

const details: readonly Detail[] = ['name', 'account', 'place', 'note'];
const names: Record<Detail, string> = { name: 'Name', account: 'Account', place: 'Place', note: 'Note' };

let report: (state: DraftState) => void = () => {};

/** One for the page: what was typed last is saved all the same when the panel turns to another customer. */
const writers = new Map(
  details.map((detail) => [
    detail,
    new DraftWriter(
      async (customerId, text) => {
        await people.describe(customerId, { [detail]: text });
      },
      (_customerId, state) => report(state),
    ),
  ]),
);

for (const leaving of ['pagehide', 'visibilitychange', 'blur']) {
  window.addEventListener(leaving, () => {
    for (const writer of writers.values()) writer.flush();
  });
}

/** The details of a customer while they are being edited. */
export interface DetailsEditing {
  values: CustomerDetails;
  failure: string | null;
  write(detail: Detail, text: string): void;
  /** Offers to undo what was done to a field. */
  changed(detail: Detail, before: string): void;
}

/** Edits a customer's details, saved with every keystroke. One instance serves one customer: give it a key. */
export function useDetails(customer: Customer, notices: Notices): DetailsEditing {
  const { name, account, place, note } = customer;
  const [values, setValues] = useState<CustomerDetails>({ name, account, place, note });
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    report = (state) => {
      if (state.kind !== 'saving') setFailure(state.kind === 'failed' ? describeFailure(state.error, 'it') : null);
    };
    return () => {
      report = () => {};
    };
  }, []);
  const write = (detail: Detail, text: string): void => {
    setValues((now) => ({ ...now, [detail]: text }));
    writers.get(detail)?.write(customer.id, text);
  };
  return {
    values,
    failure,
    write,
    changed: (detail, before) => notices.tell(`${names[detail]} saved`, () => write(detail, before)),
  };
}
