import { loadModel } from '../../lib/browser/weights';
import type { Entry } from '../../lib/cases/case';
import type { DeskDatabase } from '../../lib/desk/database';
import { entriesOf } from '../../lib/desk/entries';
import { casesOf, customerByHandle } from '../../lib/desk/keep';
import { corrections, db, incidents } from '../../lib/desk/local';
import { saying } from '../../lib/facts/fact';
import { wholeDraft } from '../../lib/guard/draft';
import { complaintBy, judgeDraft } from '../../lib/guard/guard';
import { countriesIn } from '../../lib/guard/personal/countries';
import type { ComplaintScore, Situation, ThreadTweet, Verdict } from '../../lib/guard/types';
import type { Composed, SentTweet } from '../../lib/protocol';
import { addOurs, readFacts, readOurs, readPolicy, readRecent } from '../../lib/settings/replying';
import { postingAccounts, readReps, readWatchlist, repAtDesk, signatureOfRep } from '../../lib/settings/settings';
import { signatureOf } from '../../lib/text/signature';

/*
 * Gathers what the guard has to know of a draft. It is asked while the rep types and once more as they post, so all is
 * read side by side, and what hardly changes is kept for a moment.
 */

/** How long settings are kept, in milliseconds: a change must hold for the next post. */
const KEEP_SETTINGS = 1_500;
/** Cases of the customer that are looked through, newest first. */
const CASES = 4;
const NOTES = 60;
/** A complaint of a case counts this long, in milliseconds; the guard compares it again with its own limit. */
const CASE_LATELY = 72 * 60 * 60 * 1000;

/** Something for each check to look at. */
const WARM_UP = 'Sorry! Call 0800 555 0199 or write to us today, and save 10% at https://example.com';

interface Settings
  extends Pick<Situation, 'accounts' | 'facts' | 'policy' | 'knownOurs' | 'countries' | 'recent' | 'incident'> {
  accounts: string[];
  recent: string[];
}

let kept: { at: number; settings: Promise<Settings> } | null = null;

async function readSettings(): Promise<Settings> {
  const [watchlist, desk, facts, policy, knownOurs, open] = await Promise.all([
    readWatchlist(db),
    readReps(db),
    readFacts(db),
    readPolicy(db),
    readOurs(db),
    incidents.open(),
  ]);
  const published = facts.map((fact) => ({
    topic: fact.topic,
    channel: fact.channel,
    text: saying(fact),
    lang: fact.lang,
  }));
  return {
    accounts: [...postingAccounts(watchlist, desk.reps)],
    facts: published,
    policy,
    knownOurs,
    // What is open somewhere makes any advertising ill-timed; the latest one is named.
    incident: open[0] ?? null,
    countries: countriesIn([...published.map(({ text }) => text), ...knownOurs]),
    recent: await readRecent(db, signatureOfRep(repAtDesk(desk))),
  };
}

function currentSettings(): Promise<Settings> {
  const now = Date.now();
  if (!kept || now - kept.at > KEEP_SETTINGS || now < kept.at) {
    const settings = readSettings();
    settings.catch(() => {
      kept = null;
    });
    kept = { at: now, settings };
  }
  return kept.settings;
}

/** What the desk knows of the customer who is answered. */
interface Known {
  privateNotes: string[];
  complaint: { text: string; openedAt: number } | null;
}

const nothingKnown: Known = { privateNotes: [], complaint: null };

async function knownOf(desk: DeskDatabase, handle: string, score: ComplaintScore, now: number): Promise<Known> {
  const customer = await customerByHandle(desk, handle);
  if (!customer) return nothingKnown;
  const cases = (await casesOf(desk, customer.id)).slice(0, CASES);
  const histories = await Promise.all(cases.map(({ id }) => entriesOf(desk, id)));
  const notes = histories.flat().flatMap((entry) => (entry.kind === 'note' ? [entry.text] : []));
  const open = cases.findIndex(
    ({ status, openedAt }) => status !== 'closed' && status !== 'resolved' && now - openedAt <= CASE_LATELY,
  );
  const texts = (histories[open] ?? []).flatMap((entry: Entry) =>
    entry.kind === 'tweet' && entry.text !== '' ? [{ text: entry.text, score: score(entry.text, entry.lang) }] : [],
  );
  const worst = texts.reduce<(typeof texts)[number] | null>(
    (found, one) => (found && found.score >= one.score ? found : one),
    null,
  );
  return {
    privateNotes: [customer.note, ...notes.slice(-NOTES)].filter((note) => note.trim() !== ''),
    complaint: worst && { text: worst.text, openedAt: cases[open]?.openedAt ?? now },
  };
}

const toThread = ({ id, handle, text, lang }: SentTweet): ThreadTweet => ({ id, handle, text, lang });

/** Whether somebody else of the brand has answered since the rep began to write. */
function answeredSince(composed: Composed, { accounts, recent }: Settings): boolean {
  const { begunAt, answered, thread, account } = composed;
  if (begunAt === null || answered === null) return false;
  const own = new Set(recent.map((text) => text.trim()));
  const signed = signatureOf(wholeDraft(composed.parts));
  return thread.some(
    ({ handle, text, time }) =>
      accounts.includes(handle.toLowerCase()) &&
      time > answered.time &&
      time > begunAt &&
      !own.has(text.trim()) &&
      !(signed !== null && signed === signatureOf(text) && handle.toLowerCase() === account?.toLowerCase()),
  );
}

/** Looks over what X's composer is about to post. */
export async function judgeComposed(composed: Composed): Promise<Verdict> {
  const now = Date.now();
  const [settings, model] = await Promise.all([currentSettings(), loadModel()]);
  const score = complaintBy(model);
  const { answered, thread, kind, account } = composed;
  // Oldest first: so whatever is older than the answered tweet comes before it, and the answers after it.
  const around = answered ? [...thread, answered].sort((one, other) => (one.time < other.time ? -1 : 1)) : [];
  const [known, said] = await Promise.all([
    answered ? knownOf(db, answered.handle, score, now) : nothingKnown,
    corrections.saidOf(around.map(({ id }) => id)),
  ]);
  const situation: Situation = {
    ...settings,
    account: account ?? settings.accounts[0],
    thread: around.map(toThread),
    answering: answered?.id ?? null,
    quoted: composed.quoted,
    // A reply to a tweet that the page does not tell may well be the right one.
    insertedFor: kind === 'reply' && !answered ? null : composed.insertedFor,
    privateNotes: known.privateNotes,
    caseComplaint: known.complaint?.text ?? null,
    caseOpenedAt: known.complaint ? new Date(known.complaint.openedAt).toISOString() : null,
    now: new Date(now).toISOString(),
    noComplaint: Object.values(said).some(({ complaint }) => complaint === false),
    colleagueAnsweredWhileTyping: answeredSince(composed, settings),
  };
  const draft = wholeDraft(composed.parts);
  if (draft.trim() !== '') return judgeDraft(draft, situation, score);
  // Asked as a composer gets the focus: the first look at words takes several times as long as the next ones.
  judgeDraft(WARM_UP, situation, score);
  return { verdict: 'pass', checks: [], unchecked: [] };
}

/** "It's ours": from now on the guard passes over these words. */
export async function keepAsOurs(words: string): Promise<void> {
  await addOurs(db, words);
  kept = null;
}
