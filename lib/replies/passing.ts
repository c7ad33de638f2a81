import type { CheckId, Verdict } from '../guard/types';
import type { Drafter } from './drafters';
import type { ReplyRequest, Suggestion } from './request';

/** So often what the guard speaks of is put in other words; then it is left out. */
const ATTEMPTS = 8;

/** What is about answering at all and not about the words: whoever asks for words has decided that. */
const OF_THE_MOMENT: ReadonlySet<CheckId> = new Set(['already-answered', 'butting-in']);

/** True if the guard has nothing to say of these words. */
export function passes({ checks }: Verdict): boolean {
  return checks.every(({ id }) => OF_THE_MOMENT.has(id));
}

/**
 * Proposes replies of which the guard says nothing: a tool that offers what it then holds is not believed again.
 *
 * @param look what the guard says of a text
 */
export async function draftPassing(
  drafter: Drafter,
  request: ReplyRequest,
  look: (text: string) => Promise<Verdict> | Verdict,
): Promise<Suggestion[]> {
  const known = new Map<string, boolean>();
  const judge = async ({ text }: Suggestion): Promise<void> => {
    if (!known.has(text)) known.set(text, passes(await look(text)));
  };
  const isGood = ({ text }: Suggestion): boolean => known.get(text) === true;
  let offered = await drafter.draft(request);
  for (let variant = 1; variant <= ATTEMPTS; variant++) {
    await Promise.all(offered.map(judge));
    if (offered.every(isGood)) break;
    const refused = [...known].flatMap(([text, good]) => (good ? [] : [text]));
    const next = await drafter.draft({ ...request, variant, recent: [...request.recent, ...refused] });
    await Promise.all(next.map(judge));
    const spare = next.filter((one) => isGood(one) && !offered.some(({ text }) => text === one.text));
    offered = offered.map((one) => {
      if (isGood(one)) return one;
      const at = spare.findIndex(({ approach }) => approach === one.approach);
      return at === -1 ? one : (spare.splice(at, 1)[0] ?? one);
    });
  }
  return offered.filter(isGood);
}
