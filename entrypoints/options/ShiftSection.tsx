import { useLiveQuery } from 'dexie-react-hooks';
import { Section } from '../../components/settings/Section';
import { ShiftEditor } from '../../components/settings/ShiftEditor';
import type { Notices } from '../../components/use-notice';
import { describeFailure } from '../../lib/desk/failure';
import { db } from '../../lib/desk/local';
import { sendMessage } from '../../lib/messaging';
import { readShift, type Shift, writeShift } from '../../lib/settings/shift';

/** When the team works and wants to be told; each change is saved as it is made. */
export function ShiftSection({ notices }: { notices: Notices }) {
  const shift = useLiveQuery(() => readShift(db));
  const write = async (next: Shift, before: Shift | null): Promise<void> => {
    try {
      await writeShift(db, next);
      void sendMessage('followUpsChanged', {});
      notices.tell('Saved', before ? () => void write(before, null) : undefined);
    } catch (error) {
      notices.warn(describeFailure(error, null));
    }
  };
  return (
    <Section
      id="shift"
      title="Promises and answers"
      about="How soon a customer should have an answer, and when Hark may notify you of a follow-up. Times are those of this computer."
    >
      {shift && <ShiftEditor shift={shift} onChange={(next) => void write(next, shift)} />}
    </Section>
  );
}
