import type { Situation } from '../situation';
import type { Pattern } from './pattern';

const notOurs = ({ request }: Situation): boolean => request.ours === false;

/** The first account in the tweet that is not the brand's. */
function otherHandle({ request }: Situation): string | null {
  const own = new Set((request.brand?.handles ?? []).map((handle) => handle.toLowerCase().replace(/^@/, '')));
  if (!request.brand) return null;
  const named = [...request.tweet.text.matchAll(/[@＠](\w{1,15})/g)].map(([, name = '']) => name);
  const other = named.find((name) => !own.has(name.toLowerCase()));
  return other ? `@${other}` : null;
}

/** Says kindly that it is another company's, and where to go. */
export const sorryNotUs: Pattern = {
  id: 'not ours',
  approach: 'not-ours',
  suits: notOurs,
  parts: (situation, say) => {
    const { notOurs: sorry, elsewhere } = situation.bank.moves;
    const handle = otherHandle(situation);
    return [
      { text: say(sorry, 'sorry'), spare: 0 },
      handle
        ? { text: say(elsewhere.named, 'where', { handle }), spare: 1, uses: [{ kind: 'handle', text: handle }] }
        : { text: say(elsewhere.unnamed, 'where'), spare: 1 },
    ];
  },
};

/** The same in one sentence. */
export const sorryNotUsBriefly: Pattern = {
  id: 'not ours, briefly',
  approach: 'not-ours',
  suits: notOurs,
  parts: ({ bank }, say) => [{ text: say(bank.moves.notOurs, 'sorry'), spare: 0 }],
};
