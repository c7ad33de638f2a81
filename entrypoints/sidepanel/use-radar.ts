import { useEffect, useMemo, useState } from 'react';
import { useNow } from '../../components/use-now';
import { currentAlarms, type KeptAlarm } from '../../lib/radar/alarms';
import { onAlarms, readAlarms } from '../../lib/radar/storage';

/** The radar's alarms that are of interest now, as they change, the latest first. */
export function useAlarms(): readonly KeptAlarm[] {
  const now = useNow(60_000);
  const [alarms, setAlarms] = useState<readonly KeptAlarm[]>([]);
  useEffect(() => {
    let heard = false;
    const stop = onAlarms((next) => {
      heard = true;
      setAlarms(next);
    });
    void readAlarms().then((read) => {
      // What was heard meanwhile is newer.
      if (!heard) setAlarms(read);
    });
    return stop;
  }, []);
  return useMemo(() => currentAlarms(alarms, Math.max(now, Date.now())), [alarms, now]);
}
