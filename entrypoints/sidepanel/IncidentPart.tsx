import { Menu } from '@base-ui/react/menu';
import { useLiveQuery } from 'dexie-react-hooks';
import { ChevronDown, Plus, Unplug } from 'lucide-react';
import { Button } from '../../components/Button';
import { IncidentStateMark } from '../../components/incidents/IncidentRow';
import { MayBelong } from '../../components/incidents/MayBelong';
import { MenuItem, MenuList, MenuSeparator } from '../../components/Menu';
import { useKeyHints } from '../../components/panel-keys';
import type { Notices } from '../../components/use-notice';
import { type Case, isActive } from '../../lib/cases/case';
import { db, incidents } from '../../lib/desk/local';
import { incidentCommands } from './use-incidents';

interface IncidentPartProps {
  shown: Case;
  by: string | null;
  notices: Notices;
  /** The choice of an incident; a key opens it. */
  open: boolean;
  onOpenChange(open: boolean): void;
  onShow(incidentId: string): void;
  onMake(): void;
}

/** Which incident a case belongs to, or a way to say so in one click. */
export function IncidentPart({ shown, by, notices, open, onOpenChange, onShow, onMake }: IncidentPartProps) {
  const { incidentId } = shown;
  const own = useLiveQuery(() => (incidentId ? db.incidents.get(incidentId) : undefined), [incidentId]);
  const others = useLiveQuery(() => incidents.open()) ?? [];
  const fit = useLiveQuery(() => incidents.bestFor(shown.id), [shown.id]);
  const hint = useKeyHints();
  const act = incidentCommands(by, notices);
  if (own) {
    return (
      <p className="flex w-full items-center gap-2">
        <IncidentStateMark state={own.state} />
        <button type="button" className="min-w-0 truncate text-left hover:underline" onClick={() => onShow(own.id)}>
          <bdi className="font-bold">{own.title}</bdi>
        </button>
        <span className="flex-1" />
        <Button look="quiet" onClick={() => void act.unlink(shown.id, shown.number)}>
          Part from it
        </Button>
      </p>
    );
  }
  if (!isActive(shown.status)) return null;
  return (
    <>
      <Menu.Root open={open} onOpenChange={onOpenChange} modal={false}>
        <Menu.Trigger render={<Button icon={Unplug} title={hint('outage')} className="gap-1.5 pr-2.5 pl-3" />}>
          Part of an outage
          <ChevronDown size={14} aria-hidden />
        </Menu.Trigger>
        <MenuList align="start">
          {others.map((incident) => (
            <MenuItem key={incident.id} onClick={() => void act.link(incident.id, [shown.id])}>
              <IncidentStateMark state={incident.state} />
              <bdi className="min-w-0 truncate">{incident.title}</bdi>
            </MenuItem>
          ))}
          {others.length > 0 && <MenuSeparator />}
          <MenuItem icon={Plus} onClick={onMake}>
            New incident
          </MenuItem>
        </MenuList>
      </Menu.Root>
      {fit && (
        <MayBelong
          title={fit.incident.title}
          why={`It ${fit.reasons.join(', ')}.`}
          onLink={() => void act.link(fit.incident.id, [shown.id])}
          onRefuse={() => void act.refuse(fit.incident.id, shown.id, shown.number)}
        />
      )}
    </>
  );
}
