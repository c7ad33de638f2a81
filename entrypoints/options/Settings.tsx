import { useEffect, useState } from 'react';
import { Skeleton } from '../../components/Skeleton';
import { SettingsNav } from '../../components/settings/SettingsNav';
import { readSettings, type StoredSettings } from './read-settings';
import { SettingsForm } from './SettingsForm';

/** The page of settings. It reads them once: what is being edited must not change under the rep's hands. */
export function Settings() {
  const [stored, setStored] = useState<StoredSettings | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    readSettings().then(setStored, setFailure);
  }, []);
  if (failure) throw failure;
  return (
    <main className="mx-auto max-w-[760px] px-6 pt-10 pb-28 lg:grid lg:max-w-[980px] lg:grid-cols-[160px_minmax(0,1fr)] lg:gap-x-13">
      <div className="col-span-2 flex items-baseline gap-4">
        <h1 className="flex-1 text-xl font-bold">Hark settings</h1>
        <a href="reports.html" target="_blank" rel="noreferrer" className="text-sm font-bold text-link hover:underline">
          Reports
        </a>
      </div>
      <SettingsNav />
      {stored ? <SettingsForm {...stored} /> : <Skeleton rows={5} />}
    </main>
  );
}
