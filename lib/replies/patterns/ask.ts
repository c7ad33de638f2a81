import type { Question } from '../phrases/bank';
import type { Situation } from '../situation';
import { type Pattern, wantsAnswer } from './pattern';

/** Questions whose answer the tweet does not hold already. */
function openQuestions({ bank, topic, mood, told }: Situation): string[] {
  const questions: readonly Question[] = mood === 'question' ? bank.moves.questionAsk : bank.topics[topic].ask;
  const open = questions.filter(([, ...needless]) => !needless.some((known) => told.has(known)));
  return (open.length > 0 ? open : questions).map(([text]) => text);
}

/** Asks the one question whose answer tells what to do. */
export const ask: Pattern = {
  id: 'ask',
  approach: 'ask',
  suits: wantsAnswer,
  parts: (situation, say) => {
    const { bank, mood, exposed, burning, incident, unasked, request } = situation;
    const { moves } = bank;
    if (exposed) {
      return [
        { text: say(moves.takeDown, 'take down'), spare: 0 },
        { text: say(moves.takeDownAsk, 'take down?'), spare: 1 },
      ];
    }
    if (mood === 'idea') {
      return [
        { text: say(moves.idea, 'idea'), spare: 2 },
        { text: say(moves.ideaAsk, 'idea?'), spare: 0 },
      ];
    }
    const opening =
      mood === 'question'
        ? []
        : [
            burning
              ? { text: say(moves.burning, 'burning'), spare: 0 }
              : mood === 'talk'
                ? { text: say(moves.noted, 'noted'), spare: 2 }
                : say.sorry(),
          ];
    const area = incident && !incident.certain ? incident.area : null;
    const brand = request.brand?.name;
    const question = area
      ? {
          text: say(moves.incident.ask, 'area?', { area }),
          spare: 0,
          uses: [{ kind: 'incident' as const, text: area }],
        }
      : unasked && brand
        ? { text: say(moves.askOurs, 'ours?', { brand }), spare: 0 }
        : { text: say(openQuestions(situation), 'question'), spare: 0 };
    return [...opening, say.history(3), question];
  },
};
