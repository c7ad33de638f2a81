import { missingFor } from '../missing';
import type { Situation } from '../situation';
import { type Part, type Pattern, wantsAnswer } from './pattern';

const knows = ({ incident, fact }: Situation): boolean => Boolean(incident?.certain) || fact !== null;

/** Says what is known; where nothing is, says so, and tells the rep what to find out. */
export const answer: Pattern = {
  id: 'answer',
  approach: 'answer',
  suits: wantsAnswer,
  parts: (situation, say) => {
    const { bank, mood, topic, exposed, burning, atRisk } = situation;
    const { moves } = bank;
    if (exposed) {
      return [
        { text: say(moves.takeDown, 'take down'), spare: 0 },
        { text: say(bank.topics[topic].check, 'check'), spare: 2 },
      ];
    }
    const parts: Part[] = [];
    if (burning) parts.push({ text: say(moves.burning, 'burning'), spare: 0 });
    if (mood === 'idea') parts.push({ text: say(moves.idea, 'idea'), spare: 0 });
    else if (mood === 'talk') parts.push({ text: say(moves.noted, 'noted'), spare: 0 });
    else if (mood !== 'question' && !burning) parts.push(say.sorry());
    if (atRisk && !burning) parts.push({ text: say(moves.safety, 'safety'), spare: 2 });
    if ((mood === 'trouble' || mood === 'fury') && !burning) parts.push(say.extent());
    parts.push(say.history(mood === 'question' ? 4 : 3));
    if (situation.incident?.certain) parts.push(say.incident());
    if (situation.fact) parts.push(say.fact());
    if (!knows(situation)) {
      if (mood === 'question') {
        const wordings = moves.unknown.filter((wording) => situation.noun !== null || !wording.includes('{'));
        parts.push({ text: say(wordings, 'unknown'), spare: 0 });
      } else if (mood !== 'idea' && mood !== 'talk')
        parts.push({ text: say(bank.topics[topic].check, 'check'), spare: 1 });
    }
    return parts;
  },
  missing: (situation) => {
    const { mood, topic, request } = situation;
    if (knows(situation) || mood === 'talk') return null;
    if (mood === 'idea') return 'Find out who should read this idea: nothing here says so.';
    return missingFor(mood === 'question' ? 'question' : 'trouble', topic, request.tweet.text);
  },
};
