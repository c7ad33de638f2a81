import { type FormEvent, useId, useState } from 'react';
import {
  type Incident,
  type IncidentFields,
  type IncidentState,
  incidentStateNames,
  incidentStates,
} from '../../lib/incidents/incident';
import { weightedLength } from '../../lib/text/weight';
import { Button } from '../Button';
import { Choice } from '../Choice';
import { Field } from '../Field';

interface IncidentFormProps {
  /** What the fields begin with. */
  fields: Partial<Incident>;
  now: number;
  saveLabel: string;
  onSave(fields: IncidentFields): void;
  onCancel(): void;
}

/** Replies need room for a name, a next step and initials beside the message. */
const LONGEST_MESSAGE = 200;

/** What is known of an incident, written by the rep. */
export function IncidentForm({ fields, now, saveLabel, onSave, onCancel }: IncidentFormProps) {
  const [title, setTitle] = useState(fields.title ?? '');
  const [area, setArea] = useState(fields.area ?? '');
  const [state, setState] = useState<IncidentState>(fields.state ?? 'suspected');
  const [since, setSince] = useState(localTime(fields.since ?? now));
  const [expected, setExpected] = useState(fields.expected ? localTime(fields.expected) : '');
  const [message, setMessage] = useState(fields.message ?? '');
  const [link, setLink] = useState(fields.link ?? '');
  const [tried, setTried] = useState(false);
  const messageId = useId();

  const length = weightedLength(message.trim());
  const begun = Date.parse(since);
  const ends = expected === '' ? null : Date.parse(expected);
  const problems = {
    title: title.trim() === '' ? 'Give it a name, like “Outage in Whitten”.' : null,
    area: area.trim() === '' ? 'Where is it? Tweets and cases that name the place are proposed for it.' : null,
    since: Number.isNaN(begun) ? 'Choose day and time.' : begun > now + 60_000 ? 'That is still ahead.' : null,
    expected: ends !== null && ends <= begun ? 'It cannot be over before it began.' : null,
    message: length > LONGEST_MESSAGE ? `${length} of at most ${LONGEST_MESSAGE}: replies need room for more.` : null,
    link: link.trim() !== '' && !/^https?:\/\/[^\s/]+\.\S+$/i.test(link.trim()) ? 'A link begins with https://.' : null,
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.values(problems).some((problem) => problem !== null)) return;
    onSave({
      title: title.trim(),
      area: area.trim(),
      state,
      since: begun,
      expected: ends,
      message: message.trim(),
      link: link.trim() || null,
      lang: fields.lang ?? null,
    });
  };
  const shown = (problem: string | null): string | null => (tried ? problem : null);
  return (
    <form onSubmit={submit} noValidate className="space-y-3 px-4 py-3 text-sm">
      <Field
        label="Title"
        value={title}
        maxLength={80}
        autoFocus
        problem={shown(problems.title)}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <Field
        label="Area"
        hint="Places with commas between them"
        value={area}
        maxLength={200}
        problem={shown(problems.area)}
        onChange={({ currentTarget }) => setArea(currentTarget.value)}
      />
      <Choice label="State" value={state} options={incidentStates} names={incidentStateNames} onChoose={setState} />
      <div className="grid gap-3 min-[380px]:grid-cols-2">
        <Field
          label="Since"
          type="datetime-local"
          value={since}
          problem={shown(problems.since)}
          onChange={({ currentTarget }) => setSince(currentTarget.value)}
        />
        <Field
          label="Expected to be over"
          type="datetime-local"
          value={expected}
          problem={shown(problems.expected)}
          onChange={({ currentTarget }) => setExpected(currentTarget.value)}
        />
      </div>
      <div>
        <label htmlFor={messageId} className="block font-bold">
          What to tell customers
        </label>
        <p className="text-secondary">Stands in replies word for word.</p>
        <textarea
          id={messageId}
          rows={3}
          value={message}
          aria-invalid={problems.message ? true : undefined}
          aria-describedby={`${messageId}-length`}
          onChange={({ currentTarget }) => setMessage(currentTarget.value)}
          className="mt-1 w-full rounded-md border border-line-strong bg-background px-3 py-2 text-base aria-invalid:border-complaint"
        />
        <p id={`${messageId}-length`} className={problems.message ? 'text-complaint' : 'text-secondary'}>
          {problems.message ?? `${length} of ${LONGEST_MESSAGE}`}
        </p>
      </div>
      <Field
        label="Link"
        placeholder="https://"
        value={link}
        maxLength={500}
        problem={shown(problems.link)}
        onChange={({ currentTarget }) => setLink(currentTarget.value)}
      />
      <div className="flex justify-end gap-2 pt-1">
        <Button onClick={onCancel}>Cancel</Button>
        <Button look="primary" type="submit">
          {saveLabel}
        </Button>
      </div>
    </form>
  );
}

/** A moment as the browser's field for day and time writes it, by this computer's clock. */
function localTime(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
