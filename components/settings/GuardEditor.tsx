import { X } from 'lucide-react';
import { type CheckFigures, checkSentences, holdingChecks } from '../../lib/guard/about';
import { type CheckId, checkIds, checkNames, type Policy } from '../../lib/guard/types';
import { Button, IconButton } from '../Button';
import { Choice } from '../Choice';

/** What a check may do: speak as it is made, only hint, or nothing. */
export type CheckLevel = 'full' | 'hint' | 'off';

interface GuardEditorProps {
  policy: Policy;
  /** To the rep at the desk alone, of the last weeks. */
  figures: Partial<Record<CheckId, CheckFigures>>;
  /** Checks that are mostly overridden. */
  soften: readonly CheckId[];
  /** Numbers and addresses that were said to be the brand's own, latest last. */
  ours: readonly string[];
  onSet(id: CheckId, level: CheckLevel): void;
  onForget(words: string): void;
}

const levelNames: Record<CheckLevel, string> = { full: 'Speaks as it is', hint: 'Hint only', off: 'Off' };
const both: readonly CheckLevel[] = ['full', 'hint', 'off'];
const hinting: readonly CheckLevel[] = ['full', 'off'];

function figuresInWords({ held, hinted, overridden }: CheckFigures): string {
  const parts = [
    held > 0 ? `held ${held}` : '',
    hinted > 0 ? `hinted ${hinted}` : '',
    overridden > 0 ? `posted anyway ${overridden}` : '',
  ].filter(Boolean);
  const [first = '', ...rest] = parts;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ');
}

/** What the guard looks for before a post, and how loud each check may be. */
export function GuardEditor({ policy, figures, soften, ours, onSet, onForget }: GuardEditorProps) {
  return (
    <>
      <ul aria-label="Checks" className="border-t border-line">
        {checkIds.map((id) => {
          const spoken = figures[id];
          const level = policy[id] ?? 'full';
          const quieter: CheckLevel = holdingChecks.has(id) && level === 'full' ? 'hint' : 'off';
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
                    {soften.includes(id) && level !== 'off' && (
                      <Button
                        look="quiet"
                        aria-label={`${quieter === 'hint' ? 'Soften' : 'Switch off'}: ${checkNames[id]}`}
                        onClick={() => onSet(id, quieter)}
                      >
                        {quieter === 'hint' ? 'Soften it to a hint' : 'Switch it off'}
                      </Button>
                    )}
                  </p>
                )}
              </div>
              <Choice
                quiet
                label={checkNames[id]}
                value={level === 'hint' && !holdingChecks.has(id) ? 'full' : level}
                options={holdingChecks.has(id) ? both : hinting}
                names={levelNames}
                onChoose={(chosen) => onSet(id, chosen)}
              />
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
