import { TextQuote } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { Snippets } from '../../components/reply/Snippets';
import { Suggestions } from '../../components/reply/Suggestions';
import type { Notices } from '../../components/use-notice';
import type { Case, Customer } from '../../lib/cases/case';
import type { SentTweet } from '../../lib/protocol';
import { useInsert } from './use-insert';
import { useSnippets } from './use-snippets';
import { useSuggestions } from './use-suggestions';

/** What keys can do to the replies in view. */
export interface ReplyCommands {
  /** Leads to the first reply, and from one to the next. */
  focus(): void;
  copy(): void;
  another(): void;
  snippets(): void;
  goPrivate(): void;
}

interface ReplyPartProps {
  /** The tweet that is answered. */
  tweet: SentTweet;
  customer: Customer | null;
  /** The case it is in; null if it is in none yet. */
  known: Case | null;
  /** Changes with what is known of the customer. */
  history: string;
  notices: Notices;
  commands: RefObject<ReplyCommands | null>;
  /** True if the rep has asked for the replies by a key: the focus goes there. */
  focused?: boolean;
}

/** What can be said to one customer now. One instance serves one tweet: give it a key. */
export function ReplyPart(props: ReplyPartProps) {
  const { tweet, customer, known, history, notices, commands, focused = false } = props;
  const box = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const { suggestions, failure, another, retry } = useSuggestions(tweet, true, history);
  const inserting = useInsert(tweet.id, notices);
  const snippets = useSnippets(tweet, customer, known);
  const [choosing, setChoosing] = useState(false);
  const [warned, setWarned] = useState<string | null>(null);

  const inserts = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[data-insert]') ?? [])];
  const openSnippets = (): void => {
    setChoosing(true);
    requestAnimationFrame(() => searchField.current?.focus());
  };

  const there = suggestions !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once they are there, and not again
  useEffect(() => {
    if (focused && there) inserts()[0]?.focus();
  }, [focused, there]);

  useLayoutEffect(() => {
    commands.current = {
      focus: () => {
        const all = inserts();
        const at = all.indexOf(document.activeElement as HTMLElement);
        all[(at + 1) % all.length]?.focus();
      },
      copy: () => {
        const card = document.activeElement?.closest('[data-approach]');
        const chosen = suggestions?.find(({ approach }) => approach === card?.getAttribute('data-approach'));
        const suggestion = chosen ?? suggestions?.[0];
        if (suggestion) inserting.copy(suggestion.text);
      },
      another,
      snippets: openSnippets,
      goPrivate: () => {},
    };
    return () => {
      commands.current = null;
    };
  });

  return (
    <div ref={box}>
      <Suggestions
        {...{ suggestions, failure }}
        lang={tweet.lang}
        outcome={inserting.outcome}
        onInsert={inserting.insert}
        onCopy={inserting.copy}
        onOpenLink={inserting.openLink}
        onAnother={another}
        onRetry={retry}
      >
        <div className="mt-2 flex flex-wrap gap-1.5">
          <Button
            icon={TextQuote}
            title="Key q"
            aria-expanded={choosing}
            className="gap-1.5 px-3"
            onClick={() => (choosing ? setChoosing(false) : openSnippets())}
          >
            Snippets
          </Button>
        </div>
        {choosing && snippets && (
          <Snippets
            rows={snippets.rows}
            count={snippets.count}
            sought={snippets.sought}
            searchField={searchField}
            warned={warned}
            outcome={inserting.outcome}
            onSeek={snippets.seek}
            onInsert={(row, meant) => {
              const warn = row.filled.missing.length > 0 && !meant;
              setWarned(warn ? row.id : null);
              if (!warn) inserting.insert(row.filled.text);
            }}
            onCopy={inserting.copy}
            onOpenLink={inserting.openLink}
            onClose={() => setChoosing(false)}
            onSettings={() => void browser.runtime.openOptionsPage()}
          />
        )}
      </Suggestions>
    </div>
  );
}
