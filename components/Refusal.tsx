import { Button } from './Button';

interface RefusalProps {
  file: string;
  reason: string;
  /** What holds all the same: "Nothing was changed." */
  besides: string;
  onDismiss(): void;
}

/** Why a chosen file is not taken. */
export function Refusal({ file, reason, besides, onDismiss }: RefusalProps) {
  return (
    <div role="alert" className="mt-4 flex items-start gap-3 rounded-md border border-complaint p-3 print:hidden">
      <p className="min-w-0 flex-1 text-sm wrap-break-word">
        <b>{file} is refused.</b> {reason} {besides}
      </p>
      <Button look="quiet" onClick={onDismiss}>
        Dismiss
      </Button>
    </div>
  );
}
