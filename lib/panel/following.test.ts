import { describe, expect, it } from 'vitest';
import { type Following, type FollowingEvent, follow, followingNobody } from './following';

const looked = (handle: string, how: { asked?: boolean; busy?: boolean } = {}): FollowingEvent => ({
  kind: 'looked',
  handle,
  asked: false,
  busy: false,
  ...how,
});
const at = (handle: string, rest: Partial<Following> = {}): Following => ({
  ...followingNobody,
  target: { handle, caseId: null },
  ...rest,
});

describe('the panel', () => {
  it('follows the page', () => {
    expect(follow(at('ana'), looked('bo'))).toEqual(at('bo'));
  });

  it('stays while a field is written in, and remembers only the latest', () => {
    const held = follow(follow(at('ana'), looked('bo', { busy: true })), looked('cem', { busy: true }));
    expect(held).toEqual(at('ana', { waiting: 'cem' }));
    expect(follow(held, { kind: 'show' })).toEqual(at('cem'));
  });

  it('forgets who waits when the page comes back to the customer shown', () => {
    expect(follow(at('ana', { waiting: 'bo' }), looked('ANA'))).toEqual(at('ana'));
  });

  it('goes where the rep asked, even while writing or pinned, and keeps the pin', () => {
    expect(follow(at('ana', { pinned: true }), looked('bo', { asked: true, busy: true }))).toEqual(
      at('bo', { pinned: true }),
    );
  });

  it('stays where it is pinned, and follows again when let go', () => {
    const pinned = follow(at('ana', { pinned: true }), looked('bo'));
    expect(pinned.target?.handle).toBe('ana');
    expect(follow(pinned, { kind: 'pinned', pinned: false })).toEqual(at('bo'));
  });

  it('shows something if it has nothing to hold on to', () => {
    expect(follow(followingNobody, looked('bo', { busy: true }))).toEqual(at('bo'));
  });

  it('keeps an older case in view while the page stays with its customer', () => {
    const chosen = follow(at('ana'), { kind: 'chosen', target: { handle: 'ana', caseId: 'old' } });
    expect(follow(chosen, looked('ana')).target?.caseId).toBe('old');
    expect(follow(chosen, looked('ana', { asked: true })).target?.caseId).toBeNull();
  });
});
