import type { Case, Entry } from '../cases/case';
import { describeChange, describeGuard, priorityNames, routeNames, statusNames, topicNames } from '../cases/describe';
import { mendText } from '../handover/canonical';
import { fullTime } from '../time/time';
import { countsOf, type Dossier, type Where, whereWords } from './dossier';

/** Text as it may stand in a page: nothing in it is markup. */
export function escapeHtml(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return mendText(text).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

const LINK = /^https:\/\/x\.com\/\w{1,20}\/status\/\d{1,25}$/;

const styles = `
:root { color-scheme: light dark; }
body { max-width: 800px; margin: 32px auto; padding: 0 16px; font: 15px/1.45 system-ui, sans-serif; }
h1 { font-size: 22px; } h2 { font-size: 18px; margin-top: 32px; } h3 { font-size: 15px; margin: 20px 0 4px; }
table { width: 100%; border-collapse: collapse; margin-top: 8px; }
th, td { text-align: start; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid #8885; }
td { overflow-wrap: anywhere; white-space: pre-line; } td:first-child { white-space: nowrap; }
p.quiet, td.quiet { color: #777; }
@media print { body { margin: 0; max-width: none; } tr, h2, h3 { break-inside: avoid; break-after: auto; } }
`;

/** A cell's content, escaped already. */
type Cell = string;

function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return '<p class="quiet">Nothing.</p>';
  const head = heads.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td dir="auto">${cell}</td>`).join('')}</tr>`);
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`;
}

/** Everything about one customer as a page of its own: to be read, printed or sent. No script, nothing from elsewhere. */
export function dossierPage(dossier: Dossier, locale: string): string {
  const { traces, session, at, desk } = dossier;
  const { customer, cases, entries, person } = traces;
  const time = (when: number): Cell => escapeHtml(fullTime(when, locale));
  const text = (value: string | null): Cell => escapeHtml(value ?? '');
  const counts = countsOf(dossier);
  const title = `Everything kept about @${customer.handle}`;
  const details: [string, string][] = [
    ['Handles', [...person.handles].map((handle) => `@${handle}`).join(', ')],
    ['Name', customer.name],
    ['Account', customer.account],
    ['Place', customer.place],
    ['About them', customer.note],
    ['Known since', fullTime(customer.createdAt, locale)],
    ['Joined with', customer.joined.map(({ customer: other }) => `@${other.handle}`).join(', ')],
  ];
  const parts = [
    `<h1>${text(title)}</h1>`,
    `<p>Written ${time(at)} on ${text(desk)} by Hark, which keeps it in one browser profile on one computer and sends it nowhere.</p>`,
    '<h2>What is kept, and where</h2>',
    table(
      ['Kept', 'How many'],
      (Object.keys(whereWords) as Where[]).map((part) => [text(whereWords[part]), String(counts[part])]),
    ),
    '<h2>The customer</h2>',
    table(
      ['Detail', 'Value'],
      details.filter(([, value]) => value !== '').map(([name, value]) => [text(name), text(value)]),
    ),
    '<h2>Cases</h2>',
    ...cases.flatMap((known) => [
      `<h3>Case #${known.number}</h3>`,
      `<p>${text(factsOf(known))}</p>`,
      table(
        ['When', 'What', 'Words'],
        entries.filter(({ caseId }) => caseId === known.id).map((entry) => [time(entry.at), ...cellsOf(entry)]),
      ),
    ]),
    '<h2>Follow-ups</h2>',
    table(
      ['Due', 'State', 'Why'],
      traces.followUps.map(({ dueAt, state, reason }) => [time(dueAt), text(state), text(reason)]),
    ),
    '<h2>Unfinished notes and what is prepared for the next shift</h2>',
    table(
      ['Words'],
      [...traces.drafts.map((draft) => draft.text), ...traces.handOverNotes].map((words) => [text(words)]),
    ),
    '<h2>Outages</h2>',
    table(
      ['Outage', 'Area', 'State'],
      traces.incidents.map((incident) => [text(incident.title), text(incident.area), text(incident.state)]),
    ),
    '<h2>What was put right about their tweets</h2>',
    table(
      ['When', 'Tweet', 'Said'],
      traces.corrections.map((one) => [
        time(one.at),
        text(one.tweetId),
        text(
          one.about === 'ours'
            ? one.right
              ? 'about the brand'
              : 'not about the brand'
            : one.right
              ? 'a complaint'
              : 'no complaint',
        ),
      ]),
    ),
    '<h2>Ids of tweets</h2>',
    table(
      ['Tweet', 'Why it is kept'],
      [
        ...traces.dismissals.map(({ tweetId }) => [text(tweetId), 'called not about the brand']),
        ...traces.dealtWith.map(({ tweetId }) => [text(tweetId), 'dealt with']),
        ...traces.strays.map(({ tweetId }) => [text(tweetId), 'in the case of somebody else']),
      ],
    ),
    '<h2>Latest replies to them</h2>',
    table(
      ['Words'],
      traces.recentReplies.map((words) => [text(words)]),
    ),
    '<h2>In the browser’s memory until it is closed</h2>',
    table(
      ['Written', 'Words', 'Tweet'],
      session.queued.map((tweet) => [text(tweet.time), text(tweet.text), linkTo(tweet.permalink)]),
    ),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${text(title)}</title>
<style>${styles}</style>
</head>
<body>
${parts.join('\n')}
</body>
</html>
`;
}

function factsOf({ status, topic, priority, route, tags, openedFor }: Case): string {
  const facts = [statusNames[status], topicNames[topic], `${priorityNames[priority]} priority`, routeNames[route]];
  return [...facts, `opened for @${openedFor}`, tags.length > 0 ? `tags: ${tags.join(', ')}` : '']
    .filter(Boolean)
    .join(', ');
}

function linkTo(permalink: string | null): Cell {
  if (!permalink || !LINK.test(permalink)) return '';
  return `<a href="${escapeHtml(permalink)}" rel="noreferrer">${escapeHtml(permalink)}</a>`;
}

/** What an entry is, and what it says. */
function cellsOf(entry: Entry): [Cell, Cell] {
  switch (entry.kind) {
    case 'tweet':
      return [`Tweet of @${escapeHtml(entry.handle)}<br>${linkTo(entry.permalink)}`, escapeHtml(entry.text)];
    case 'reply':
      return [`Reply of @${escapeHtml(entry.handle)}<br>${linkTo(entry.permalink)}`, escapeHtml(entry.text)];
    case 'bystander':
      return ['Somebody else in the thread', 'A link only'];
    case 'note':
      return ['Note', escapeHtml(entry.text)];
    case 'guard':
      return ['Check before a post', escapeHtml(describeGuard(entry.checks, entry.outcome, null, null))];
    case 'change':
      return ['Change', escapeHtml(describeChange(entry.change, entry.by))];
  }
}
