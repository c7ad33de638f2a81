import type { DeskDatabase } from '../desk/database';

/** Names of the tables of the database. */
type TableName = {
  [Name in keyof DeskDatabase]: DeskDatabase[Name] extends { toCollection(): unknown } ? Name : never;
}[keyof DeskDatabase];

/** For each table the words with which `PRIVACY.md` tells what is in it: whatever is kept must be told. */
export const toldAs: Record<TableName, string> = {
  customers: 'Customers',
  cases: 'Cases:',
  entries: 'the customer’s tweets in them, with their words',
  drafts: 'unfinished notes',
  deeds: 'What a click has changed,',
  dismissals: 'for those that are not about you, the latest 5,000',
  corrections: 'What you have put right:',
  dealtWith: 'For those you dealt with, 30 days',
  funnel: 'how many tweets a day came how far',
  guardSayings: 'What the guard said',
  followUps: 'follow-ups',
  incidents: 'incidents and their messages',
  updateLists: 'lists of whom to tell',
  imports: 'the last 20 imported hand-overs',
  settings: 'Settings:',
  audit: 'The audit trail:',
  summaries: 'of each case its times, kinds, numbers and signatures',
  reportDays: 'for each day how often a reply offered a channel',
  search: 'A list of words',
  counters: 'counts of cases',
};
