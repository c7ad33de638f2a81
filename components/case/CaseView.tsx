import {
  type Case,
  type CaseStatus,
  type Customer,
  caseStatuses,
  type Entry,
  isActive,
  type Priority,
  priorities,
  type Topic,
  topics,
} from '../../lib/cases/case';
import { latestTweet, priorityNames, responseClock, statusNames, topicNames } from '../../lib/cases/describe';
import { Button } from '../Button';
import { Choice } from '../Choice';
import { StatusPill } from '../StatusPill';
import { CustomerHeader } from './CustomerHeader';
import { History } from './History';
import { LatestTweet } from './LatestTweet';
import { OtherCases } from './OtherCases';

/** What of a case the rep can set. */
export interface CaseFields {
  status?: CaseStatus;
  topic?: Topic;
  priority?: Priority;
}

interface CaseViewProps {
  customer: Customer;
  /** All cases of the customer, newest first. */
  cases: readonly Case[];
  shown: Case;
  /** Newest first. */
  history: readonly Entry[];
  now: number;
  locale: string;
  onChange(fields: CaseFields): void;
  onOpenCase(caseId: string): void;
}

/** One customer in front of the rep, and everything about one case of theirs. */
export function CaseView({ customer, cases, shown, history, now, locale, onChange, onOpenCase }: CaseViewProps) {
  const tweet = latestTweet(history);
  const clock = responseClock(history);
  return (
    <article aria-label={`Case ${shown.number}`}>
      <CustomerHeader customer={customer} cases={cases} now={now} locale={locale} />
      <div className="mt-3 flex min-h-8 flex-wrap items-center gap-2 px-4">
        <h2 className="text-lg font-bold whitespace-nowrap">
          <span className="max-[345px]:sr-only">Case </span>#{shown.number}
        </h2>
        <StatusPill status={shown.status} />
        <span className="flex-1" />
        {isActive(shown.status) && (
          <Button look="primary" onClick={() => onChange({ status: 'resolved' })}>
            Resolve
          </Button>
        )}
        {shown.status === 'resolved' && (
          <Button look="primary" onClick={() => onChange({ status: 'open' })}>
            Reopen
          </Button>
        )}
      </div>
      {tweet && clock && (
        <LatestTweet tweet={tweet} clock={clock} active={isActive(shown.status)} now={now} locale={locale} />
      )}
      <div className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(88px,1fr))] gap-2 px-4">
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
          label="Priority"
          value={shown.priority}
          options={priorities}
          names={priorityNames}
          onChoose={(priority) => onChange({ priority })}
        />
      </div>
      <OtherCases
        cases={cases.filter((other) => other.id !== shown.id)}
        now={now}
        locale={locale}
        onOpen={onOpenCase}
      />
      <History entries={history} shownAbove={tweet?.id ?? null} now={now} locale={locale} />
    </article>
  );
}
