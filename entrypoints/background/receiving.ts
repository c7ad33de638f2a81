import type { z } from 'zod';
import { noteError } from '../../lib/browser/errors';
import { describeFailure, ToldError } from '../../lib/desk/failure';
import type { Answered } from '../../lib/protocol';

/** Checks a message and handles it in the same turn; what does not fit is refused, and logged without its content. */
export async function receive<Data, Reply>(
  name: string,
  schema: z.ZodType<Data>,
  data: unknown,
  refusal: string,
  handle: (data: Data) => Promise<Reply> | Reply,
): Promise<Answered<Reply>> {
  const checked = schema.safeParse(data);
  if (!checked.success) {
    const where = checked.error.issues.map((issue) => issue.path.join('.')).join(', ');
    console.warn(`Refused a message: ${name} (${where})`);
    noteError(`message ${name}`, { name: 'RefusedMessage' });
    return { ok: false, reason: refusal };
  }
  try {
    return { ok: true, value: await handle(checked.data) };
  } catch (error) {
    console.error(`${name} failed:`, error instanceof Error ? error.name : typeof error);
    if (!(error instanceof ToldError)) noteError(`message ${name}`, error);
    return { ok: false, reason: describeFailure(error, null) };
  }
}
