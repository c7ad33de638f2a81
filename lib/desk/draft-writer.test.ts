import { describe, expect, it, vi } from 'vitest';
import { type DraftState, DraftWriter } from './draft-writer';

function slowStore() {
  const started: string[] = [];
  const finish: { done: () => void; fail: (error: Error) => void }[] = [];
  const states: DraftState['kind'][] = [];
  const writer = new DraftWriter(
    (caseId, text) => {
      started.push(`${caseId}:${text}`);
      return new Promise((resolve, reject) => finish.push({ done: resolve, fail: reject }));
    },
    (_, state) => states.push(state.kind),
  );
  return { started, finish, states, writer };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('DraftWriter', () => {
  it('starts at once and skips texts that are out of date', async () => {
    const { started, finish, states, writer } = slowStore();
    writer.write('a', 'h');
    writer.write('a', 'he');
    writer.write('a', 'hey');
    expect(started).toEqual(['a:h']);
    finish[0]?.done();
    await settle();
    expect(started).toEqual(['a:h', 'a:hey']);
    expect(writer.isWriting('a')).toBe(true);
    finish[1]?.done();
    await settle();
    expect(writer.isWriting('a')).toBe(false);
    expect(states.at(-1)).toBe('saved');
  });

  it('keeps the texts of different cases apart', async () => {
    const { started, finish, writer } = slowStore();
    writer.write('a', '1');
    writer.write('a', '2');
    writer.write('b', '3');
    finish[0]?.done();
    await settle();
    finish[1]?.done();
    await settle();
    expect(started).toEqual(['a:1', 'a:2', 'b:3']);
  });

  it('does a task between the texts before and after it', async () => {
    const order: string[] = [];
    const writer = new DraftWriter(
      async (_, text) => {
        order.push(text);
      },
      () => {},
    );
    writer.write('a', 'before');
    const task = writer.after(async () => {
      order.push('task');
      return 7;
    });
    writer.write('a', 'after');
    expect(await task).toBe(7);
    await settle();
    expect(order).toEqual(['before', 'task', 'after']);
  });

  it('goes on after a task or a write that failed', async () => {
    const { started, finish, states, writer } = slowStore();
    await expect(writer.after(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    writer.write('a', '1');
    await settle();
    finish[0]?.fail(new Error('full'));
    await settle();
    expect(states.at(-1)).toBe('failed');
    expect(writer.unsaved('a')?.text).toBe('1');
    writer.write('a', '2');
    expect(started.at(-1)).toBe('a:2');
  });

  it('writes what waits when the page goes away', () => {
    const save = vi.fn(() => new Promise<void>(() => {}));
    const writer = new DraftWriter(save, () => {});
    writer.write('a', '1');
    writer.write('a', '2');
    writer.flush();
    expect(save).toHaveBeenLastCalledWith('a', '2');
  });

  it('forgets what could not be saved once it has found its place elsewhere', async () => {
    const { finish, states, writer } = slowStore();
    writer.write('a', 'lost');
    finish[0]?.fail(new Error('full'));
    await settle();
    expect(writer.unsaved('a')).toMatchObject({ text: 'lost' });
    writer.forget('a');
    expect(writer.unsaved('a')).toBeNull();
    expect(states).toEqual(['saving', 'failed', 'saved']);
    writer.forget('a');
    expect(states.length).toBe(3);
  });
});
