import { RadioTower } from 'lucide-react';
import { type Alarm, sayAlarm } from '../../lib/radar/radar';
import { NewsBar } from '../NewsBar';

interface AlarmBarProps {
  alarm: Alarm;
  onShow(): void;
  onLater(): void;
}

/** Says at the top of the panel that outage tweets pile up. */
export function AlarmBar({ alarm, onShow, onLater }: AlarmBarProps) {
  return (
    <NewsBar label="Radar" icon={RadioTower} tone="text-complaint" {...{ onShow, onLater }}>
      <bdi className="min-w-0 font-bold break-words">{sayAlarm(alarm)}</bdi>
    </NewsBar>
  );
}
