import type { Pattern } from './patterns/pattern';
import type { ReplyRequest } from './request';
import { draftBy, signatureFor } from './suggest';

/** X's link to a direct message for a customer: by the numeric id where it is known, else their profile. */
export function messageLink({ handle, userId }: { handle: string; userId: string | null }): string {
  return userId === null ? `https://x.com/${handle}` : `https://x.com/messages/compose?recipient_id=${userId}`;
}

/** Invites into a direct message, with a link that always stays. Nothing else is asked for than what the topic needs. */
const invitation = (link: string): Pattern => ({
  id: 'invitation',
  approach: 'private',
  suits: () => true,
  parts: (situation, say) => {
    const { bank, mood, topic, exposed, burning } = situation;
    const { moves } = bank;
    const door = { text: say(moves.fact.dm, 'dm link', { fact: link }), spare: 0 };
    if (exposed) {
      return [
        { text: say(moves.takeDown, 'take down'), spare: 1 },
        { text: say(moves.takeDownDm, 'take down, then'), spare: 2 },
        door,
      ];
    }
    if (mood === 'question') return [{ text: say(moves.questionDm, 'question'), spare: 1 }, door];
    if (mood === 'idea') return [{ text: say(moves.ideaDm, 'idea'), spare: 1 }, door];
    const opening = burning
      ? { text: say(moves.burning, 'burning'), spare: 1 }
      : mood === 'talk' || mood === 'praise'
        ? { text: say(moves.noted, 'noted'), spare: 3 }
        : say.sorry();
    return [opening, { text: say(bank.topics[topic].dm, 'dm'), spare: 2 }, door];
  },
});

/** What to post instead of a draft that belongs into a direct message: in the customer's language, within X's length. */
export function invite(request: ReplyRequest, link: string): string {
  const { handle } = request.tweet;
  const bare = [`@${handle}`, link, signatureFor(request.rep.initials)].filter((part) => part !== '').join(' ');
  return draftBy(invitation(link), request) ?? bare;
}
