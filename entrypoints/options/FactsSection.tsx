import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { FactsEditor } from '../../components/settings/FactsEditor';
import { PasteFacts } from '../../components/settings/PasteFacts';
import { Section } from '../../components/settings/Section';
import type { Notices } from '../../components/use-notice';
import { db } from '../../lib/desk/local';
import { conflictsAmong } from '../../lib/facts/conflicts';
import {
  blankFact,
  type FactForm,
  type FactProblems,
  readableFacts,
  toFactForm,
  topicLabels,
} from '../../lib/facts/form';
import { nothingOffered } from '../../lib/facts/offered';
import { readOffered } from '../../lib/settings/replying';
import { sayCount } from '../../lib/text/counts';
import { languageName } from '../../lib/text/language-names';

/** Languages in which replies are drafted. */
const SPOKEN = ['en', 'es', 'pt', 'fr', 'de', 'it', 'tl', 'in'];
const languages = Object.fromEntries([['', 'Any'], ...SPOKEN.map((code) => [code, languageName(code)])]);

interface FactsSectionProps {
  facts: FactForm[];
  problems: Record<string, FactProblems>;
  /** The team has set them. */
  locked: boolean;
  notices: Notices;
  onChange(facts: FactForm[]): void;
}

/** What is true of the service, for suggestions and snippets. Saved with the rest of the form. */
export function FactsSection({ facts, problems, locked, notices, onChange }: FactsSectionProps) {
  const [pasting, setPasting] = useState(false);
  const offered = useLiveQuery(() => readOffered(db)) ?? nothingOffered;
  const conflicts = useMemo(() => conflictsAmong(readableFacts(facts)), [facts]);
  return (
    <Section
      id="facts"
      locked={locked}
      title="Service facts"
      about="What suggestions may say of your service, and nothing else. Of several that answer, the first is used; what is written in a language is said in that language only."
    >
      <FactsEditor
        {...{ facts, problems, conflicts, offered, languages, locked, onChange }}
        topics={topicLabels}
        onAdd={() => {
          const id = crypto.randomUUID();
          onChange([...facts, blankFact(id)]);
          return id;
        }}
        onRemove={(removed) => {
          onChange(facts.filter((fact) => fact !== removed));
          notices.tell('Fact removed', () => onChange(facts));
        }}
        onPaste={() => setPasting(true)}
      />
      <PasteFacts
        open={pasting}
        onClose={() => setPasting(false)}
        onAdd={(added) => {
          onChange([...facts, ...added.map((fact) => toFactForm({ ...fact, id: crypto.randomUUID() }))]);
          notices.tell(`${sayCount(added.length, 'fact')} added`, () => onChange(facts));
        }}
      />
    </Section>
  );
}
