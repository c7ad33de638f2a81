import { useEffect, useState } from 'react';
import { Button } from '../../components/Button';
import { noteAudit } from '../../lib/audit/audit';
import { type Copy, listCopies, openCopy } from '../../lib/backup/copies';
import { saveAddress } from '../../lib/browser/download';
import { describeFailure } from '../../lib/desk/failure';
import { db } from '../../lib/desk/local';
import { signatureAtDesk } from '../../lib/settings/settings';
import { fullTime } from '../../lib/time/time';

/** Copies that Hark made by itself before an update changed its database. */
export function Copies({ locale, onChoose }: { locale: string; onChoose(file: Blob): Promise<void> }) {
  const [copies, setCopies] = useState<Copy[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    void listCopies().then(setCopies, () => {});
  }, []);
  if (copies.length === 0) return null;
  const withFile = async (name: string, use: (file: File) => Promise<void>): Promise<void> => {
    setProblem(null);
    try {
      const file = await openCopy(name);
      if (file) await use(file);
      else setCopies(await listCopies());
    } catch (error) {
      setProblem(describeFailure(error, null));
    }
  };
  const save = async (file: File, at: number): Promise<void> => {
    await noteAudit(db, { at: Date.now(), by: await signatureAtDesk(db), act: 'exported', part: 'copy' });
    saveAddress(URL.createObjectURL(file), `hark-before-update-${at}.harkbackup`);
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
            <Button onClick={() => void withFile(name, (file) => save(file, at))}>Save as a file</Button>
            <Button onClick={() => void withFile(name, onChoose)}>Restore</Button>
          </li>
        ))}
      </ul>
      {problem && (
        <p role="alert" className="mt-2 text-sm">
          {problem}
        </p>
      )}
    </section>
  );
}
