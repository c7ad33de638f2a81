import { Menu } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import type { Settling } from '../../lib/protocol';
import { type Snooze, snoozeName, snoozes } from '../../lib/queue/queue';
import { Button } from '../Button';
import { MenuItem, MenuList } from '../Menu';
import { useKeyHints } from '../panel-keys';

interface QueueActionsProps {
  now: number;
  /** True while the choice of a snooze is open. */
  choosing: boolean;
  onChoosing(choosing: boolean): void;
  onOpenCase(): void;
  onSettle(how: Settling): void;
  onSnooze(snooze: Snooze): void;
}

/** What can be done to a tweet that needs an answer; each has a key as well. */
export function QueueActions({ now, choosing, onChoosing, onOpenCase, onSettle, onSnooze }: QueueActionsProps) {
  const hint = useKeyHints();
  const snoozeHint = hint('snooze');
  return (
    <div className="mt-3 flex flex-wrap gap-1.5">
      <Button title={hint('openQueued')} className="px-3" onClick={onOpenCase}>
        Open case
      </Button>
      <Button title={hint('dealtWith')} className="px-3" onClick={() => onSettle('dealt')}>
        Dealt with
      </Button>
      <Button title={hint('answeredElsewhere')} className="px-3" onClick={() => onSettle('elsewhere')}>
        Answered elsewhere
      </Button>
      <Button title={hint('notOurs')} className="px-3" onClick={() => onSettle('notOurs')}>
        Not about us
      </Button>
      <Menu.Root open={choosing} onOpenChange={onChoosing} modal={false}>
        <Menu.Trigger render={<Button title={snoozeHint && `${snoozeHint}: 1 hour`} className="gap-1 pr-2.5 pl-3" />}>
          Snooze
          <ChevronDown size={14} aria-hidden />
        </Menu.Trigger>
        <MenuList align="end">
          {snoozes.map((snooze) => (
            <MenuItem key={snooze} onClick={() => onSnooze(snooze)}>
              {snoozeName(snooze, now)}
            </MenuItem>
          ))}
        </MenuList>
      </Menu.Root>
    </div>
  );
}
