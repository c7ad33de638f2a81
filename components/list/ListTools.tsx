import { FileDown, Search } from 'lucide-react';
import { type RefObject, useId } from 'react';
import { type Route, routes, type Topic, topics } from '../../lib/cases/case';
import { routeNames, topicNames } from '../../lib/cases/describe';
import type { Order } from '../../lib/desk/derive';
import { type CaseList, caseLists, type ListFilter } from '../../lib/desk/lists';
import { IconButton } from '../Button';
import { Choice } from '../Choice';
import { Segments } from '../Segments';

interface ListToolsProps {
  searchField: RefObject<HTMLInputElement | null>;
  sought: string;
  filter: ListFilter;
  /** How many cases each list holds; undefined while they are counted. */
  counts: Record<CaseList, number> | undefined;
  onSeek(sought: string): void;
  onNarrow(changes: Partial<ListFilter>): void;
  /** How much of a file with these cases is written, in percent; null while none is. */
  saving: number | null;
  /** Saves these cases for a spreadsheet. */
  onSave(): void;
}

const listNames: Record<CaseList, string> = { open: 'Open', mine: 'Mine', pending: 'Pending', all: 'All' };
const orderNames: Record<Order, string> = { waiting: 'By wait', latest: 'By date' };
const ANY = 'any';
const topicChoices = { [ANY]: 'Any topic', ...topicNames };
const routeChoices = { [ANY]: 'Any route', ...routeNames };

/** What narrows the list of cases: words, whose they are, topic, route; and its order. */
export function ListTools({ searchField, sought, filter, counts, saving, onSeek, onNarrow, onSave }: ListToolsProps) {
  const id = useId();
  const seeking = sought.trim() !== '';
  return (
    <div className="relative border-b border-line">
      <div className="space-y-2 px-4 py-2">
        <search>
          <div className="relative pr-9">
            <IconButton
              icon={FileDown}
              label={saving === null ? 'Save these cases as CSV' : `Saving these cases: ${saving} %`}
              // It keeps the focus, which a button that is switched off would lose.
              aria-disabled={saving !== null}
              className="absolute top-0 right-0 aria-disabled:opacity-40"
              onClick={() => {
                if (saving === null) onSave();
              }}
            />
            <Search size={15} aria-hidden className="absolute top-2 left-2.5 text-secondary" />
            <input
              ref={searchField}
              type="search"
              aria-label="Search cases"
              aria-describedby={id}
              placeholder="Search cases"
              value={sought}
              onChange={(event) => onSeek(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') {
                  onSeek('');
                  event.currentTarget.blur();
                }
                if (event.key === 'ArrowDown') {
                  event.preventDefault();
                  document.querySelector<HTMLElement>('[data-row]')?.focus();
                }
              }}
              className="h-8 w-full rounded-full border border-line-strong bg-background pr-2 pl-8 text-sm"
            />
          </div>
          <p id={id} className={seeking ? 'mt-1 px-1 text-sm text-secondary' : 'sr-only'}>
            In handles, names, tweets, replies, notes, accounts, places, tags and numbers
          </p>
        </search>
        <Segments
          label="Which cases"
          value={filter.list}
          options={caseLists.map((list) => [list, listNames[list], counts ? short(counts[list]) : undefined])}
          onChoose={(list) => onNarrow({ list })}
        />
        <div className="grid grid-cols-[10fr_11fr_9fr] gap-1.5 max-[280px]:grid-cols-2">
          <Choice<Topic | typeof ANY>
            quiet
            label="Topic"
            value={filter.topic ?? ANY}
            options={[ANY, ...topics]}
            names={topicChoices}
            onChoose={(topic) => onNarrow({ topic: topic === ANY ? null : topic })}
          />
          <Choice<Route | typeof ANY>
            quiet
            label="Route"
            value={filter.route ?? ANY}
            options={[ANY, ...routes]}
            names={routeChoices}
            onChoose={(route) => onNarrow({ route: route === ANY ? null : route })}
          />
          {/* What a search finds comes newest first, and who is pending does not wait. */}
          {!seeking && filter.list !== 'pending' && (
            <Choice
              quiet
              label="Order"
              value={filter.order}
              options={['waiting', 'latest']}
              names={orderNames}
              onChoose={(order) => onNarrow({ order })}
            />
          )}
        </div>
      </div>
      {saving !== null && (
        <div
          role="progressbar"
          aria-label="Saving these cases"
          aria-valuenow={saving}
          className="absolute inset-x-0 -bottom-px h-0.5"
        >
          <div className="h-full bg-link" style={{ width: `${saving}%` }} />
        </div>
      )}
    </div>
  );
}

function short(count: number): string {
  return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(count);
}
