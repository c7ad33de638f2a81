import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { statusNames, topicNames } from '../../lib/cases/describe';
import type { CaseLine } from '../../lib/desk/ledger';
import { sayLength } from '../../lib/reports/words';
import { sayCount } from '../../lib/text/counts';
import { IconButton } from '../Button';

interface CasesDialogProps {
  /** Null while it is closed. */
  shown: { title: string; lines: readonly CaseLine[]; total: number } | null;
  locale: string;
  /** True where only working time counts. */
  working: boolean;
  /** Where a case of this desk is shown. */
  addressOf(number: number): string;
  onClose(): void;
}

/** The cases behind a figure, each by its number; who wrote what is in the case itself. */
export function CasesDialog({ shown, locale, working, addressOf, onClose }: CasesDialogProps) {
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Dialog.Root open={shown !== null} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[rgb(0_0_0/40%)]" />
        <Dialog.Popup className="fixed inset-x-4 top-6 z-40 mx-auto flex max-h-[calc(100vh-48px)] max-w-[520px] flex-col rounded-lg border border-line bg-background shadow-float">
          <div className="flex items-start gap-2 border-b border-line py-2 pr-2 pl-4">
            <div className="min-w-0 flex-1 py-1">
              <Dialog.Title className="text-base font-bold text-pretty">{shown?.title}</Dialog.Title>
              <p className="text-sm text-secondary">
                {sayCount(shown?.total ?? 0, 'case')}
                {shown && shown.total > shown.lines.length && `, the latest ${shown.lines.length} here`}
              </p>
            </div>
            <Dialog.Close render={<IconButton icon={X} label="Close" />} />
          </div>
          {shown && shown.lines.length === 0 && (
            <p className="p-4 text-secondary">What is counted here stands in no case.</p>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
          <ul className="overflow-y-auto" tabIndex={0} aria-label="Cases">
            {shown?.lines.map(({ id, number, desk, openedAt, status, topic, wait }) => (
              <li key={id} className="border-b border-line px-4 py-2 text-sm last:border-b-0">
                {desk === null ? (
                  <a
                    href={addressOf(number)}
                    target="_blank"
                    rel="noreferrer"
                    className="inline-block min-h-6 font-bold text-link hover:underline"
                  >
                    #{number}
                  </a>
                ) : (
                  <span className="inline-block min-h-6 font-bold">
                    #{number} <span className="font-normal text-secondary">on {desk}</span>
                  </span>
                )}
                <span className="ml-2">
                  {topicNames[topic]} · {statusNames[status]}
                </span>
                <p className="text-secondary">
                  Opened {time.format(openedAt)}
                  {wait === null ? ', no answer yet' : `, answered after ${sayLength(wait, working)}`}
                </p>
              </li>
            ))}
          </ul>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
