import { describe, expect, it } from 'vitest';
import { proposeForReply, proposeForResolved } from './propose';

const at = (iso: string): number => Date.parse(iso);
const moment = { now: at('2026-11-18T10:20:00Z'), zone: 'Europe/London', existing: [] };
const morning = at('2026-11-19T09:00:00Z');

describe('proposals', () => {
  it('keep what a reply promises, for the next morning', () => {
    expect(proposeForReply([{ words: "I'll check  back" }], "I'll check back, Ada. ^JD", moment)).toEqual({
      dueAt: morning,
      reason: "Promised: “I'll check back”",
    });
    expect(proposeForReply([], 'Sorry about that', moment)).toBeNull();
  });

  it.each([
    ["I'll check back in two hours", '2026-11-18T12:20:00Z'],
    ['We will let you know this afternoon.', '2026-11-18T14:00:00Z'],
    ["I'll write again on Friday", '2026-11-20T09:00:00Z'],
    ["I'll ask again tomorrow at 11:30", '2026-11-19T11:30:00Z'],
    ["I'll check back in 400 years", '2026-11-19T09:00:00Z'],
  ])('are due when they say: %s', (text, due) => {
    expect(proposeForReply([{ words: text }], text, moment)?.dueAt).toBe(at(due));
  });

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
    expect(proposeForReply([{ words: 'I will look' }], 'I will look', { ...moment, existing })).toBeNull();
    expect(proposeForResolved({ topic: 'outage', intent: null, inIncident: true }, { ...moment, existing })).toBeNull();
  });
});
