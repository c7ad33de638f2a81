import type { Traces } from '../desk/traces';

/** What the browser keeps of a person until it is closed; never on disk. */
export interface SessionTraces {
  /** Tweets of theirs on the list of those that need an answer. */
  queued: { id: string; text: string; time: string; permalink: string }[];
  /** How often the radar counts a tweet of theirs. */
  sightings: number;
  /** Tabs in which a rep looks at them. */
  looking: number;
}

/** Everything about one customer, as it is handed to them. */
export interface Dossier {
  /** Milliseconds since 1970. */
  at: number;
  /** The desk that keeps it. */
  desk: string;
  traces: Traces;
  session: SessionTraces;
}

/** Where each part is kept, in words for whoever asks what is known of them. */
export const whereWords = {
  customer: 'Name, handles, account, place and what a rep noted about them',
  cases: 'Cases: status, topic, route, tags and when what was changed',
  entries: 'Histories of the cases: tweets, replies and notes',
  drafts: 'Unfinished notes',
  followUps: 'Promises with a due time',
  incidents: 'Outages that their cases are linked to',
  updates: 'Whether they were told what is new of an outage',
  corrections:
    'What a rep said of the judgement of their tweets: the tweet’s id, the handle and numbers made of the words',
  dismissals: 'Ids of their tweets that a rep called not about the brand',
  dealtWith: 'Ids of their tweets that were dealt with',
  guardSayings: 'That the check before a post spoke under a tweet of theirs: which check, never the words',
  deeds: 'What was clicked about their cases in the last day, so that it can be undone',
  imports: 'Rows that a colleague’s file brought, kept so that the import can be undone',
  handOverNotes: 'What was prepared about their cases for the next shift',
  recentReplies: 'The latest replies to them, so that the next one differs',
  strays: 'Links to their tweets, or tweets of theirs, in cases of others',
  named: 'Places where others wrote about them; the words belong to those others and are not shown',
  queued: 'Tweets that need an answer, in the browser’s memory until it is closed',
  sightings: 'Tweets that the outage radar counts, in the browser’s memory until it is closed',
} as const;
export type Where = keyof typeof whereWords;

/** How much there is of each. */
export function countsOf({ traces, session }: Pick<Dossier, 'traces' | 'session'>): Record<Where, number> {
  const { named } = traces;
  return {
    customer: 1,
    cases: traces.cases.length,
    entries: traces.entries.length,
    drafts: traces.drafts.length,
    followUps: traces.followUps.length,
    incidents: traces.incidents.length,
    updates: traces.updates.length,
    corrections: traces.corrections.length,
    dismissals: traces.dismissals.length,
    dealtWith: traces.dealtWith.length,
    guardSayings: traces.guardSayings.length,
    deeds: traces.deeds.length,
    imports: traces.imports.reduce((sum, { rows }) => sum + rows, 0),
    handOverNotes: traces.handOverNotes.length,
    recentReplies: traces.recentReplies.length,
    strays: traces.strays.length,
    named: Object.values(named).reduce((sum, rows) => sum + rows.length, 0),
    queued: session.queued.length,
    sightings: session.sightings,
  };
}

/** A file of everything, for machines. Times are milliseconds since 1970. Who overrode a check is the rep's own. */
export function dossierJson(dossier: Dossier): string {
  const { traces, at, desk, session } = dossier;
  const { person, named: _named, strays, guardSayings, entries, deeds, ...tables } = traces;
  const kept = {
    ...tables,
    entries: entries.map((entry) => (entry.kind === 'guard' ? { ...entry, by: null, reason: null } : entry)),
    deeds: deeds.map(({ id, at: when, kind, caseId }) => ({ id, at: when, kind, caseId })),
    guardSayings: guardSayings.map(({ id, at: when, checks }) => ({ id, at: when, checks })),
    inCasesOfOthers: strays.map(({ at: when, kind, tweetId }) => ({ at: when, kind, tweetId })),
  };
  const counts = countsOf(dossier);
  const where = Object.entries(whereWords).map(([part, words]) => ({ part, words, count: counts[part as Where] }));
  const content = {
    format: 'hark-person',
    version: 1,
    writtenAt: at,
    desk,
    person: { handles: [...person.handles], tweetIds: [...person.tweetIds] },
    where,
    kept: { ...kept, eraser: undefined },
    inMemory: session,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
