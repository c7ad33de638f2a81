import { useEffect, useState } from 'react';
import { EraseDialog, ExportDialog } from '../../components/case/PersonDialog';
import type { Notices } from '../../components/use-notice';
import { noteAudit } from '../../lib/audit/audit';
import { saveFile, saveJson } from '../../lib/browser/download';
import type { Customer } from '../../lib/cases/case';
import { erase } from '../../lib/desk/erasing';
import { describeFailure } from '../../lib/desk/failure';
import { context, db } from '../../lib/desk/local';
import { findTraces } from '../../lib/desk/traces';
import { countsOf, type Dossier, dossierJson, type Where } from '../../lib/keeping/dossier';
import { dossierPage } from '../../lib/keeping/page';
import { readSessionTraces } from '../../lib/keeping/session';
import { readDesk } from '../../lib/settings/hand-over';
import { signatureAtDesk } from '../../lib/settings/settings';
import { announceCustomers } from '../../lib/tabs';
import { sayCount, sayNumber } from '../../lib/text/counts';
import { askWorker } from './ask-worker';

interface PersonPartProps {
  customer: Customer;
  locale: string;
  notices: Notices;
  onClose(): void;
}

const rowsLooked = (rows: number): string => `Looking through the desk: ${sayNumber(rows)} entries`;

/** Everything that is kept of a customer; null if they are gone. */
async function gather(customerId: string, looked: (rows: number) => void): Promise<Dossier | null> {
  const [found, desk] = await Promise.all([
    findTraces(db, customerId, looked),
    readDesk(db, () => crypto.randomUUID()),
  ]);
  if (!found) return null;
  const { eraser: _, ...traces } = found;
  return { at: Date.now(), desk: desk.name, traces, session: await readSessionTraces(traces.person) };
}

/** Looks for all that is kept of a customer, and says how far it is. */
function useDossier(customerId: string): { dossier: Dossier | null; state: string | null } {
  const [dossier, setDossier] = useState<Dossier | null>(null);
  const [state, setState] = useState<string | null>('Looking through the desk');
  useEffect(() => {
    let stopped = false;
    gather(customerId, (rows) => stopped || setState(rowsLooked(rows))).then(
      (found) => {
        if (stopped) return;
        setDossier(found);
        setState(found ? null : 'This customer is gone already.');
      },
      (error: unknown) => {
        if (!stopped) setState(describeFailure(error, null));
      },
    );
    return () => {
      stopped = true;
    };
  }, [customerId]);
  return { dossier, state };
}

const countsIn = (dossier: Dossier | null): Record<Where, number> | null => dossier && countsOf(dossier);

/** Hands out what is kept of a customer, as a file. */
export function ExportPart({ customer, locale, notices, onClose }: PersonPartProps) {
  const { dossier, state } = useDossier(customer.id);
  const save = async (form: 'page' | 'json'): Promise<void> => {
    if (!dossier) return;
    try {
      const by = await signatureAtDesk(db);
      const count = dossier.traces.cases.length;
      // First the line, then the file: nothing leaves unnoted.
      await noteAudit(db, { at: Date.now(), by, act: 'exported', part: 'customer', count });
    } catch (error) {
      return notices.warn(describeFailure(error, null));
    }
    const name = `hark-${customer.handle}`;
    if (form === 'json') saveJson([dossierJson(dossier)], `${name}.json`);
    else saveFile([dossierPage(dossier, locale)], `${name}.html`, 'text/html');
    onClose();
    notices.tell(`Everything about @${customer.handle} saved among your downloads`);
  };
  return (
    <ExportDialog
      handle={customer.handle}
      counts={countsIn(dossier)}
      state={state}
      onPage={() => void save('page')}
      onJson={() => void save('json')}
      onClose={onClose}
    />
  );
}

/** Erases everything about a customer. */
export function ErasePart({ customer, notices, onClose }: PersonPartProps) {
  const { dossier, state } = useDossier(customer.id);
  const [doing, setDoing] = useState<string | null>(null);
  const go = async (): Promise<void> => {
    setDoing('Erasing');
    try {
      const erased = await erase(context, customer.id, await signatureAtDesk(db), (rows) => setDoing(rowsLooked(rows)));
      const { handles, tweetIds, cases } = erased;
      void announceCustomers(handles);
      const told = await askWorker('forgetPerson', { handles, tweetIds });
      onClose();
      const count = sayCount(cases, 'case');
      if (told.ok) notices.tell(`Erased: ${count} and all about this customer`);
      else notices.warn(`Erased: ${count}. What the browser has in its memory goes when you close it.`);
    } catch (error) {
      setDoing(null);
      notices.warn(describeFailure(error, null));
      onClose();
    }
  };
  return (
    <EraseDialog
      handle={customer.handle}
      counts={countsIn(dossier)}
      state={doing ?? state}
      busy={doing !== null}
      onErase={() => void go()}
      onClose={onClose}
    />
  );
}
