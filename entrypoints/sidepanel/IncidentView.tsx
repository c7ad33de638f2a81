import { useLiveQuery } from 'dexie-react-hooks';
import { ArrowLeft, Copy, X } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Bar } from '../../components/Bar';
import { Button, IconButton } from '../../components/Button';
import { IncidentForm } from '../../components/incidents/IncidentForm';
import { IncidentStateMark } from '../../components/incidents/IncidentRow';
import { OutLink } from '../../components/OutLink';
import { StatusPill } from '../../components/StatusPill';
import type { Notices } from '../../components/use-notice';
import { COPY_REFUSED, copyText } from '../../lib/browser/clipboard';
import { type Customer, isActive } from '../../lib/cases/case';
import type { CaseRecord } from '../../lib/desk/derive';
import type { Proposed } from '../../lib/desk/incidents';
import { db, incidents } from '../../lib/desk/local';
import { fitOf } from '../../lib/incidents/fits';
import { changed, type Incident, isNews, isOpen } from '../../lib/incidents/incident';
import { draftNotice } from '../../lib/incidents/notice';
import { candidateOf } from '../../lib/incidents/tweet-fits';
import { nextToTell, progressOf } from '../../lib/incidents/update-list';
import type { QueuedTweet } from '../../lib/queue/queue';
import { sayCount, sayNumber } from '../../lib/text/counts';
import { LONGEST_POST } from '../../lib/text/weight';
import { ago, fullTime } from '../../lib/time/time';
import { zoneHere } from '../../lib/time/zone';
import { incidentCommands } from './use-incidents';

interface IncidentViewProps {
  incident: Incident;
  by: string | null;
  now: number;
  locale: string;
  notices: Notices;
  /** Tweets that need an answer. */
  queued: readonly QueuedTweet[];
  /** Ids of the tweets of which the radar told, where the incident was opened for them. */
  alarmed: readonly string[];
  onBack(): void;
  onOpenCase(handle: string, caseId: string): void;
}

interface WithCustomer {
  known: CaseRecord;
  customer: Customer | undefined;
}

async function withCustomers(cases: readonly CaseRecord[]): Promise<WithCustomer[]> {
  const customers = await db.customers.bulkGet(cases.map(({ customerId }) => customerId));
  return cases.map((known, index) => ({ known, customer: customers[index] }));
}

/** One incident: what is known, who belongs to it, and who has to hear of it. */
export function IncidentView(props: IncidentViewProps) {
  const { incident, by, now, locale, notices, queued, alarmed, onBack, onOpenCase } = props;
  const { id, title, area, state, since, expected, message, link } = incident;
  const [editing, setEditing] = useState(false);
  const [noticeOpen, setNoticeOpen] = useState(false);
  const linked = useLiveQuery(async () => withCustomers(await incidents.casesOf(id)), [id]) ?? [];
  const cases = useLiveQuery(() => incidents.proposals(id), [id, incident.updatedAt]) ?? [];
  const tweets = useMemo(() => tweetsFor(incident, queued, alarmed), [incident, queued, alarmed]);
  const proposals = [...cases.map(proposalOfCase), ...tweets];
  const list = useLiveQuery(() => db.updateLists.get(id), [id]);
  const checkIns = useLiveQuery(() => db.followUps.where('incidentId').equals(id).count(), [id]) ?? 0;
  const act = incidentCommands(by, notices);
  const waiting = linked.filter(({ known }) => isActive(known.status));

  const change = async (fields: Partial<Incident>, said: string): Promise<void> => {
    const news = isNews(incident, changed(incident, fields, now));
    const done = await act.change(id, fields, said);
    // Whoever waits should hear of it; whom exactly stands on a list that the rep works through.
    if (done && news && waiting.length > 0) await act.run(() => incidents.startUpdate(id));
  };

  if (editing) {
    return (
      <section aria-label="Edit the incident">
        <IncidentForm
          fields={incident}
          now={now}
          saveLabel="Save"
          onCancel={() => setEditing(false)}
          onSave={async (fields) => {
            await change(fields, 'Incident changed');
            setEditing(false);
          }}
        />
      </section>
    );
  }
  return (
    <article aria-label={title} className="pb-6 text-sm">
      <div className="flex items-start gap-1 px-2 pt-3">
        <IconButton icon={ArrowLeft} label="All incidents" onClick={onBack} />
        <div className="min-w-0 flex-1 pt-1">
          <h2 dir="auto" className="text-lg leading-6 font-bold break-words">
            {title}
          </h2>
          <p className="text-secondary">
            <bdi>{area}</bdi> · <span title={fullTime(since, locale)}>since {ago(since, now, locale)}</span>
          </p>
        </div>
        <span className="pt-2 pr-2">
          <IncidentStateMark state={state} />
        </span>
      </div>
      <div className="px-4 pt-2">
        {message ? (
          <p dir="auto" className="rounded-md bg-raised px-3 py-2 text-base break-words whitespace-pre-line">
            {message}
          </p>
        ) : (
          <p className="text-secondary">No message for customers yet: replies cannot speak of it.</p>
        )}
        {expected !== null && isOpen(incident) && (
          <p className="mt-1 text-secondary">Expected to be over: {fullTime(expected, locale)}</p>
        )}
        {link && (
          <p className="mt-1 truncate">
            <OutLink href={link} className="text-link">
              {link}
            </OutLink>
          </p>
        )}
        <div className="mt-2.5 flex flex-wrap gap-1.5">
          {isOpen(incident) ? (
            <Button look="primary" className="px-3.5" onClick={() => void change({ state: 'fixed' }, 'Fixed')}>
              Fixed
            </Button>
          ) : (
            <Button className="px-3" onClick={() => void change({ state: 'known' }, 'Open again')}>
              Open again
            </Button>
          )}
          {state === 'suspected' && (
            <Button className="px-3" onClick={() => void change({ state: 'known' }, 'Known')}>
              It is known
            </Button>
          )}
          <Button className="px-3" onClick={() => setEditing(true)}>
            Edit
          </Button>
          <Button className="px-3" aria-expanded={noticeOpen} onClick={() => setNoticeOpen(!noticeOpen)}>
            Public notice
          </Button>
        </div>
      </div>
      {noticeOpen && <NoticeDraft {...{ incident, now, notices }} />}
      {!isOpen(incident) && linked.length > 0 && checkIns === 0 && (
        <div className="mt-3">
          <Bar
            action={
              <Button look="quiet" onClick={() => void act.checkIn(id)}>
                Check in tomorrow
              </Button>
            }
          >
            {sayCount(linked.length, 'customer')} to check in with
          </Bar>
        </div>
      )}
      {proposals.length > 0 && (
        <Proposals
          proposals={proposals}
          onLink={(chosen) => {
            const ids = (kind: Proposal['kind']): string[] =>
              chosen.flatMap((proposal) => (proposal.kind === kind ? [proposal.id] : []));
            void act.linkTweets(id, ids('tweet'), ids('case'));
          }}
          onRefuse={({ id: caseId, number }) => void act.refuse(id, caseId, number ?? 0)}
        />
      )}
      {list ? (
        <Part
          title={`Tell them: ${progressOf(list).words}`}
          action={
            <Button look="quiet" onClick={() => void act.run(() => incidents.endUpdate(id))}>
              {nextToTell(list) ? 'Stop' : 'Close the list'}
            </Button>
          }
        >
          <ul>
            {list.items.map((item) => {
              const one = linked.find(({ known }) => known.id === item.caseId);
              const handle = one?.customer?.handle ?? '';
              const next = nextToTell(list)?.caseId === item.caseId;
              const mark = (to: 'told' | 'skipped' | 'to tell'): void =>
                void act.run(() => incidents.mark(id, item.caseId, to));
              return (
                <li key={item.caseId} className={`flex items-center gap-1.5 px-4 py-1 ${next ? 'bg-raised' : ''}`}>
                  <button
                    type="button"
                    className={`min-w-0 flex-1 truncate text-left hover:underline ${item.state === 'to tell' ? 'font-bold' : 'text-secondary'}`}
                    title="Show the case: its suggestions use the message"
                    onClick={() => onOpenCase(handle, item.caseId)}
                  >
                    <bdi>{one?.customer?.name || handle}</bdi> #{one?.known.number}
                  </button>
                  {item.state === 'to tell' ? (
                    <>
                      <Button look="quiet" onClick={() => mark('told')}>
                        Told
                      </Button>
                      <Button look="quiet" onClick={() => mark('skipped')}>
                        Skip
                      </Button>
                    </>
                  ) : (
                    <>
                      <span className="text-secondary">{item.state}</span>
                      <Button look="quiet" onClick={() => mark('to tell')}>
                        Not yet
                      </Button>
                    </>
                  )}
                </li>
              );
            })}
          </ul>
        </Part>
      ) : (
        waiting.length > 0 && (
          <div className="mt-3 px-4">
            <Button onClick={() => void act.run(() => incidents.startUpdate(id))}>
              Tell {sayCount(waiting.length, 'customer')} what is new
            </Button>
          </div>
        )
      )}
      <Part title={sayCount(linked.length, 'case')}>
        {linked.length === 0 && <p className="px-4 py-1 text-secondary">Cases that belong to it stand here.</p>}
        <ul>
          {linked.map(({ known, customer }) => (
            <li key={known.id} className="flex items-center gap-2 px-4 py-1">
              <button
                type="button"
                className="min-w-0 flex-1 truncate text-left hover:underline"
                onClick={() => onOpenCase(customer?.handle ?? '', known.id)}
              >
                <span className="font-bold">#{known.number}</span> <bdi>{customer?.name || customer?.handle}</bdi>{' '}
                <bdi className="text-secondary">{known.lastWords}</bdi>
              </button>
              <StatusPill status={known.status} />
              <IconButton
                icon={X}
                label={`Part #${known.number} from it`}
                onClick={() => void act.unlink(known.id, known.number)}
              />
            </li>
          ))}
        </ul>
      </Part>
    </article>
  );
}

function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-4">
      <div className="flex items-center justify-between gap-2 border-y border-line bg-raised px-4 py-1">
        <h3 className="font-bold">{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}

/** A case or a tweet without one that may belong to an incident. */
interface Proposal {
  kind: 'case' | 'tweet';
  id: string;
  /** Of a case. */
  number: number | null;
  who: string;
  text: string;
  why: string;
}

const proposalOfCase = ({ case: known, candidate, reasons }: Proposed): Proposal => ({
  ...{ kind: 'case', id: known.id, number: known.number, who: `#${known.number}`, text: candidate.text },
  why: `It ${reasons.join(', ')}.`,
});

/** Tweets of the list that fit, and those of the alarm for which the incident was opened. */
function tweetsFor(incident: Incident, queued: readonly QueuedTweet[], alarmed: readonly string[]): Proposal[] {
  if (!isOpen(incident)) return [];
  return queued.flatMap((row): Proposal[] => {
    const fit = fitOf(incident, candidateOf(row));
    if (!fit && !alarmed.includes(row.tweet.id)) return [];
    const why = fit ? `No case yet. It ${fit.reasons.join(', ')}.` : 'No case yet. It is one of those Hark counted.';
    const { id, handle, text } = row.tweet;
    return [{ kind: 'tweet', id, number: null, who: `@${handle}`, text, why }];
  });
}

interface ProposalsProps {
  proposals: readonly Proposal[];
  onLink(chosen: Proposal[]): void;
  onRefuse(proposal: Proposal): void;
}

/** What may belong to an incident, with the reasons; several are linked at a time, and get a case if they have none. */
function Proposals({ proposals, onLink, onRefuse }: ProposalsProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = proposals.filter(({ id }) => !left.has(id));
  const turn = (id: string): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <Part
      title={`${sayNumber(proposals.length)} may belong to it`}
      action={
        <Button look="quiet" disabled={chosen.length === 0} onClick={() => onLink(chosen)}>
          {chosen.some(({ kind }) => kind === 'tweet') ? 'Open and link' : 'Link'} {chosen.length}
        </Button>
      }
    >
      <ul>
        {proposals.map((proposal) => {
          const { kind, id, who, text, why } = proposal;
          return (
            <li key={id} data-proposed={id} className="flex items-start gap-2 px-4 py-1.5">
              <input
                type="checkbox"
                id={`link-${id}`}
                checked={!left.has(id)}
                onChange={() => turn(id)}
                className="mt-1"
              />
              <label htmlFor={`link-${id}`} className="min-w-0 flex-1">
                <span className="block truncate">
                  <b>{who}</b> <bdi>{text}</bdi>
                </span>
                <span className="block text-secondary">{why}</span>
              </label>
              {kind === 'case' && (
                <IconButton icon={X} label={`${who} is not part of it`} onClick={() => onRefuse(proposal)} />
              )}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

/** A post for everybody, for the rep to put on X. */
function NoticeDraft({ incident, now, notices }: { incident: Incident; now: number; notices: Notices }) {
  const { text, length, missing } = draftNotice(incident, { zone: zoneHere(), now });
  return (
    <section aria-label="Public notice" className="mx-4 mt-3 rounded-md border border-line px-3 py-2">
      <p dir="auto" className="text-base break-words">
        {text || 'Write a message first.'}
      </p>
      {missing && <p className="mt-1 text-secondary">{missing}</p>}
      <div className="mt-2 flex items-center gap-3">
        <OutLink
          href={`https://x.com/intent/post?text=${encodeURIComponent(text)}`}
          className="inline-flex h-8 items-center rounded-full border border-line-strong px-3 font-bold text-ink hover:bg-raised"
        >
          Put it on X
        </OutLink>
        <Button
          look="quiet"
          icon={Copy}
          onClick={async () => {
            if (await copyText(text)) notices.tell('Copied');
            else notices.warn(COPY_REFUSED);
          }}
        >
          Copy
        </Button>
        <span className="flex-1" />
        <span className="text-secondary tabular-nums">
          {length}/{LONGEST_POST}
        </span>
      </div>
    </section>
  );
}
