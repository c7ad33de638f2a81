import { AtSign, CircleQuestionMark, Heart, type LucideIcon, MessageSquareWarning, Unplug } from 'lucide-react';
import type { MarkLook } from '../lib/triage/look';

/** Icons by kind, as on the marks in X's page. */
export const markIcons: Record<MarkLook['kind'], LucideIcon> = {
  complaint: MessageSquareWarning,
  outage: Unplug,
  question: CircleQuestionMark,
  praise: Heart,
  mention: AtSign,
};

const colours: Record<MarkLook['kind'], string> = {
  complaint: 'text-complaint',
  outage: 'text-complaint',
  question: 'text-question',
  praise: 'text-good',
  mention: 'text-secondary',
};

/** Colour by kind, as on the marks in X's page: a guess about somebody's trouble has a hue of its own. */
export function markColour({ kind, guess }: Pick<MarkLook, 'kind' | 'guess'>): string {
  return guess && (kind === 'complaint' || kind === 'outage') ? 'text-trouble' : colours[kind];
}
