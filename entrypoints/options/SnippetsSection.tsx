import { useMemo } from 'react';
import { Section } from '../../components/settings/Section';
import { SnippetsEditor } from '../../components/settings/SnippetsEditor';
import type { Notices } from '../../components/use-notice';
import { type FactForm, readableFacts } from '../../lib/facts/form';
import {
  fillSnippet,
  placeholders,
  type Snippet,
  type SnippetProblems,
  type SnippetSources,
} from '../../lib/replies/snippets';
import type { Rep } from '../../lib/settings/settings';

/** An invented customer in front of the rep: what the preview is filled with. */
const EXAMPLE = {
  customer: { name: 'Marta Fenwick', handle: 'marta_fenwick', place: 'Northgate' },
  case: { number: 128, topic: 'outage' },
  incident: {
    title: 'Outage in Northgate',
    area: 'Northgate',
    message: 'We know of the outage in Northgate, and engineers are there.',
  },
};

interface SnippetsSectionProps {
  snippets: readonly Snippet[];
  problems: Record<string, SnippetProblems>;
  facts: readonly FactForm[];
  /** Who signs in the preview. */
  rep: Rep | undefined;
  /** The team has set them. */
  locked: boolean;
  notices: Notices;
  onChange(snippets: readonly Snippet[]): void;
}

/** The team's own texts with placeholders. Saved with the rest of the form. */
export function SnippetsSection({ snippets, problems, facts, rep, locked, notices, onChange }: SnippetsSectionProps) {
  const sources: SnippetSources = useMemo(
    () => ({
      ...EXAMPLE,
      rep: { name: rep?.name ?? '', initials: rep?.initials ?? '' },
      facts: readableFacts(facts),
    }),
    [facts, rep?.name, rep?.initials],
  );
  return (
    <Section
      id="snippets"
      locked={locked}
      title="Snippets"
      about="Texts of your own, offered in the panel under the suggestions. A placeholder that cannot be filled is told before the text is used."
    >
      <SnippetsEditor
        {...{ snippets, problems, placeholders, locked, onChange }}
        example={EXAMPLE.customer.name}
        preview={(snippet) => fillSnippet(snippet, sources)}
        onAdd={() => {
          const id = crypto.randomUUID();
          onChange([...snippets, { id, title: '', text: '' }]);
          return id;
        }}
        onRemove={(removed) => {
          onChange(snippets.filter((snippet) => snippet !== removed));
          notices.tell(`${removed.title || 'The snippet'} removed`, () => onChange(snippets));
        }}
      />
    </Section>
  );
}
