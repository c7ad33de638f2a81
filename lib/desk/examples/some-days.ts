import { noteAudit } from '../../audit/audit';
import { Corrections } from '../../corrections/corrections';
import { unfold } from '../../handover/unfold';
import type { SentTweet } from '../../protocol';
import { FunnelCounter } from '../../queue/funnel-counter';
import { rememberDealtWith } from '../../queue/settled';
import { writeCustomerLink } from '../../settings/customer-link';
import { addRecent, writeFacts, writeSnippets } from '../../settings/replying';
import { writeKeys, writeReps, writeWatchlist } from '../../settings/settings';
import { writeShift } from '../../settings/shift';
import { emptyWatchlist } from '../../watchlist/watchlist';
import type { DeskContext } from '../context';
import type { DeskDatabase } from '../database';
import { Desk } from '../desk';
import { FollowUps } from '../follow-ups';
import { HandOvers } from '../hand-over';
import { Incidents } from '../incidents';
import { People } from '../people';
import { countOffers } from '../report-days';

const START = Date.parse('2026-05-04T09:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BRAND = 'lantern';

/** A desk of invented people whose clock goes on with each step, and whose ids are the same each time. */
class ExampleDesk {
  now = START;
  #ids = 0;
  readonly context: DeskContext;
  readonly desk: Desk;
  readonly people: People;

  constructor(readonly db: DeskDatabase) {
    this.context = { db, now: () => this.now, newId: () => this.id() };
    this.desk = new Desk(this.context);
    this.people = new People(this.context);
  }

  id(): string {
    this.#ids += 1;
    return `example-${String(this.#ids).padStart(3, '0')}`;
  }

  tweet(id: number, handle: string, text: string, ago = 5 * MINUTE): SentTweet {
    this.now += MINUTE;
    const permalink = `https://x.com/${handle}/status/${id}`;
    const time = new Date(this.now - ago).toISOString();
    return { id: String(id), handle, name: handle.replace('_', ' '), text, lang: 'en', time, permalink };
  }

  /** A click on "Open case". */
  async open(tweet: SentTweet, thread: SentTweet[] = []) {
    const requestId = this.id();
    const opened = await this.desk.open({
      ...{ requestId, tweet, thread, account: 'Lantern', by: 'JD', brand: new Set([BRAND]) },
    });
    return { requestId, ...opened };
  }
}

/**
 * Lets invented people work for some days at an empty desk, so that it holds a row of every kind that this version
 * writes. Newer kinds come last.
 */
export async function someDays(db: DeskDatabase): Promise<void> {
  const at = new ExampleDesk(db);
  for (const part of [basics, judgements, replies, promises, outage, shiftEnd, trail]) await part(at);
}

async function basics(at: ExampleDesk): Promise<void> {
  const { db, desk, people } = at;
  await writeWatchlist(db, { ...emptyWatchlist, handles: ['Lantern'], terms: ['Lantern'], categories: ['fibre'] });
  await writeReps(db, [
    { id: 'june', name: 'June Delacroix', handle: 'LanternJune', initials: 'JD' },
    { id: 'mo', name: 'Mo Okafor', handle: '', initials: 'MO' },
  ]);
  await writeCustomerLink(db, 'https://crm.example/?id={account}');
  await writeKeys(db, { openCase: 'a', notAboutUs: '', ours: 'o' });

  const thread = [
    at.tweet(101, 'mira_holt', 'Fibre is down again in Whitten', HOUR),
    at.tweet(102, 'passing_by', 'Same here', HOUR),
    at.tweet(103, 'Lantern', 'Sorry, we are looking into it. ^JD', 50 * MINUTE),
  ];
  const mira = await at.open(at.tweet(104, 'mira_holt', '@Lantern still no line, since Tuesday'), thread);
  at.now += MINUTE;
  await desk.change(mira.case.id, { topic: 'outage', priority: 'urgent', tags: ['vip', 'Whitten'] }, 'JD');
  await desk.addNote(mira.case.id, 'Called her: the modem blinks red', 'JD');
  await desk.saveDraft(mira.case.id, 'Engineer comes on ');
  await people.describe(mira.customer.id, { account: 'A-4711', place: 'Whitten', note: 'Prefers calls' });

  const otis = await at.open(at.tweet(110, 'otis_grove', 'My bill is wrong @Lantern'));
  await desk.change(otis.case.id, { status: 'pending', topic: 'billing', route: 'other', owner: 'MO' }, 'MO');
  const late = await at.open(at.tweet(111, 'otis_at_work', 'And nobody answers my mail'));
  await people.join(otis.customer.id, late.customer.id);
  await desk.change(late.case.id, { status: 'resolved' }, 'MO');

  const done = await at.open(at.tweet(120, 'lena_farr', 'インターネットが繋がらない'));
  await desk.recordReply('120', at.tweet(121, 'Lantern', 'All is well again. ^MO', 0));
  at.now += MINUTE;
  await desk.change(done.case.id, { status: 'closed' }, 'MO');
  const again = await at.open(at.tweet(122, 'lena_farr', 'Off again, Störung im Café'));
  const taken = await at.open(at.tweet(130, 'nobody_much', 'Is this the right account?'));
  await desk.undo(taken.requestId);
  await at.open(at.tweet(123, 'lena_farr', 'Anybody?'));
  const note = await desk.addNote(again.case.id, 'Node 7 is slow', 'JD');
  await desk.withdrawNote(note ?? '');
  await desk.dismiss('140', true);
}

async function judgements({ db, context, now }: ExampleDesk): Promise<void> {
  const corrections = new Corrections(context);
  const about = { tweetId: '141', handle: 'paper_lamps', features: [3, 17, 4_000_001] };
  await corrections.correct({ id: 'said-1', ...about, about: 'ours', right: false });
  await corrections.correct({ id: 'said-2', ...about, tweetId: '142', about: 'complaint', right: true });
  await rememberDealtWith(db, '150', 'elsewhere', now);
  await rememberDealtWith(db, '151', 'answered', now);
  const counter = { db, readTally: async () => null, writeTally: async () => {}, now: () => now };
  const funnel = new FunnelCounter(counter);
  funnel.seen(40);
  await funnel.once('relevant', ['104', '110', '120']);
  await funnel.flush();
  await funnel.countOpened();
}

async function replies(at: ExampleDesk): Promise<void> {
  const { desk } = at;
  const brand = new Set([BRAND]);
  const post = { thread: [], account: 'Lantern', by: 'JD', rep: 'JD', brand, reason: null };
  const seen = at.tweet(160, 'ugo_bell', '@Lantern so slow today');
  await desk.recordPost({
    ...{ ...post, requestId: at.id(), answered: seen, parts: ['We look into it. ^JD'] },
    spoken: [{ id: 'tone', level: 'hint' }],
  });
  await desk.recordReply('160', at.tweet(161, 'Lantern', 'We look into it. ^JD', 0));
  const unseen = at.tweet(162, 'vera_moss', 'No signal @Lantern');
  await desk.recordPost({
    ...{ ...post, requestId: at.id(), answered: unseen, parts: ['Sorry to hear. ^JD'], reason: 'other' },
    spoken: [{ id: 'sales', level: 'hold' }],
  });
  const tweet = at.tweet(164, 'wim_dahl', 'My number is in the message @Lantern');
  const talk = { tweet, thread: [], account: 'Lantern', by: 'JD', brand };
  await desk.takePrivate({ ...talk, requestId: at.id(), kept: '020 7946 0123' });
  await desk.guardSaid({
    ...{ requestId: at.id(), tweetId: '160', spoken: [{ id: 'personal-data', level: 'hold' }] },
    ...{ outcome: 'edited', reason: null, by: 'JD' },
  });
  await desk.remind({ requestId: at.id(), tweetId: '162', dueAt: at.now + HOUR, reason: 'Is it up?', by: 'JD' });
  await addRecent(at.db, 'JD', 'Sorry to hear. ^JD');
  await writeFacts(at.db, []);
  await writeSnippets(at.db, []);
}

async function promises(at: ExampleDesk): Promise<void> {
  const followUps = new FollowUps(at.context);
  const caseId = (await at.desk.casesOf((await at.desk.customerByHandle('mira_holt'))?.id ?? ''))[0]?.id ?? '';
  await followUps.add({ caseId, dueAt: at.now - MINUTE, reason: 'Ask whether the line is up', by: 'JD' });
  const moved = await followUps.add({ caseId, dueAt: at.now + HOUR, reason: 'Send the engineer', by: 'MO' });
  at.now += MINUTE;
  await followUps.move(
    moved.before.map(({ id }) => id),
    at.now + 24 * HOUR,
    'JD',
  );
  const ended = await followUps.add({ caseId, dueAt: at.now, reason: 'Call back', by: 'JD' });
  await followUps.end(
    ended.before.map(({ id }) => id),
    'done',
    'JD',
  );
  await followUps.wake({ zone: 'UTC', quiet: null });
  await writeShift(at.db, { quiet: null, target: 30, hours: null });
}

async function outage(at: ExampleDesk): Promise<void> {
  const incidents = new Incidents(at.context);
  const caseIds = (await at.db.cases.toArray()).filter(({ status }) => status === 'open').map(({ id }) => id);
  const { id } = await incidents.create(
    {
      ...{ title: 'Outage in Whitten', area: 'Whitten, Harrow Street', state: 'known', since: at.now - HOUR },
      ...{ expected: at.now + HOUR, message: 'A cable was cut.', link: 'https://status.example/1', lang: 'en' },
    },
    caseIds,
    'JD',
  );
  await incidents.unlink(caseIds[1] ?? '', 'MO');
  await incidents.change(id, { message: 'A cable was cut, and is being mended.' });
  await incidents.startUpdate(id);
  await incidents.mark(id, caseIds[0] ?? '', 'told');
  const over = { title: 'Slow evenings', area: '', state: 'fixed' as const, since: at.now - 9 * HOUR };
  const { id: fixed } = await incidents.create(
    { ...over, expected: null, message: '', link: null, lang: null },
    [],
    null,
  );
  await incidents.link(fixed, caseIds.slice(1, 2), 'JD');
  await incidents.checkIn(fixed, 'UTC', 'JD');
}

async function shiftEnd(at: ExampleDesk): Promise<void> {
  const { context, db, desk } = at;
  const handOvers = new HandOvers(context);
  const wim = (await desk.casesOf((await desk.customerByHandle('wim_dahl'))?.id ?? ''))[0];
  await handOvers.handOver({ by: 'JD', to: 'MO' }, { [wim?.id ?? '']: 'Waits for the engineer' });
  // A colleague's desk, which knows one customer of this one and one of its own.
  const from = { id: 'desk-of-km', name: 'KM’s desk' };
  const [customers, cases, entries] = await Promise.all([
    db.customers.where('handles').equals('wim_dahl').toArray(),
    db.cases
      .where('id')
      .equals(wim?.id ?? '')
      .toArray(),
    db.entries
      .where('caseId')
      .equals(wim?.id ?? '')
      .toArray(),
  ]);
  const renamed = <Row extends object>(rows: Row[]): Row[] =>
    JSON.parse(
      JSON.stringify(rows).replaceAll('example-', 'km-').replaceAll('wim_dahl', 'xena_lark').replaceAll('164', '264'),
    );
  const theirs = { customers: renamed(customers), cases: renamed(cases), entries: renamed(entries) };
  const flat = { followUp: [], incident: [] };
  await handOvers.take(unfold({ ...theirs, flat }, from), from, [], 'JD');
}

async function trail({ db, now }: ExampleDesk): Promise<void> {
  await countOffers(db, now, ['phone']);
  await noteAudit(db, { at: now, by: 'JD', act: 'exported', caseNumber: 1 });
  await noteAudit(db, { at: now, by: null, act: 'policy-applied', part: 'retention', count: 2 });
}
