import type { Situation } from '../situation';
import type { Pattern } from './pattern';

const isPraise = ({ request, mood }: Situation): boolean => request.ours !== false && mood === 'praise';

/** Thanks for what was praised. It asks nothing, sells nothing and wants nothing. */
export const thanks: Pattern = {
  id: 'thanks',
  approach: 'thanks',
  suits: isPraise,
  parts: ({ bank, topic, solved }, say) => {
    const { any, person, solved: works } = bank.moves.thanks;
    const wordings = solved ? works : topic === 'appointment' ? person : any;
    return [{ text: say(wordings, 'thanks'), spare: 0 }];
  },
};

/** Thanks, with what happened before. */
export const thanksWithHistory: Pattern = {
  id: 'thanks with history',
  approach: 'thanks',
  suits: isPraise,
  parts: ({ bank, history }, say) => [
    history
      ? {
          text: say(bank.moves.thanks.history, 'thanks', { day: history.day }),
          spare: 0,
          uses: [{ kind: 'history', text: history.day }],
        }
      : { text: say(bank.moves.thanks.any, 'thanks'), spare: 0 },
  ],
};

/** Thanks in a few words. */
export const thanksBriefly: Pattern = {
  id: 'thanks briefly',
  approach: 'thanks',
  suits: isPraise,
  parts: ({ bank }, say) => [{ text: say(bank.moves.thanks.short, 'thanks'), spare: 0 }],
};
