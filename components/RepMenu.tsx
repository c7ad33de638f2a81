import { Menu } from '@base-ui/react/menu';
import { ArrowRightLeft, ChartColumn, Check, ChevronDown, HardDriveDownload, UserPlus } from 'lucide-react';
import type { RefObject } from 'react';
import type { DeskReps, Rep } from '../lib/settings/settings';
import { MenuItem, MenuList, MenuSeparator } from './Menu';
import { menuLooks } from './menu-looks';

interface RepMenuProps {
  ref?: RefObject<HTMLButtonElement | null>;
  desk: DeskReps;
  open: boolean;
  onOpenChange(open: boolean): void;
  onSwitch(id: string): void;
  onAdd(): void;
  onHandOver(): void;
  onReports(): void;
  /** How the backups stand, in a few words; nothing while that is being read. */
  backup: string | null;
  onBackup(): void;
}

/** Who is at the desk; another rep sits down in two clicks. */
export function RepMenu({
  ref,
  desk,
  open,
  onOpenChange,
  onSwitch,
  onAdd,
  onHandOver,
  onReports,
  backup,
  onBackup,
}: RepMenuProps) {
  const current = desk.reps.find(({ id }) => id === desk.current);
  return (
    <Menu.Root open={open} onOpenChange={onOpenChange}>
      <Menu.Trigger
        ref={ref}
        aria-label={current ? `At the desk: ${fullName(current)}. Change` : 'Nobody is at the desk yet'}
        className="-ml-2 flex h-8 min-w-0 items-center gap-1.5 rounded-full px-2 text-sm transition hover:bg-raised data-popup-open:bg-raised"
      >
        {current ? (
          <RepName rep={current} className="font-bold" />
        ) : (
          <span className="truncate text-secondary">Who is at the desk?</span>
        )}
        <ChevronDown size={14} aria-hidden className="shrink-0 text-secondary" />
      </Menu.Trigger>
      <MenuList align="start">
        {desk.reps.length > 0 && (
          <>
            <Menu.RadioGroup value={desk.current ?? ''} onValueChange={(id: string) => onSwitch(id)}>
              {desk.reps.map((rep) => (
                <Menu.RadioItem key={rep.id} value={rep.id} closeOnClick className={menuLooks.item}>
                  <span className="inline-flex w-4 shrink-0">
                    <Menu.RadioItemIndicator>
                      <Check size={15} aria-hidden />
                    </Menu.RadioItemIndicator>
                  </span>
                  <RepName rep={rep} className="min-w-0 flex-1" />
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <MenuSeparator />
          </>
        )}
        <MenuItem icon={UserPlus} onClick={onAdd}>
          Add somebody
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={ArrowRightLeft} onClick={onHandOver}>
          Hand over the shift
        </MenuItem>
        <MenuItem icon={ChartColumn} onClick={onReports}>
          Reports
        </MenuItem>
        {backup !== null && (
          <MenuItem icon={HardDriveDownload} onClick={onBackup}>
            <span className="min-w-0 text-secondary">{backup}</span>
          </MenuItem>
        )}
      </MenuList>
    </Menu.Root>
  );
}

/** A rep by their name, or else by how they sign; beside a name stand the initials. */
function RepName({ rep: { name, initials, handle }, className }: { rep: Rep; className: string }) {
  return (
    <>
      <bdi className={`truncate ${className}`}>{name || initials || `@${handle}`}</bdi>
      {name && initials && <span className="shrink-0 text-secondary">^{initials}</span>}
    </>
  );
}

function fullName(rep: Rep): string {
  return [rep.name, rep.initials].filter(Boolean).join(', ') || `@${rep.handle}`;
}
