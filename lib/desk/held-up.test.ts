import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchHeldUp } from './held-up';

const DESK = 'desk';
/** Names of the locks that are held, each until what was given with it has ended. */
let held: string[];

beforeEach(() => {
  held = [];
  vi.useFakeTimers();
  vi.stubGlobal('navigator', {
    locks: {
      request: async (name: string, _options: object, work: () => Promise<void>) => {
        held.push(name);
        await work();
        held.splice(held.indexOf(name), 1);
      },
      query: async () => ({ held: held.map((name) => ({ name })) }),
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** An attempt to open the desk's database, of which events tell what comes of it. */
function attempt(): { tell: (event: string) => void; giveUp: () => void } {
  const request = new EventTarget();
  const giveUp = vi.fn();
  watchHeldUp(request as unknown as IDBOpenDBRequest, DESK, giveUp);
  return { tell: (event) => void request.dispatchEvent(new Event(event)), giveUp };
}

it('gives up where another window does not let go, and so does whoever stands behind', async () => {
  const first = attempt();
  first.tell('blocked');
  const behind = attempt();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(first.giveUp).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(first.giveUp).toHaveBeenCalledTimes(1);
  expect(behind.giveUp).toHaveBeenCalledTimes(1);
  // The request of the first still stands: who comes now is behind it, too.
  const later = attempt();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(later.giveUp).toHaveBeenCalledTimes(1);
  first.tell('success');
  await vi.advanceTimersByTimeAsync(0);
  const last = attempt();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(last.giveUp).not.toHaveBeenCalled();
  for (const { giveUp } of [first, behind, later]) expect(giveUp).toHaveBeenCalledTimes(1);
});

it('waits for a slow disk and for an update, however long', async () => {
  const slow = attempt();
  const updating = attempt();
  updating.tell('upgradeneeded');
  await vi.advanceTimersByTimeAsync(120_000);
  slow.tell('success');
  updating.tell('success');
  const other = attempt();
  other.tell('blocked');
  other.tell('upgradeneeded');
  await vi.advanceTimersByTimeAsync(120_000);
  for (const { giveUp } of [slow, updating, other]) expect(giveUp).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

it('waits where there are no locks to learn it from', async () => {
  vi.stubGlobal('navigator', undefined);
  const { tell, giveUp } = attempt();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(giveUp).not.toHaveBeenCalled();
  tell('blocked');
  await vi.advanceTimersByTimeAsync(4_000);
  expect(giveUp).toHaveBeenCalledTimes(1);
});
