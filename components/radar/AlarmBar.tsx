import { RadioTower } from 'lucide-react';
import { type Alarm, sayAlarm } from '../../lib/radar/radar';
import { Button } from '../Button';

interface AlarmBarProps {
  alarm: Alarm;
  onShow(): void;
  onLater(): void;
}

/** Says at the top of the panel that outage tweets pile up. All of it is to be read, also in a narrow panel. */
export function AlarmBar({ alarm, onShow, onLater }: AlarmBarProps) {
  return (
    <div
      role="status"
      aria-label="Radar"
      className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line bg-raised px-4 py-1.5 text-sm"
    >
      <p className="flex min-w-0 grow items-start gap-2 font-bold">
        <RadioTower size={15} aria-hidden className="mt-0.5 shrink-0 text-complaint" />
        <bdi className="min-w-0 break-words">{sayAlarm(alarm)}</bdi>
      </p>
      <span className="ml-auto flex gap-3">
        <Button look="quiet" className="h-6" onClick={onShow}>
          Show
        </Button>
        <Button look="quiet" className="h-6" onClick={onLater}>
          Not now
        </Button>
      </span>
    </div>
  );
}
