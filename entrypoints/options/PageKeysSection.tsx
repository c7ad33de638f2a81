import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Field } from '../../components/Field';
import { describeFailure } from '../../lib/desk/failure';
import { db } from '../../lib/desk/local';
import { defaultPageKeys, type PageAction, pageActions, refuseKey } from '../../lib/keys/page-keys';
import { readKeys, writeKeys } from '../../lib/settings/settings';
import { announceState } from '../../lib/tabs';

/** Keys for the tweet that X's own j and k have selected. A key that can be used is saved as it is pressed. */
export function PageKeysSection() {
  const keys = useLiveQuery(() => readKeys(db));
  const [problem, setProblem] = useState<{ id: PageAction; typed: string; message: string } | null>(null);
  if (!keys) return null;
  const choose = async (id: PageAction, typed: string): Promise<void> => {
    const key = [...typed].pop() ?? '';
    const others = pageActions.filter((other) => other.id !== id).map((other) => keys[other.id]);
    const message = refuseKey(key, others);
    setProblem(message ? { id, typed: key, message } : null);
    if (message) return;
    try {
      await writeKeys(db, { ...keys, [id]: key });
      void announceState(db);
    } catch (error) {
      setProblem({ id, typed: key, message: describeFailure(error, null) });
    }
  };
  return (
    <div className="mt-6">
      <p className="text-sm text-secondary">
        On X, j and k select a tweet. These keys act on it; leave one empty to switch it off.
      </p>
      <div className="mt-3 grid items-end gap-4 sm:grid-cols-3">
        {pageActions.map(({ id, label }) => (
          <Field
            key={id}
            name={`key-${id}`}
            label={label}
            className="max-w-[260px]"
            placeholder={`none (was ${defaultPageKeys[id]})`}
            value={problem?.id === id ? problem.typed : keys[id]}
            problem={problem?.id === id ? problem.message : null}
            onChange={(event) => void choose(id, event.target.value)}
          />
        ))}
      </div>
    </div>
  );
}
