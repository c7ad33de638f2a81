import { type Judgement, notRelevant, type Said } from '../triage/judgement';

/** A complaint is at least this urgent, whoever says that it is one. */
const COMPLAINT_URGENCY = 0.5;
/** What is no complaint is at most this urgent. */
const CALM = 0.3;

/**
 * The judgement of a tweet of which the rep has said something: that is certain, whatever else is.
 *
 * @param judged the judgement without it
 */
export function withSaid(judged: Judgement, said: Said | undefined): Judgement {
  if (!said) return judged;
  if (said.ours === false) return { ...notRelevant, said };
  const about = said.ours ? asOurs(judged) : judged;
  if (about.relevance === 'none') return about;
  if (said.complaint === true) {
    const urgency = Math.max(about.urgency, COMPLAINT_URGENCY);
    return { ...about, intent: 'complaint', intentConfidence: 1, urgency, actionable: true, said };
  }
  if (said.complaint === false && about.intent === 'complaint') {
    return {
      ...about,
      intent: 'other',
      intentConfidence: 1,
      urgency: Math.min(about.urgency, CALM),
      pressures: [],
      actionable: about.relevance === 'mention' || said.ours === true,
      said,
    };
  }
  return { ...about, said };
}

function asOurs(judged: Judgement): Judgement {
  if (judged.relevance === 'none') {
    return {
      ...judged,
      relevance: 'brand',
      relevanceScore: 1,
      intent: 'unsure',
      intentConfidence: 0,
      actionable: true,
    };
  }
  return { ...judged, relevance: judged.relevance === 'category' ? 'brand' : judged.relevance, relevanceScore: 1 };
}
