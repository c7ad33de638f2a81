import { Copy, RotateCw } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '../../components/Button';
import { DiagnosisSheet } from '../../components/diagnostics/DiagnosisSheet';
import { Notice } from '../../components/Notice';
import { Skeleton } from '../../components/Skeleton';
import { useNotice } from '../../components/use-notice';
import { COPY_REFUSED, copyText } from '../../lib/browser/clipboard';
import { type Diagnosis, describeDiagnosis, diagnosisAsText } from '../../lib/diagnostics/diagnosis';
import { gatherDiagnosis } from '../../lib/diagnostics/gather';
import { sourcesHere } from './sources';

/** How Hark is, for whoever has to find out why something does not work. */
export function Diagnostics() {
  const notices = useNotice();
  const [diagnosis, setDiagnosis] = useState<Diagnosis | null>(null);
  const look = useCallback((): void => void gatherDiagnosis(sourcesHere()).then(setDiagnosis), []);
  useEffect(look, [look]);
  const copy = async (): Promise<void> => {
    if (!diagnosis) return;
    if (await copyText(diagnosisAsText(diagnosis))) notices.tell('Copied');
    else notices.warn(COPY_REFUSED);
  };
  return (
    <main className="mx-auto max-w-[760px] px-6 pt-10 pb-28">
      <h1 className="text-xl font-bold">Diagnostics</h1>
      <p className="mt-1 max-w-[560px] text-pretty text-secondary">
        How this Hark is, in versions and numbers. What is copied for support holds no word that a customer or a
        colleague has written.
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="primary" icon={Copy} disabled={!diagnosis} onClick={() => void copy()}>
          Copy for support
        </Button>
        <Button icon={RotateCw} onClick={look}>
          Look again
        </Button>
      </div>
      {diagnosis ? <DiagnosisSheet parts={describeDiagnosis(diagnosis, 'team')} /> : <Skeleton rows={8} />}
      <Notice notice={notices.notice} onGone={notices.dismiss} />
    </main>
  );
}
