import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { channelNames, saying } from '../../lib/facts/fact';
import { topicLabel } from '../../lib/facts/form';
import { type PastedFacts, readPastedFacts } from '../../lib/facts/paste';
import { Button } from '../Button';

interface PasteFactsProps {
  open: boolean;
  onAdd(facts: PastedFacts['facts']): void;
  onClose(): void;
}

const SHOWN = 8;

/** Takes facts from a table or a file, a line each, and shows what it makes of them before they are added. */
export function PasteFacts({ open, onAdd, onClose }: PasteFactsProps) {
  const [pasted, setPasted] = useState('');
  const { facts, problems } = readPastedFacts(pasted);
  const close = (): void => {
    setPasted('');
    onClose();
  };
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[rgb(0_0_0/40%)]" />
        <Dialog.Popup className="fixed inset-x-4 top-20 z-40 mx-auto max-h-[75vh] max-w-[620px] overflow-y-auto rounded-lg border border-line bg-background p-5 shadow-float">
          <Dialog.Title className="text-lg font-bold">Paste service facts</Dialog.Title>
          <Dialog.Description className="text-sm text-secondary">
            A line each, from a table or a CSV file: topic, channel, text, link, language. The last three may be empty.
          </Dialog.Description>
          <textarea
            aria-label="Lines"
            rows={7}
            value={pasted}
            spellCheck={false}
            placeholder={'outage, status page, , https://status.example.com\nbilling, phone, 0800 555 010'}
            onChange={(event) => setPasted(event.target.value)}
            className="mt-3 block w-full resize-y rounded-md border border-line-strong bg-background px-3 py-2 text-sm"
          />
          <div aria-live="polite" className="mt-3 text-sm">
            {facts.length > 0 && (
              <ul className="space-y-0.5">
                {facts.slice(0, SHOWN).map((fact) => (
                  <li key={JSON.stringify(fact)} className="truncate">
                    <b>{channelNames[fact.channel]}</b> · {topicLabel(fact.topic)}:{' '}
                    <bdi className="text-secondary">{saying(fact)}</bdi>
                  </li>
                ))}
                {facts.length > SHOWN && <li className="text-secondary">And {facts.length - SHOWN} more.</li>}
              </ul>
            )}
            {problems.length > 0 && (
              <ul className="mt-2 text-complaint">
                {problems.slice(0, SHOWN).map(({ line, message }) => (
                  <li key={line}>
                    Line {line}: {message}
                  </li>
                ))}
                {problems.length > SHOWN && <li>And {problems.length - SHOWN} more lines cannot be used.</li>}
              </ul>
            )}
          </div>
          <div className="mt-5 flex justify-end gap-2">
            <Button onClick={close}>Cancel</Button>
            <Button
              look="primary"
              disabled={facts.length === 0}
              onClick={() => {
                onAdd(facts);
                close();
              }}
            >
              {facts.length > 0 ? `Add ${facts.length}` : 'Add'}
            </Button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
