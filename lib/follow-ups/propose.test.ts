import { describe, expect, it } from 'vitest';
import { proposeForResolved } from './propose';

const at = (iso: string): number => Date.parse(iso);
const moment = { now: at('2026-11-18T10:20:00Z'), zone: 'Europe/London', existing: [] };
const morning = at('2026-11-19T09:00:00Z');

describe('proposals', () => {
  it('come after something that was fixed, not after every question', () => {
    const resolved = { topic: 'outage', intent: 'complaint', inIncident: false } as const;
    expect(proposeForResolved(resolved, moment)).toEqual({ dueAt: morning, reason: 'Is the service still up?' });
    expect(proposeForResolved({ ...resolved, topic: 'device', intent: null }, moment)).not.toBeNull();
    expect(proposeForResolved({ ...resolved, topic: 'device', intent: 'question' }, moment)).toBeNull();
    expect(proposeForResolved({ ...resolved, topic: 'billing' }, moment)).toBeNull();
    expect(proposeForResolved({ ...resolved, topic: 'other', inIncident: true }, moment)).not.toBeNull();
  });

  it('are not made where a follow-up waits already', () => {
    const existing = [{ state: 'done' as const }, { state: 'waiting' as const }];
    expect(proposeForResolved({ topic: 'outage', intent: null, inIncident: true }, { ...moment, existing })).toBeNull();
  });
});
