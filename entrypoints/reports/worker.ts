import { describeFailure, hearFailures } from '../../lib/desk/failure';
import { Ledger } from '../../lib/desk/ledger';
import { context } from '../../lib/desk/local';
import { percent } from '../../lib/progress';
import { makeTurns } from '../../lib/queue/in-turn';
import type { Answered, Asked, Question, Questions } from '../../lib/reports/messages';
import { readColleaguesFile } from '../../lib/reports/read-file';

/*
 * The thread that counts, so that the page never stands still. It reads the database itself and keeps what it has read
 * until the page is closed.
 */

// The scope of a worker is to its inside what a `Worker` is to the page.
const page = self as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>;
const send = (answered: Answered): void => page.postMessage(answered);
const ledger = new Ledger(context);
// Only the page can write down what failed.
hearFailures((error) => {
  const { name = '', stack = '' } = error instanceof Error ? error : {};
  send({ trouble: { name, stack } });
});

type Tell = (words: string) => void;
const answers: { [What in Question]: (ask: Questions[What]['ask'], tell: Tell) => Promise<Questions[What]['answer']> } =
  {
    read: (_ask, tell) => ledger.read(tell),
    report: async (query) => ledger.report(query),
    cases: async ({ query, pick, limit }) => ledger.cases(query, pick, limit),
    closeFile: (id) => ledger.close(id),
    recount: (_ask, tell) => ledger.recount(tell),
    async openFile({ file, passphrase }, tell) {
      const reading = { passphrase, schema: context.db.verno, progress: percent('Reading the file', tell) };
      const read = await readColleaguesFile(file, reading);
      if (!read.ok) return read;
      tell('Laying it beside this desk');
      return { ok: true, overview: await ledger.open(read.file) };
    },
  };

/** One after the other: each question may change what the next one is answered from. */
const inTurn = makeTurns();

page.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { id, what, ask } = data;
  const answer = answers[what] as (ask: unknown, tell: Tell) => Promise<unknown>;
  inTurn(() => answer(ask, (progress) => send({ id, progress })))
    .then((value) => send({ id, answer: value }))
    .catch((error: unknown) => send({ id, failure: failureOf(error) }));
});

function failureOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'NotReadableError') {
    return 'The file could not be read: it is gone or locked.';
  }
  return describeFailure(error, null, 'read');
}
