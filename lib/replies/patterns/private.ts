import { wayTo } from '../../facts/choose';
import { bareSaying } from '../../facts/fact';
import { type Part, type Pattern, wantsAnswer } from './pattern';

/** Takes it where nobody else reads along: what to send there, and what for. */
export const takePrivate: Pattern = {
  id: 'private',
  approach: 'private',
  suits: wantsAnswer,
  parts: (situation, say) => {
    const { bank, mood, topic, exposed, burning, request } = situation;
    const { moves } = bank;
    const way = wayTo(request.facts, ['dm'], bank.lang);
    const link = way ? bareSaying(way) : null;
    const door: Part = {
      text: link && way ? say(moves.fact.dm, 'dm link', { fact: link }) : null,
      spare: 5,
      uses: way ? [{ kind: 'fact', text: link ?? way.text }] : [],
    };
    if (exposed) {
      return [
        { text: say(moves.takeDown, 'take down'), spare: 0 },
        { text: say(moves.takeDownDm, 'take down, then'), spare: 1 },
        door,
      ];
    }
    if (mood === 'idea') return [{ text: say(moves.ideaDm, 'idea'), spare: 0 }, door];
    if (mood === 'question') return [say.history(3), { text: say(moves.questionDm, 'question'), spare: 0 }, door];
    return [
      burning
        ? { text: say(moves.burning, 'burning'), spare: 0 }
        : mood === 'talk'
          ? { text: say(moves.noted, 'noted'), spare: 2 }
          : say.sorry(),
      say.history(4),
      { text: say(bank.topics[topic].dm, 'dm'), spare: 0 },
      door,
    ];
  },
};
