import { X } from 'lucide-react';
import { checkSentences, holdingChecks } from '../../lib/guard/about';
import type { CheckFigures } from '../../lib/guard/statistics';
import { type CheckId, checkIds, checkNames, type Policy } from '../../lib/guard/types';
import { Button, IconButton } from '../Button';
import { Choice } from '../Choice';
import { SetByTeam } from './SetByTeam';

/** What a check may do: speak as it is made, only hint, or nothing. */
export type CheckLevel = 'full' | 'hint' | 'off';

interface GuardEditorProps {
  policy: Policy;
  /** Checks that the team has set. */
  locked: ReadonlySet<CheckId>;
  /** How the checks fared with the rep at the desk; nobody else is shown. */
  figures: readonly CheckFigures[];
  /** Numbers and addresses that were said to be the brand's own, latest last. */
  ours: readonly string[];
  onSet(id: CheckId, level: CheckLevel): void;
  onForget(words: string): void;
}

const namesOfHolding: Record<CheckLevel, string> = { full: 'Hold or hint', hint: 'Hint only', off: 'Off' };
const namesOfHinting: Record<CheckLevel, string> = { ...namesOfHolding, full: 'Hint' };
const both: readonly CheckLevel[] = ['full', 'hint', 'off'];
const hinting: readonly CheckLevel[] = ['full', 'off'];

function figuresInWords({ spoke, held, overridden, mended }: CheckFigures): string {
  const parts = [
    held > 0 ? `held ${held}` : '',
    spoke > held ? `hinted ${spoke - held}` : '',
    overridden > 0 ? `posted anyway ${overridden}` : '',
    mended > 0 ? `mended ${mended}` : '',
  ].filter(Boolean);
  return `With you: ${parts.join(', ')}`;
}

/** What the guard looks for before a post, and how loud each check may be. */
export function GuardEditor({ policy, locked, figures, ours, onSet, onForget }: GuardEditorProps) {
  return (
    <>
      <ul aria-label="Checks" className="border-t border-line">
        {checkIds.map((id) => {
          const spoken = figures.find((one) => one.id === id);
          const level = policy[id] ?? 'full';
          const quieter = locked.has(id) ? null : (spoken?.soften ?? null);
          return (
            <li
              key={id}
              data-check={id}
              className="grid items-start gap-x-4 gap-y-2 border-b border-line py-3 sm:grid-cols-[1fr_160px]"
            >
              <div>
                <h3 className="font-bold">{checkNames[id]}</h3>
                <p className="text-sm text-pretty text-secondary">{checkSentences[id]}</p>
                {spoken && (
                  <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-sm tabular-nums">
                    {figuresInWords(spoken)}
                    {quieter && (
                      <Button
                        look="quiet"
                        className="h-6"
                        aria-label={`${quieter === 'hint' ? 'Soften' : 'Switch off'}: ${checkNames[id]}`}
                        onClick={() => onSet(id, quieter)}
                      >
                        {quieter === 'hint'
                          ? 'Mostly overridden. Soften it to a hint'
                          : 'Mostly passed over. Switch it off'}
                      </Button>
                    )}
                  </p>
                )}
              </div>
              <div>
                <Choice
                  quiet
                  label={checkNames[id]}
                  value={level === 'hint' && !holdingChecks.has(id) ? 'full' : level}
                  options={holdingChecks.has(id) ? both : hinting}
                  names={holdingChecks.has(id) ? namesOfHolding : namesOfHinting}
                  disabled={locked.has(id)}
                  onChoose={(chosen) => onSet(id, chosen)}
                />
                {locked.has(id) && <SetByTeam className="mt-1" />}
              </div>
            </li>
          );
        })}
      </ul>
      <h3 className="mt-6 font-bold">Numbers and addresses of ours</h3>
      {ours.length === 0 ? (
        <p className="max-w-[560px] text-pretty text-secondary">
          None yet. When the guard asks about a number of your own, “It’s ours” puts it here and it is not asked about
          again. What stands among the service facts need not be here.
        </p>
      ) : (
        <ul aria-label="Numbers and addresses of ours" className="mt-2 flex flex-wrap gap-2">
          {[...ours].reverse().map((words) => (
            <li
              key={words}
              className="inline-flex max-w-full items-center gap-1 rounded-full border border-line-strong pl-3 text-sm"
            >
              <bdi className="truncate">{words}</bdi>
              <IconButton icon={X} label={`Forget ${words}`} className="size-7" onClick={() => onForget(words)} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
