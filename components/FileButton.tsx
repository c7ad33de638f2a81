import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { Button } from './Button';

interface FileButtonProps {
  /** What the button says. */
  children: string;
  /** Names the file that is asked for, for those who do not see the button. */
  label: string;
  /** Endings of the files that are meant; JSON if nothing is said. */
  accept?: string;
  disabled?: boolean;
  className?: string;
  /** The file is read by then; it can be chosen again once this is done. */
  onChoose(file: File): Promise<void>;
}

/** A button that asks for a file. */
export function FileButton({
  children,
  label,
  accept = '.json,application/json',
  disabled,
  className,
  onChoose,
}: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={Upload} className={className} disabled={disabled} onClick={() => field.current?.click()}>
        {children}
      </Button>
      <input
        ref={field}
        type="file"
        accept={accept}
        aria-label={label}
        className="hidden"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (!file) return;
          void onChoose(file).finally(() => {
            // So that the same file can be chosen again after it was put right.
            currentTarget.value = '';
          });
        }}
      />
    </>
  );
}
