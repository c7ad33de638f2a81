/** What one figure counts, in words for whoever reads a report. The page and the docs have it from here. */
export interface Definition {
  id: string;
  name: string;
  says: string;
}

const list = [
  {
    id: 'seen',
    name: 'Seen',
    says: 'Tweets that came on screen while Hark was there, each once a page load. Counted as they come and kept for 400 days; nobody notes their topic or language, so the figure is left out where the report is narrowed.',
  },
  {
    id: 'relevant',
    name: 'About us',
    says: 'Tweets that Hark judged to be about the brand, each once a day. Their topics and languages are counted since this report exists: an earlier day counts only where nothing is chosen.',
  },
  {
    id: 'actionable',
    name: 'Need an answer',
    says: 'Of the tweets about us, those by a person who needs an answer, each once a day. It is Hark’s judgement, and corrections change it from then on.',
  },
  {
    id: 'opened',
    name: 'Opened',
    says: 'Cases that were opened in the period, by the day on which they were opened. Cases that were undone do not count.',
  },
  {
    id: 'answered',
    name: 'Answered',
    says: 'Of the cases opened in the period, those in which a reply of the brand that customers can read has followed the customer’s first tweet, whenever it came.',
  },
  {
    id: 'resolved',
    name: 'Resolved',
    says: 'Of the cases opened in the period, those that are resolved now, or were resolved when they were closed. A case that is open again does not count, nor does one that was closed without ever being resolved.',
  },
  {
    id: 'wait',
    name: 'First answer',
    says: 'Time from the customer’s first tweet in the case to the first reply of the brand that customers can read. A reply that X has not shown yet does not count. Cases without an answer are in the funnel, not here.',
  },
  {
    id: 'resolution',
    name: 'Time to resolution',
    says: 'Time from the customer’s first tweet in the case (from its opening, where no tweet is known) until it was last set to resolved. Cases that are not resolved now are left out.',
  },
  {
    id: 'working-time',
    name: 'Working time',
    says: 'Where the team has set hours, only time within them counts: who writes at night begins to wait in the morning. Without hours every minute counts.',
  },
  {
    id: 'quantiles',
    name: 'Half, and nine in ten',
    says: 'The median is the time within which half of the cases were done, the 90th percentile that within which nine in ten were. Both are times that really occurred, not averages.',
  },
  {
    id: 'when',
    name: 'By hour and weekday',
    says: 'By the local hour and weekday of the customer’s first tweet, on this computer’s clock.',
  },
  {
    id: 'target',
    name: 'Within the target',
    says: 'Cases whose first answer came within the team’s target. A case without an answer counts as missed once the target has passed, and is left out before.',
  },
  {
    id: 'topics',
    name: 'Topics, languages, routes',
    says: 'Of the cases opened in the period: the topic and route they have now, and the language of the customer’s first tweet as X names it.',
  },
  {
    id: 'intents',
    name: 'What people wanted',
    says: 'Hark’s judgement of the tweets about us in the period, each once a day: a complaint, a question, praise, something else, or unsure. Counted since this report exists.',
  },
  {
    id: 'after',
    name: 'Taken private, reopened, satisfied',
    says: 'Of the cases opened in the period: those whose talk ever went on in direct messages, those that were ever opened again after they were resolved or closed, and those in which a rep noted that the customer said they are satisfied.',
  },
  {
    id: 'follow-ups',
    name: 'Follow-ups',
    says: 'Promises that were due in the period. Kept: done before, or within an hour after, the due time. Late: done after that. Missed: not done yet, an hour after it was due. A follow-up that was moved counts by its last due time; one that was withdrawn does not count.',
  },
  {
    id: 'incidents',
    name: 'Incidents',
    says: 'Incidents that were going on in the period, with all cases that are linked to them now. People are customers, each once. Told are those who got a reply after their case was linked.',
  },
  {
    id: 'guard',
    name: 'Holds, hints, overrides',
    says: 'Drafts of which the guard said something in the period. Held: it asked before the post. Hinted: it only showed. Overridden: held, and posted as it was. A draft counts once, though several checks may have spoken. Kept for 400 days. Where a topic or language is chosen, only holds that stand in cases count.',
  },
  {
    id: 'held-drafts',
    name: 'What became of held drafts',
    says: 'Posted as it was, edited before it was posted, gone on in a direct message, or not posted. For posts as they were: the reason that the rep chose.',
  },
  {
    id: 'offered',
    name: 'Ways to reach us',
    says: 'Replies that were posted with Hark and held a fact of the settings with that channel: its words, link or number. Each channel counts once a reply. Counted as a reply is let go, since this report exists; not taken back with it.',
  },
  {
    id: 'balance',
    name: 'Help and marketing',
    says: 'What the brand’s accounts posted with Hark at hand. Help: replies in cases, by when they went out. Marketing: posts in no case that read as an offer, as the guard judges it. Other: posts in no case that do not. Marketing and other are counted by each desk for itself, since this report exists. What is posted elsewhere nobody counts.',
  },
  {
    id: 'yours',
    name: 'Yours',
    says: 'For the rep at the desk alone: cases that they own or answered first; their own replies, follow-ups and drafts. No report compares or ranks people.',
  },
  {
    id: 'few',
    name: 'Few',
    says: 'Fewer than ten: chance alone moves such a figure a lot.',
  },
  {
    id: 'files',
    name: 'Colleagues’ files',
    says: 'Cases of files that are open beside this desk: one that several desks know counts once. Hand-overs are joined as an import would join them. Of a case in a backup, whatever any desk has seen happen counts, and what can be set stands as the desk has it that changed the case last. Nothing is imported, and whoever was erased here stays so. Hand-overs hold cases, follow-ups and incidents only; seen, about us, hints, offers, marketing and other come with backups, of each desk by itself.',
  },
] as const satisfies readonly Definition[];

export type DefinitionId = (typeof list)[number]['id'];

/** All figures, in the order of the page. */
export const definitions: readonly Definition[] = list;

/** Definitions by their ids. */
export function defined(ids: readonly DefinitionId[]): Definition[] {
  return ids.flatMap((id) => definitions.filter((one) => one.id === id));
}

/** The definitions as they stand in the docs. */
export function definitionsAsMarkdown(): string {
  return definitions.map(({ name, says }) => `- **${name}.** ${says}`).join('\n');
}
