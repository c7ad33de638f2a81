import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, IconButton } from './Button';

/** Something that just happened, said once at the bottom of the page. */
export interface NoticeContent {
  /** Differs for each notice, so that the same words twice are two notices. */
  id: number;
  text: string;
  tone: 'done' | 'failed';
  undo: (() => void) | null;
}

interface NoticeProps {
  notice: NoticeContent | null;
  onGone(): void;
  /** True where it would cover a field at the bottom. */
  lifted?: boolean;
}

/** How long a notice stays, in milliseconds. Long enough to read it, find the button and press it. */
const STAYS = 8_000;

/**
 * The latest notice. It waits while the pointer or the focus is on it, and what failed stays until it is dismissed.
 */
export function Notice({ notice, onGone, lifted = false }: NoticeProps) {
  const [held, setHeld] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const passing = notice !== null && notice.tone === 'done' && !held;
  const id = notice?.id;

  // A button that goes with its own press takes focus and pointer along, and neither says that it has left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each notice is looked at anew
  useEffect(() => setHeld(box.current?.matches(':hover, :focus-within') ?? false), [id]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new notice starts the time anew
  useEffect(() => {
    if (!passing) return;
    const timer = setTimeout(onGone, STAYS);
    return () => clearTimeout(timer);
  }, [id, passing, onGone]);

  return (
    // Always in the page: screen readers announce only what changes in a region that they know.
    <div role="status" className={`pointer-events-none fixed inset-x-3 z-20 ${lifted ? 'bottom-24' : 'bottom-4'}`}>
      {notice && (
        // biome-ignore lint/a11y/noStaticElementInteractions: pauses the time only; the buttons do the work
        <div
          ref={box}
          className={`pointer-events-auto mx-auto flex w-fit max-w-full items-center gap-3 rounded-md py-1 pr-1 pl-4 text-sm shadow-float ${
            notice.tone === 'failed' ? 'border border-complaint bg-background text-ink' : 'bg-primary text-on-primary'
          }`}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span className="min-w-0 py-1.5">{notice.text}</span>
          {notice.undo && (
            <Button look="plain" className="h-8" onClick={notice.undo}>
              Undo
            </Button>
          )}
          <IconButton
            icon={X}
            label="Dismiss"
            className="text-current hover:bg-transparent hover:text-current"
            onClick={onGone}
          />
        </div>
      )}
    </div>
  );
}
