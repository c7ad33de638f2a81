import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { type KeyField, KeyFields } from '../../components/settings/KeyFields';
import { Section } from '../../components/settings/Section';
import type { Notices } from '../../components/use-notice';
import { describeFailure } from '../../lib/desk/failure';
import { db } from '../../lib/desk/local';
import { defaultPageKeys, type PageAction, type PageKeys, pageActions, refuseKey } from '../../lib/keys/page-keys';
import { choicesIn, type KeyAction, type PanelKeyChoices, type PanelKeys, refusePanelKey } from '../../lib/panel/keys';
import { readKeys, readPanelKeys, writeKeys, writePanelKey, writePanelKeys } from '../../lib/settings/settings';
import { announceState } from '../../lib/tabs';
import { Shortcut } from './Shortcut';

interface Refused {
  id: PageAction | KeyAction;
  typed: string;
  why: string;
}

/** All keys of Hark. A key that can be used is saved as it is pressed. */
export function KeysSection({ notices }: { notices: Notices }) {
  const pageKeys = useLiveQuery(() => readKeys(db));
  const panelKeys = useLiveQuery(() => readPanelKeys(db));
  return (
    <Section
      id="keys"
      title="Keys"
      about="The panel’s “?” lists them. Leave one empty to switch it off. Keys that X or the browser use themselves are refused."
    >
      <Shortcut />
      {pageKeys && panelKeys && <Keys {...{ pageKeys, panelKeys, notices }} />}
    </Section>
  );
}

interface KeysProps {
  pageKeys: PageKeys;
  panelKeys: PanelKeys;
  notices: Notices;
}

function Keys({ pageKeys, panelKeys, notices }: KeysProps) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const chosen = choicesIn(panelKeys);
  const isChanged = Object.keys(chosen).length > 0 || pageActions.some(({ id, initial }) => pageKeys[id] !== initial);

  const writePage = async (keys: PageKeys): Promise<void> => {
    await writeKeys(db, keys);
    void announceState(db);
  };
  const choose = async (
    id: PageAction | KeyAction,
    typed: string,
    why: string | null,
    write: () => Promise<void>,
  ): Promise<void> => {
    setRefused(why === null ? null : { id, typed, why });
    if (why !== null) return;
    try {
      await write();
    } catch (error) {
      setRefused({ id, typed, why: describeFailure(error, null) });
    }
  };
  const writeAll = async (page: PageKeys, panel: PanelKeyChoices): Promise<boolean> => {
    try {
      await writePanelKeys(db, panel);
      await writePage(page);
      return true;
    } catch (error) {
      notices.warn(describeFailure(error, null));
      return false;
    }
  };
  const reset = async (): Promise<void> => {
    setRefused(null);
    if (!(await writeAll(defaultPageKeys, {}))) return;
    notices.tell('All keys are as they were at first', () => void writeAll(pageKeys, chosen));
  };
  const fieldOf = <Id extends PageAction | KeyAction>(id: Id, key: string, does: string): KeyField<Id> => ({
    ...{ id, key, does },
    refused: refused?.id === id ? refused : null,
  });

  return (
    <div className="mt-6">
      <div className="gap-x-8 sm:columns-2">
        <KeyFields
          name="On X, on the tweet that its own j and k select"
          fields={pageActions.map(({ id, label }) => fieldOf(id, pageKeys[id], label))}
          onChoose={(id, key) => {
            const others = pageActions.filter((other) => other.id !== id).map((other) => pageKeys[other.id]);
            void choose(id, key, refuseKey(key, others), () => writePage({ ...pageKeys, [id]: key }));
          }}
        />
        {panelKeys.map(({ name, keys }) => (
          <KeyFields
            key={name}
            name={name}
            fields={keys.flatMap(({ action, key, does }) => (key === null ? [] : [fieldOf(action, key, does)]))}
            onChoose={(action, key) => {
              const why = refusePanelKey(key, action, panelKeys);
              void choose(action, key, why, () => writePanelKey(db, action, key));
            }}
          />
        ))}
      </div>
      {isChanged && <Button onClick={() => void reset()}>Reset all keys</Button>}
    </div>
  );
}
