import {
  AtSign,
  BookOpenCheck,
  Copy,
  History,
  Info,
  type LucideIcon,
  MessageSquareQuote,
  RefreshCw,
  Unplug,
  UserRound,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { approachNames, useNames } from '../../lib/replies/approaches';
import type { Suggestion, Use } from '../../lib/replies/request';
import { LONGEST_POST } from '../../lib/text/weight';
import { Button, IconButton } from '../Button';
import { useKeyHints } from '../panel-keys';
import { OutcomeLine } from './OutcomeLine';
import type { InsertOutcome } from './outcome';

interface SuggestionsProps {
  /** Null while they are drafted for the first time. */
  suggestions: readonly Suggestion[] | null;
  /** Why there are none; null if that worked. */
  failure: string | null;
  /** Language of the tweet that is answered. */
  lang: string | null;
  /** What became of the text that was inserted last; null before. */
  outcome: InsertOutcome | null;
  onInsert(text: string): void;
  onCopy(text: string): void;
  onOpenLink(text: string): void;
  onAnother(): void;
  onRetry(): void;
  /** What else can be done, at the end. */
  children?: ReactNode;
}

/** Replies made for one customer, each a press away from X's composer. */
export function Suggestions(props: SuggestionsProps) {
  const { suggestions, failure, lang, outcome, onInsert, onCopy, onOpenLink, onAnother, onRetry, children } = props;
  const hint = useKeyHints();
  return (
    <section aria-label="Suggestions">
      <div className="flex min-h-6 flex-wrap items-center justify-between gap-x-2">
        <h2 className="text-sm font-bold">Suggestions</h2>
        {suggestions && suggestions.length > 0 && (
          <Button look="quiet" icon={RefreshCw} title={hint('rewordReply')} className="h-6 gap-1.5" onClick={onAnother}>
            Another wording
          </Button>
        )}
      </div>
      {failure && (
        <p role="alert" className="mt-1 flex items-start justify-between gap-3 text-sm text-complaint">
          <span>{failure}</span>
          <Button look="quiet" onClick={onRetry}>
            Try again
          </Button>
        </p>
      )}
      {!failure && suggestions === null && <Drafting />}
      {suggestions?.length === 0 && !failure && (
        <p className="mt-1 text-sm text-secondary">Nothing fits here. Write in your own words, or use a snippet.</p>
      )}
      {suggestions && suggestions.length > 0 && (
        <ol className="mt-1 space-y-2">
          {suggestions.map((suggestion, at) => (
            <SuggestionCard
              key={suggestion.approach}
              {...{ suggestion, lang, onInsert, onCopy, onOpenLink }}
              first={at === 0}
              outcome={outcome?.text === suggestion.text ? outcome : null}
              busy={outcome?.kind === 'inserting'}
            />
          ))}
        </ol>
      )}
      {children}
    </section>
  );
}

function Drafting() {
  return (
    <div className="after-200ms mt-1 space-y-2" aria-busy="true">
      <span className="sr-only">Drafting</span>
      {[0, 1].map((row) => (
        <div key={row} aria-hidden className="h-28 rounded-lg bg-raised" />
      ))}
    </div>
  );
}

interface CardProps extends Pick<SuggestionsProps, 'lang' | 'outcome' | 'onInsert' | 'onCopy' | 'onOpenLink'> {
  suggestion: Suggestion;
  first: boolean;
  busy: boolean;
}

/** One proposed reply: what it says, what it is made of, and the press that puts it into X's composer. */
export function SuggestionCard({ suggestion, lang, outcome, first, busy, onInsert, onCopy, onOpenLink }: CardProps) {
  const { text, length, approach, uses, missing } = suggestion;
  const name = approachNames[approach];
  return (
    <li className="rounded-lg border border-line-strong px-3 pt-2 pb-2.5" data-approach={approach}>
      <div className="flex items-baseline justify-between gap-2 text-sm">
        <h3 className="font-bold">{name}</h3>
        <Length length={length} />
      </div>
      <p
        dir="auto"
        lang={lang ?? undefined}
        data-suggested
        className="mt-0.5 text-base break-words whitespace-pre-line select-text"
      >
        {text}
      </p>
      {missing && (
        <p className="mt-1.5 flex items-start gap-1.5 text-sm text-pretty text-trouble">
          <Info size={15} aria-hidden className="mt-0.5 shrink-0" />
          {missing}
        </p>
      )}
      <div className="mt-2 flex flex-wrap items-end gap-x-2 gap-y-1.5">
        <Uses uses={uses} />
        <div className="ml-auto flex items-center gap-1">
          <IconButton icon={Copy} label={`Copy: ${name}`} onClick={() => onCopy(text)} />
          <Button
            look={first ? 'primary' : 'secondary'}
            data-insert
            aria-label={`Insert: ${name}`}
            aria-disabled={busy || undefined}
            className="aria-disabled:opacity-50"
            onClick={() => onInsert(text)}
          >
            {outcome?.kind === 'inserting' ? 'Inserting' : 'Insert'}
          </Button>
        </div>
      </div>
      <div aria-live="polite">{outcome && <OutcomeLine outcome={outcome} onOpenLink={() => onOpenLink(text)} />}</div>
    </li>
  );
}

/** How much of a post a text fills, as X counts. */
export function Length({ length }: { length: number }) {
  const over = length > LONGEST_POST;
  return (
    <span className={`shrink-0 tabular-nums ${over ? 'font-bold text-complaint' : 'text-secondary'}`}>
      <span className="sr-only">Length </span>
      {length}/{LONGEST_POST}
    </span>
  );
}

const useIcons: Record<Use['kind'], LucideIcon> = {
  name: UserRound,
  words: MessageSquareQuote,
  history: History,
  incident: Unplug,
  fact: BookOpenCheck,
  handle: AtSign,
};

function Uses({ uses }: { uses: readonly Use[] }) {
  const shown = uses.filter(
    (use, at) => uses.findIndex(({ kind, text }) => kind === use.kind && text === use.text) === at,
  );
  if (shown.length === 0) return null;
  return (
    <ul aria-label="Uses" className="flex min-w-0 flex-wrap gap-1">
      {shown.map(({ kind, text }) => {
        const Icon = useIcons[kind];
        return (
          <li
            key={`${kind}${text}`}
            title={`${useNames[kind]}: ${text}`}
            className="inline-flex max-w-40 items-center gap-1 rounded-full bg-raised px-1.5 text-sm text-secondary"
          >
            <Icon size={13} aria-hidden className="shrink-0" />
            <span className="sr-only">{useNames[kind]}: </span>
            <bdi className="truncate">{text}</bdi>
          </li>
        );
      })}
    </ul>
  );
}
