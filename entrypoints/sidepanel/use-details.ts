import { useEffect, useMemo, useState } from 'react';
import type { Notices } from '../../components/use-notice';
import type { Customer, CustomerDetails } from '../../lib/cases/case';
import { DraftWriter } from '../../lib/desk/draft-writer';
import { describeFailure } from '../../lib/desk/failure';
import { people } from '../../lib/desk/local';

type Detail = keyof CustomerDetails;

const details: readonly Detail[] = ['name', 'account', 'place', 'note'];
const names: Record<Detail, string> = { name: 'Name', account: 'Account', place: 'Place', note: 'Note' };

let report: (customerId: string) => void = () => {};

/** One for the page: what was typed last is saved all the same when the panel turns to another customer. */
const writers = new Map(
  details.map((detail) => [
    detail,
    new DraftWriter(
      async (customerId, text) => {
        await people.describe(customerId, { [detail]: text });
      },
      (customerId, state) => {
        // While it is tried again, what the rep knows stays true.
        if (state.kind !== 'saving') report(customerId);
      },
    ),
  ]),
);

for (const leaving of ['pagehide', 'visibilitychange', 'blur']) {
  window.addEventListener(leaving, () => {
    for (const writer of writers.values()) writer.flush();
  });
}

/** What could not be saved of a customer, and why. */
const unsavedOf = (customerId: string): { detail: Detail; text: string; error: unknown }[] =>
  details.flatMap((detail) => {
    const unsaved = writers.get(detail)?.unsaved(customerId);
    return unsaved ? [{ detail, ...unsaved }] : [];
  });

const errorOf = (customerId: string): unknown => unsavedOf(customerId)[0]?.error ?? null;

/** The details of a customer while they are being edited. */
export interface DetailsEditing {
  values: CustomerDetails;
  failure: string | null;
  write(detail: Detail, text: string): void;
  /** Tries again to save what could not be saved. */
  retry(): void;
  /** Offers to undo what was done to a field, once it is saved. */
  changed(detail: Detail, before: string): void;
  /** The fields are closed, and cannot say any more that something could not be saved. */
  left(): void;
}

/**
 * Edits a customer's details, saved with every keystroke. What cannot be saved stays in its field, also when the fields
 * are closed and opened again. One instance serves one customer: give it a key.
 */
export function useDetails(customer: Customer, notices: Notices): DetailsEditing {
  const { id, name, account, place, note } = customer;
  const [values, setValues] = useState<CustomerDetails>(() => {
    const unsaved = unsavedOf(id).map(({ detail, text }) => [detail, text]);
    return { name, account, place, note, ...Object.fromEntries(unsaved) };
  });
  const [failed, setFailed] = useState<unknown>(() => errorOf(id));
  useEffect(() => {
    report = (customerId) => {
      if (customerId === id) setFailed(errorOf(id));
    };
    return () => {
      report = () => {};
    };
  }, [id]);
  const failure = useMemo(() => (failed === null ? null : describeFailure(failed, 'what you typed')), [failed]);

  const write = (detail: Detail, text: string): void => {
    setValues((now) => ({ ...now, [detail]: text }));
    writers.get(detail)?.write(id, text);
  };
  const changed = async (detail: Detail, before: string): Promise<void> => {
    const writer = writers.get(detail);
    await writer?.after(async () => {});
    if (!writer?.unsaved(id)) notices.tell(`${names[detail]} saved`, () => write(detail, before));
  };
  const left = async (): Promise<void> => {
    await Promise.all([...writers.values()].map((writer) => writer.after(async () => {})));
    const error = errorOf(id);
    if (error !== null) notices.warn(describeFailure(error, null));
  };
  return {
    values,
    failure,
    write,
    retry: () => {
      for (const { detail, text } of unsavedOf(id)) writers.get(detail)?.write(id, text);
    },
    changed: (detail, before) => void changed(detail, before),
    left: () => void left(),
  };
}
