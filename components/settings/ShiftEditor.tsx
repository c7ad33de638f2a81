import { useId } from 'react';
import type { Shift } from '../../lib/settings/shift';
import { clockText } from '../../lib/time/clock-text';

interface ShiftEditorProps {
  shift: Shift;
  onChange(shift: Shift): void;
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const OFFICE = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 18 * 60 };
const NIGHT = { from: 22 * 60, to: 7 * 60 };
const TARGETS = [5, 10, 15, 30, 60, 120, 240, 480, 1_440];

/** How soon customers should have an answer, when the team works, and when nobody is to be notified. */
export function ShiftEditor({ shift, onChange }: ShiftEditorProps) {
  const { target, hours, quiet } = shift;
  const targetId = useId();
  return (
    <div className="space-y-5">
      <div>
        <label htmlFor={targetId} className="block text-sm font-bold">
          An answer within
        </label>
        <select
          id={targetId}
          value={target ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...shift, target: value === '' ? null : Number(value) })
          }
          className="mt-1 h-9 rounded-md border border-line-strong bg-background px-2 text-base text-ink"
        >
          {TARGETS.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes < 60 ? `${minutes} minutes` : minutes === 60 ? '1 hour' : `${minutes / 60} hours`}
            </option>
          ))}
          <option value="">No target</option>
        </select>
      </div>
      <Switch
        label="Count only business hours"
        on={hours !== null}
        onTurn={(on) => onChange({ ...shift, hours: on ? OFFICE : null })}
      />
      {hours && (
        <div className="ml-6 space-y-3">
          <fieldset className="flex flex-wrap gap-x-3 gap-y-1">
            <legend className="sr-only">Days</legend>
            {DAYS.map((name, index) => {
              const day = index + 1;
              const on = hours.days.includes(day);
              return (
                <label key={name} className="inline-flex items-center gap-1.5">
                  <input
                    type="checkbox"
                    checked={on}
                    // A team that never works has no clock.
                    disabled={on && hours.days.length === 1}
                    onChange={() => {
                      const days = on ? hours.days.filter((other) => other !== day) : [...hours.days, day].sort();
                      onChange({ ...shift, hours: { ...hours, days } });
                    }}
                  />
                  {name}
                </label>
              );
            })}
          </fieldset>
          <Span
            {...hours}
            onChange={(span) => onChange({ ...shift, hours: { ...hours, ...span } })}
            labels={['Business hours begin', 'Business hours end']}
          />
        </div>
      )}
      <Switch
        label="Quiet hours: no notifications"
        on={quiet !== null}
        onTurn={(on) => onChange({ ...shift, quiet: on ? NIGHT : null })}
      />
      {quiet && (
        <div className="ml-6">
          <Span
            {...quiet}
            onChange={(span) => onChange({ ...shift, quiet: span })}
            labels={['Quiet hours begin', 'Quiet hours end']}
          />
          <p className="mt-1 text-sm text-secondary">What falls due then is told when they end.</p>
        </div>
      )}
    </div>
  );
}

function Switch({ label, on, onTurn }: { label: string; on: boolean; onTurn(on: boolean): void }) {
  return (
    <label className="flex items-center gap-2">
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => onTurn(currentTarget.checked)} />
      {label}
    </label>
  );
}

interface SpanProps {
  from: number;
  to: number;
  labels: readonly [string, string];
  onChange(span: { from: number; to: number }): void;
}

/** Two times of a day, in minutes since midnight. */
function Span({ from, to, labels, onChange }: SpanProps) {
  const field = (label: string, value: number, write: (minutes: number) => void) => (
    <input
      type="time"
      aria-label={label}
      value={clockText(value)}
      onChange={({ currentTarget }) => {
        const [hour, minute] = currentTarget.value.split(':').map(Number);
        if (hour !== undefined && minute !== undefined) write(hour * 60 + minute);
      }}
      className="h-9 rounded-md border border-line-strong bg-background px-2 text-base"
    />
  );
  return (
    <div className="flex items-center gap-2">
      {field(labels[0], from, (minutes) => onChange({ from: minutes, to }))}
      to
      {field(labels[1], to, (minutes) => onChange({ from, to: minutes }))}
    </div>
  );
}
