import { Dialog } from '@base-ui/react/dialog';
import type { FormProblem, ListDifference } from '../../lib/watchlist/form';
import { Button } from '../Button';
import { listLabels } from './list-labels';

/** What reading a file came to. */
export type ImportResult =
  | { kind: 'refused'; fileName: string; problems: readonly FormProblem[] }
  | { kind: 'same'; fileName: string }
  | { kind: 'changes'; fileName: string; differences: readonly ListDifference[] };

interface ImportPreviewProps {
  /** Null while no file is being imported. */
  result: ImportResult | null;
  onAccept(): void;
  onCancel(): void;
}

/** Says what a file would change, or why it cannot be read, before anything is changed. */
export function ImportPreview({ result, onAccept, onCancel }: ImportPreviewProps) {
  return (
    <Dialog.Root open={result !== null} onOpenChange={(open) => !open && onCancel()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[rgb(0_0_0/40%)]" />
        <Dialog.Popup className="fixed inset-x-4 top-20 z-40 mx-auto max-h-[70vh] max-w-[520px] overflow-y-auto rounded-lg border border-line bg-background p-5 shadow-float">
          {result && (
            <>
              <Dialog.Title className="text-lg font-bold">
                {result.kind === 'refused' ? 'This file cannot be used' : 'Import this watchlist?'}
              </Dialog.Title>
              <Dialog.Description className="text-sm text-secondary">
                {result.kind === 'refused'
                  ? `Nothing was changed. Put this right in ${result.fileName} and choose it again:`
                  : result.kind === 'same'
                    ? `${result.fileName} is the same as what you have.`
                    : `${result.fileName} takes the place of your watchlist:`}
              </Dialog.Description>
              {result.kind === 'refused' && (
                <ul className="mt-3 list-disc space-y-1 pl-5 text-sm">
                  {result.problems.slice(0, 12).map(({ list, line, message }) => (
                    <li key={`${list}${line}${message}`}>
                      {list && <b>{listLabels[list].name}</b>}
                      {list && line !== null && `, item ${line + 1}`}
                      {list && ': '}
                      {message}
                    </li>
                  ))}
                  {result.problems.length > 12 && <li>And {result.problems.length - 12} more.</li>}
                </ul>
              )}
              {result.kind === 'changes' && (
                <dl className="mt-3 space-y-2 text-sm">
                  {result.differences.map(({ list, added, removed }) => (
                    <div key={list}>
                      <dt className="font-bold">{listLabels[list].name}</dt>
                      {added.length > 0 && (
                        <dd>
                          Added ({added.length}): {shorten(added)}
                        </dd>
                      )}
                      {removed.length > 0 && (
                        <dd className="text-secondary">
                          Removed ({removed.length}): {shorten(removed)}
                        </dd>
                      )}
                    </div>
                  ))}
                </dl>
              )}
              <div className="mt-5 flex justify-end gap-2">
                {result.kind === 'changes' ? (
                  <>
                    <Button onClick={onCancel}>Cancel</Button>
                    <Button look="primary" onClick={onAccept}>
                      Import
                    </Button>
                  </>
                ) : (
                  <Button look="primary" onClick={onCancel}>
                    Close
                  </Button>
                )}
              </div>
            </>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function shorten(items: readonly string[]): string {
  const rest = items.length - 8;
  return items.slice(0, 8).join(', ') + (rest > 0 ? ` and ${rest} others` : '');
}
