import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { Button } from './Button';

interface FileButtonProps {
  /** What the button says. */
  children: string;
  /** Names the file that is asked for: the button has it on hover, and behind its words where they are read out. */
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
      <Button
        icon={Upload}
        title={label}
        className={className}
        disabled={disabled}
        onClick={() => field.current?.click()}
      >
        {children}
      </Button>
      {/* Only the button is there for people. */}
      <input
        ref={field}
        type="file"
        accept={accept}
        hidden
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
