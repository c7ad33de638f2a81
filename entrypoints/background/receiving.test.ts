import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ToldError } from '../../lib/desk/failure';
import { pageMessages, panelMessages } from '../../lib/protocol';
import { z } from '../../lib/schema';

const noteError = vi.fn();
vi.mock('../../lib/browser/errors', () => ({ noteError }));

const { receive } = await import('./receiving');

const SECRET = 'my address is 12 Harbour Street';
const REFUSAL = 'Not understood.';

/** Everything that was written to the console, or noted for a diagnosis. */
function written(): string {
  const said = [console.warn, console.error].flatMap((log) => vi.mocked(log).mock.calls);
  return JSON.stringify([...said, ...noteError.mock.calls]);
}

beforeEach(() => {
  noteError.mockReset();
  for (const level of ['warn', 'error'] as const) {
    vi.spyOn(console, level)
      .mockClear()
      .mockImplementation(() => {});
  }
});

describe('a message that does not fit', () => {
  it('is refused before anything is done, and noted by its name and by where it is wrong', async () => {
    const handle = vi.fn();
    const schema = z.strictObject({ reply: z.strictObject({ text: z.string().max(5) }), to: z.array(z.int()) });
    const answer = await receive('replySeen', schema, { reply: { text: SECRET }, to: [SECRET] }, REFUSAL, handle);
    expect(answer).toEqual({ ok: false, reason: REFUSAL });
    expect(handle).not.toHaveBeenCalled();
    expect(vi.mocked(console.warn).mock.calls).toEqual([['Refused a message: replySeen (reply.text, to.0)']]);
    expect(noteError.mock.calls).toEqual([['message replySeen', { name: 'RefusedMessage' }]]);
  });

  it.each(Object.entries({ ...pageMessages, ...panelMessages }))(
    'of the name %s leaves no trace of what it said',
    async (name, schema) => {
      const wrong = [
        SECRET,
        { [SECRET]: SECRET },
        {
          tweetId: SECRET,
          requestId: SECRET,
          tweet: { text: SECRET, [SECRET]: SECRET },
          thread: [SECRET],
          [SECRET]: 1,
        },
      ];
      for (const data of wrong) {
        const answer = await receive<unknown, null>(name, schema, data, REFUSAL, () => null);
        expect(answer).toEqual({ ok: false, reason: REFUSAL });
      }
      expect(noteError).toHaveBeenCalledTimes(wrong.length);
      expect(written()).not.toContain('Harbour');
    },
  );
});

describe('a message that fits', () => {
  const schema = z.strictObject({ text: z.string() });

  it('is handled in the same turn', async () => {
    const handle = vi.fn(({ text }: { text: string }) => text.length);
    const answer = receive('look', schema, { text: 'four' }, REFUSAL, handle);
    expect(handle).toHaveBeenCalledWith({ text: 'four' });
    expect(await answer).toEqual({ ok: true, value: 4 });
    expect(written()).toBe('[]');
  });

  it('is answered in words where that fails, and the console is told the name of the error only', async () => {
    const error = new RangeError(SECRET);
    const answer = await receive('look', schema, { text: SECRET }, REFUSAL, () => Promise.reject(error));
    expect(answer).toEqual({ ok: false, reason: expect.stringContaining('Could not save') });
    expect(vi.mocked(console.error).mock.calls).toEqual([['look failed:', 'RangeError']]);
    // Of an error, what may be kept is picked there: never its message.
    expect(noteError.mock.calls).toEqual([['message look', error]]);
  });

  it('is told why in the very words that are for the rep, which are no fault to note', async () => {
    const answer = await receive('look', schema, { text: '' }, REFUSAL, () => {
      throw new ToldError('The case is gone.');
    });
    expect(answer).toEqual({ ok: false, reason: 'The case is gone.' });
    expect(noteError).not.toHaveBeenCalled();
  });
});
