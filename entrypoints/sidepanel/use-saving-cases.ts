import { useRef, useState } from 'react';
import type { Notices } from '../../components/use-notice';
import { saveCaseFile } from '../../lib/desk/case-file';
import { describeFailure } from '../../lib/desk/failure';
import { countLists, type ListFilter } from '../../lib/desk/lists';
import { context, db } from '../../lib/desk/local';
import { sayCount } from '../../lib/text/counts';

/** Cases on their way into a file. */
export interface SavingCases {
  /** How much of the file is written, in percent; null while none is. */
  percent: number | null;
  save(filter: ListFilter): Promise<void>;
}

/** Saves the cases of a list for a spreadsheet, one file at a time. It goes on while the rep looks at something else. */
export function useSavingCases(by: string | null, notices: Notices): SavingCases {
  const [percent, setPercent] = useState<number | null>(null);
  // Two presses in a row come before the first is drawn.
  const isSaving = useRef(false);
  const save = async (filter: ListFilter): Promise<void> => {
    if (isSaving.current) return;
    isSaving.current = true;
    setPercent(0);
    try {
      const total = (await countLists(db, filter, by))[filter.list];
      const wanted = { from: null, until: null, filter, rep: by, withWords: false };
      const count = await saveCaseFile(context, wanted, (done) =>
        setPercent(total === 0 ? 100 : Math.min(100, Math.floor((done / total) * 100))),
      );
      notices.tell(`${sayCount(count, 'case')} saved among your downloads`);
    } catch (error) {
      notices.warn(describeFailure(error, null));
    } finally {
      isSaving.current = false;
      setPercent(null);
    }
  };
  return { percent, save };
}
