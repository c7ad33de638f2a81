import { useEffect, useState } from 'react';
import { Button } from '../../components/Button';
import { type Copy, listCopies, openCopy } from '../../lib/backup/copies';
import { saveAddress } from '../../lib/browser/download';
import { fullTime } from '../../lib/time/time';

/** Copies that Hark made by itself before an update changed its database. */
export function Copies({ locale, onChoose }: { locale: string; onChoose(file: Blob): Promise<void> }) {
  const [copies, setCopies] = useState<Copy[]>([]);
  useEffect(() => {
    void listCopies().then(setCopies, () => {});
  }, []);
  if (copies.length === 0) return null;
  const withFile = async (name: string, use: (file: File) => void): Promise<void> => {
    const file = await openCopy(name);
    if (file) use(file);
    else setCopies(await listCopies());
  };
  return (
    <section aria-labelledby="copies" className="mt-10">
      <h2 id="copies" className="text-lg font-bold">
        From before an update
      </h2>
      <p className="max-w-[560px] text-sm text-pretty text-secondary">
        Before a new version of Hark changes how it stores things, it keeps a copy inside of this browser profile. A
        saved file is not locked.
      </p>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {copies.map(({ name, at }) => (
          <li key={name} className="flex min-h-11 items-center gap-3 py-1.5">
            <span className="min-w-0 flex-1">{fullTime(at, locale)}</span>
            <Button
              onClick={() =>
                void withFile(name, (file) =>
                  saveAddress(URL.createObjectURL(file), `hark-before-update-${at}.harkbackup`),
                )
              }
            >
              Save as a file
            </Button>
            <Button onClick={() => void withFile(name, (file) => void onChoose(file))}>Restore</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
