import type { ReactNode, RefObject } from 'react';
import {
  type Case,
  type CaseFields,
  caseStatuses,
  type Entry,
  isActive,
  priorities,
  routes,
  topics,
} from '../../lib/cases/case';
import {
  latestTweet,
  priorityNames,
  responseClock,
  routeNames,
  statusNames,
  topicNames,
} from '../../lib/cases/describe';
import { fullTime } from '../../lib/time/time';
import { Button } from '../Button';
import { Choice } from '../Choice';
import { StatusPill } from '../StatusPill';
import { History } from './History';
import { LatestTweet } from './LatestTweet';
import { OtherCases } from './OtherCases';
import { Tags } from './Tags';

interface CaseViewProps {
  /** The customer's header. */
  children: ReactNode;
  /** What is promised in the case. */
  promised: ReactNode;
  /** All cases of the customer, newest first. */
  cases: readonly Case[];
  shown: Case;
  /** Newest first. */
  history: readonly Entry[];
  /** How the rep at the desk signs; null if nobody is set up. */
  by: string | null;
  /** What can be said to the customer; stands under the tweet that is answered. */
  reply: ReactNode;
  /** True while replies are proposed: inserting one is then the next thing to do. */
  replying: boolean;
  tagSuggestions: readonly string[];
  tagButton: RefObject<HTMLButtonElement | null>;
  now: number;
  locale: string;
  onChange(fields: CaseFields): void;
  onOpenCase(caseId: string): void;
  onTypeTag(beginning: string): void;
  /** The rep has looked on X: a reply that was let go here is out, or is not. */
  onPosted(entryId: string, posted: boolean): void;
  /** The talk has come back from direct messages. */
  onBackInPublic(): void;
}

/** One customer in front of the rep, and everything about one case of theirs. */
export function CaseView(props: CaseViewProps) {
  const { children, cases, shown, history, by, now, locale, reply, replying, onChange, onOpenCase } = props;
  const tweet = latestTweet(history);
  const clock = responseClock(history);
  return (
    <article aria-label={`Case ${shown.number}`}>
      {children}
      <div className="mt-3 flex min-h-8 flex-wrap items-center gap-2 px-4">
        <h2 className="text-lg font-bold whitespace-nowrap">
          <span className="max-[345px]:sr-only">Case </span>#{shown.number}
        </h2>
        <StatusPill status={shown.status} />
        <span className="flex-1" />
        {isActive(shown.status) && (
          <Button look={replying ? 'secondary' : 'primary'} onClick={() => onChange({ status: 'resolved' })}>
            Resolve
          </Button>
        )}
        {shown.status === 'resolved' && (
          <Button look="primary" onClick={() => onChange({ status: 'open' })}>
            Reopen
          </Button>
        )}
      </div>
      <Owner owner={shown.owner} by={by} onSet={(owner) => onChange({ owner })} />
      {shown.inDmSince && (
        <p className="mx-4 mt-2 flex flex-wrap items-baseline justify-between gap-x-3 rounded-md bg-raised px-3 py-1.5 text-sm">
          <span title={`Since ${fullTime(shown.inDmSince, locale)}`}>
            {statusNames[shown.status]} · in direct messages
          </span>
          <Button look="quiet" className="h-6" onClick={props.onBackInPublic}>
            Back in public
          </Button>
        </p>
      )}
      {tweet && clock && <LatestTweet tweet={tweet} clock={clock} status={shown.status} now={now} locale={locale} />}
      {reply && <div className="mt-3 px-4">{reply}</div>}
      <div className="mt-3 grid grid-cols-2 gap-2 px-4 min-[420px]:grid-cols-4">
        <Choice
          label="Status"
          value={shown.status}
          options={caseStatuses}
          names={statusNames}
          onChoose={(status) => onChange({ status })}
        />
        <Choice
          label="Topic"
          value={shown.topic}
          options={topics}
          names={topicNames}
          onChoose={(topic) => onChange({ topic })}
        />
        <Choice
          label="Route"
          value={shown.route}
          options={routes}
          names={routeNames}
          onChoose={(route) => onChange({ route })}
        />
        <Choice
          label="Priority"
          value={shown.priority}
          options={priorities}
          names={priorityNames}
          onChoose={(priority) => onChange({ priority })}
        />
      </div>
      <Tags
        ref={props.tagButton}
        tags={shown.tags}
        suggestions={props.tagSuggestions}
        onType={props.onTypeTag}
        onSet={(tags) => onChange({ tags })}
      />
      {props.promised}
      <OtherCases
        cases={cases.filter((other) => other.id !== shown.id)}
        now={now}
        locale={locale}
        onOpen={onOpenCase}
      />
      <History entries={history} shownAbove={tweet?.id ?? null} now={now} locale={locale} onPosted={props.onPosted} />
    </article>
  );
}

function Owner({ owner, by, onSet }: { owner: string | null; by: string | null; onSet(owner: string | null): void }) {
  return (
    <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2 px-4 text-sm">
      <span className="min-w-0 truncate text-secondary">
        {owner === null ? 'Nobody has it' : owner === by ? `You have it (${owner})` : `${owner} has it`}
      </span>
      {by !== null && owner !== by && (
        <Button look="quiet" onClick={() => onSet(by)}>
          Take it
        </Button>
      )}
      {by !== null && owner === by && (
        <Button look="quiet" onClick={() => onSet(null)}>
          Let go
        </Button>
      )}
    </p>
  );
}
