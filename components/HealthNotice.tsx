import { TriangleAlert } from 'lucide-react';
import type { Trouble } from '../lib/health/health';
import { Button } from './Button';

interface HealthNoticeProps {
  trouble: Trouble;
  message: string;
  onReload(): void;
  onAllow(): void;
  onCopy(): void;
}

/** Says that Hark cannot read the page, and what to do about it. Silence would look like a quiet day. */
export function HealthNotice({ trouble, message, onReload, onAllow, onCopy }: HealthNoticeProps) {
  return (
    <section aria-label="Health" className="border-b border-line bg-raised px-4 py-3">
      <p role="alert" className="flex gap-2 text-sm">
        <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-trouble" />
        <span className="min-w-0">{message}</span>
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2 pl-6">
        {trouble === 'reload' && <Button onClick={onReload}>Reload tab</Button>}
        {trouble === 'no-access' && <Button onClick={onAllow}>Allow x.com</Button>}
        <Button look="quiet" onClick={onCopy}>
          Copy diagnosis
        </Button>
      </div>
    </section>
  );
}
