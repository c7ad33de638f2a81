import { ClipboardPaste, Plus } from 'lucide-react';
import { useId } from 'react';
import type { Conflict } from '../../lib/facts/conflicts';
import { type Channel, channelNames, channels, saying } from '../../lib/facts/fact';
import type { FactForm, FactProblems } from '../../lib/facts/form';
import type { Offered } from '../../lib/facts/offered';
import { Button } from '../Button';
import { Choice } from '../Choice';
import { Field } from '../Field';
import { EditableRow, moved } from './EditableRow';
import { useOpened } from './use-opened';

interface FactsEditorProps {
  facts: readonly FactForm[];
  /** What is wrong with which, by id. */
  problems: Record<string, FactProblems>;
  conflicts: readonly Conflict[];
  /** How often replies have offered each channel. */
  offered: Offered;
  topics: readonly string[];
  /** Names of the languages to choose from, by code; the empty code stands for any. */
  languages: Readonly<Record<string, string>>;
  locked?: boolean;
  onChange(facts: FactForm[]): void;
  onRemove(fact: FactForm): void;
  /** Adds a line without anything in it, and gives its id. */
  onAdd(): string;
  onPaste(): void;
}

const nameOf = ({ topic, channel }: FactForm): string => `${channelNames[channel]}, ${topic || 'Anything'}`;

/** What is true of the service, a line each; in a reply the first that fits is used. */
export function FactsEditor(props: FactsEditorProps) {
  const { facts, problems, conflicts, offered, topics, languages, locked, onChange, onRemove, onAdd, onPaste } = props;
  const { opened, turn } = useOpened();
  const topicList = useId();
  const set = (fact: FactForm, changes: Partial<FactForm>): void =>
    onChange(facts.map((other) => (other === fact ? { ...fact, ...changes } : other)));
  return (
    <>
      {facts.length === 0 && (
        <p className="max-w-[560px] text-pretty text-secondary">
          Nothing yet. Add your status page, help pages, phone, hours or a current notice: suggestions use what answers
          the question, and say what to find out where nothing does.
        </p>
      )}
      <datalist id={topicList}>
        {topics.map((topic) => (
          <option key={topic} value={topic} />
        ))}
      </datalist>
      {facts.length > 0 && (
        <ul aria-label="Service facts" className="border-t border-line">
          {facts.map((fact, at) => (
            <EditableRow
              key={fact.id}
              name={nameOf(fact)}
              open={opened.has(fact.id)}
              wrong={problems[fact.id] !== undefined}
              locked={locked}
              isFirst={at === 0}
              isLast={at === facts.length - 1}
              summary={<Summary {...{ fact, conflicts, languages }} problems={problems[fact.id]} />}
              onOpen={(open) => turn(fact.id, open)}
              onMove={(by) => onChange(moved(facts, at, by))}
              onRemove={() => onRemove(fact)}
            >
              <Fields {...props} {...{ fact, topicList }} problems={problems[fact.id]} onSet={(it) => set(fact, it)} />
            </EditableRow>
          ))}
        </ul>
      )}
      {!locked && (
        <div className="mt-4 flex flex-wrap gap-2">
          <Button icon={Plus} onClick={() => turn(onAdd(), true)}>
            Add a fact
          </Button>
          <Button icon={ClipboardPaste} onClick={onPaste}>
            Paste several
          </Button>
        </div>
      )}
      <OfferedCounts offered={offered} />
    </>
  );
}

function Summary({
  fact,
  problems,
  conflicts,
  languages,
}: {
  fact: FactForm;
  problems: FactProblems | undefined;
} & Pick<FactsEditorProps, 'conflicts' | 'languages'>) {
  const told = conflicts.flatMap(({ one, other, why }) => {
    if (one.id !== fact.id && other.id !== fact.id) return [];
    const rival = one.id === fact.id ? other : one;
    const where = `“${saying(rival)}”`;
    return why === 'twice' ? [`${where} stands here twice.`] : [`${where} says otherwise: keep one of them.`];
  });
  const said = [fact.text, fact.link].filter(Boolean).join(' ');
  return (
    <>
      <span className="block font-bold">
        {channelNames[fact.channel]} <span className="font-normal text-secondary">· {fact.topic || 'Anything'}</span>
        {fact.lang && <span className="font-normal text-secondary"> · {languages[fact.lang] ?? fact.lang}</span>}
      </span>
      <bdi className="block truncate text-secondary">{said || 'Nothing written yet'}</bdi>
      {problems && <span className="block text-sm text-complaint">{Object.values(problems)[0]}</span>}
      {told.map((words) => (
        <span key={words} className="block text-sm text-trouble">
          {words}
        </span>
      ))}
    </>
  );
}

function Fields({
  fact,
  problems,
  languages,
  topicList,
  onSet,
}: {
  fact: FactForm;
  problems: FactProblems | undefined;
  languages: Readonly<Record<string, string>>;
  topicList: string;
  onSet(changes: Partial<FactForm>): void;
}) {
  const id = useId();
  // A language that is in none of the lists is kept all the same.
  const names: Record<string, string> = { ...languages, [fact.lang]: languages[fact.lang] ?? fact.lang };
  return (
    <div className="grid gap-3">
      <div className="grid items-start gap-3 sm:grid-cols-[1fr_160px_160px]">
        <Field
          label="Topic"
          name="fact-topic"
          list={topicList}
          placeholder="Anything"
          value={fact.topic}
          problem={problems?.topic}
          onChange={(event) => onSet({ topic: event.target.value })}
        />
        <Choice
          inForm
          label="Channel"
          value={fact.channel}
          options={channels}
          names={channelNames}
          onChoose={(channel: Channel) => onSet({ channel })}
        />
        <Choice
          inForm
          label="Language"
          value={fact.lang}
          options={Object.keys(names)}
          names={names}
          onChoose={(lang) => onSet({ lang })}
        />
      </div>
      <div>
        <label htmlFor={`${id}text`} className="block text-sm font-bold">
          What a reply says
        </label>
        <textarea
          id={`${id}text`}
          name="fact-text"
          rows={2}
          dir="auto"
          value={fact.text}
          placeholder="A number, an address, or a sentence in that language"
          aria-invalid={problems?.text ? true : undefined}
          aria-describedby={problems?.text ? `${id}problem` : undefined}
          onChange={(event) => onSet({ text: event.target.value })}
          className="mt-1 block w-full resize-y rounded-md border border-line-strong bg-background px-3 py-1.5 text-base aria-invalid:border-complaint disabled:bg-raised disabled:text-secondary"
        />
        {problems?.text && (
          <p id={`${id}problem`} className="mt-1 text-sm text-complaint">
            {problems.text}
          </p>
        )}
      </div>
      <Field
        label="Link"
        name="fact-link"
        inputMode="url"
        placeholder="https://"
        value={fact.link}
        problem={problems?.link}
        onChange={(event) => onSet({ link: event.target.value })}
      />
    </div>
  );
}

function OfferedCounts({ offered }: { offered: Offered }) {
  const counted = channels.filter((channel) => offered[channel] > 0);
  if (counted.length === 0) return null;
  return (
    <p className="mt-4 text-sm text-secondary tabular-nums">
      Offered in replies so far:{' '}
      {counted.map((channel) => `${channelNames[channel].toLowerCase()} ${offered[channel]}`).join(' · ')}
    </p>
  );
}
