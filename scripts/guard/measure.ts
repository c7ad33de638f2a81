/**
 * Measures the guard: on answers written for this project, on synthetic personal data, and on advertising put under
 * complaints.
 *
 *   npm run guard:measure -- [--data DIR] [--half tune|kept] [--misses]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { complaintBy, judgeDraft } from '../../lib/guard/guard';
import type { CheckId, Situation } from '../../lib/guard/types';
import { readShippedModel } from '../../lib/triage/shipped';
import { readFolder } from '../triage/data';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    half: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
});
const score = complaintBy(readShippedModel());
const percent = (part: number, whole: number): string =>
  `${part}/${whole} (${whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)} %)`;
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const miss = (kind: string, line: string): void => {
  if (values.misses) say(`    ${kind}: ${line}`);
};

/** The brand of the hand-written answers. */
const brand: Pick<Situation, 'accounts' | 'account' | 'facts'> = {
  accounts: ['LanternCare', 'Lantern'],
  account: 'LanternCare',
  facts: [
    { topic: 'phone', channel: 'phone', text: 'Call us on 0800 555 0142, 8 to 20' },
    { topic: 'email', channel: 'email', text: 'care@lantern.example' },
  ],
};

interface Reply {
  expected: 'good' | CheckId;
  draft: string;
  situation: Situation;
  kept: boolean;
}

/** Lines of three columns: what should speak ("good" for nothing), the thread with "||" between tweets, the draft. */
function readReplies(file: string): Reply[] {
  const lang = file.match(/(\w+)\.tsv$/)?.[1] ?? 'en';
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const counts = new Map<string, number>();
  return lines.map((line) => {
    const [expected = '', thread = '', draft = ''] = line.split('\t');
    const count = (counts.get(expected) ?? 0) + 1;
    counts.set(expected, count);
    return {
      expected: expected as Reply['expected'],
      draft,
      situation: {
        ...brand,
        thread: thread
          .split('||')
          .map((tweet) => tweet.trim())
          .filter(Boolean)
          .map((tweet) => {
            const named = tweet.match(/^(\w{1,15}): (.*)$/);
            return {
              handle: named?.[1] ?? 'mara_q',
              text: named?.[2] ?? tweet,
              lang: lang === 'id' ? 'in' : lang,
            };
          }),
        incident:
          expected === 'sales-in-outage'
            ? { title: 'Northside down', area: 'Northside', message: 'We are repairing a cable in Northside.' }
            : null,
      },
      kept: count % 2 === 0,
    };
  });
}

function replies(): void {
  const folder = join(import.meta.dirname, 'replies');
  for (const kept of [false, true]) {
    if (values.half && (values.half === 'kept') !== kept) continue;
    say(kept ? '\nAnswers, the half that was kept back' : '\nAnswers, the half for tuning');
    const total = { good: 0, held: 0, hinted: 0 };
    const found = new Map<string, { spoke: number; held: number; all: number }>();
    for (const file of readdirSync(folder).sort()) {
      const all = readReplies(join(folder, file)).filter((reply) => reply.kept === kept);
      const own = { good: 0, held: 0, hinted: 0, bad: 0, found: 0 };
      for (const { expected, draft, situation } of all) {
        const verdict = judgeDraft(draft, situation, score);
        const told = verdict.checks.map(({ id, level }) => `${id} ${level}`).join(', ');
        if (expected === 'good') {
          own.good++;
          if (verdict.verdict === 'hold') own.held++;
          if (verdict.verdict === 'hint') own.hinted++;
          if (verdict.verdict !== 'pass') miss(`${file} spoke (${told})`, draft);
          continue;
        }
        own.bad++;
        const counted = found.get(expected) ?? { spoke: 0, held: 0, all: 0 };
        found.set(expected, counted);
        counted.all++;
        const check = verdict.checks.find(({ id }) => id === expected);
        if (check) {
          own.found++;
          counted.spoke++;
          if (check.level === 'hold') counted.held++;
          else if (expected === 'sales' || expected === 'personal-data') miss(`${file} only hinted ${expected}`, draft);
        } else miss(`${file} silent ${expected} (${told})`, draft);
      }
      say(
        `  ${file}: good held ${percent(own.held, own.good)}, hinted ${percent(own.hinted, own.good)}; bad found ${percent(own.found, own.bad)}`,
      );
      total.good += own.good;
      total.held += own.held;
      total.hinted += own.hinted;
    }
    say(`  all good: held ${percent(total.held, total.good)}, hinted ${percent(total.hinted, total.good)}`);
    for (const [id, { spoke: told, held, all }] of found) {
      say(`  ${id}: spoke ${percent(told, all)}, held ${percent(held, all)}`);
    }
  }
}

const kindsOf: Readonly<Record<string, string>> = {
  CREDIT_CARD: 'card',
  PHONE_NUMBER: 'phone',
  EMAIL_ADDRESS: 'email',
  IBAN_CODE: 'IBAN',
  STREET_ADDRESS: 'address',
  US_SSN: 'social security number',
};

function personalData(file: string): void {
  const sentences = JSON.parse(readFileSync(file, 'utf8')) as {
    full_text: string;
    spans: { entity_type: string; entity_value: string; start_position: number; end_position: number }[];
  }[];
  const counts = new Map<string, { all: number; found: number; held: number }>();
  let clean = 0;
  let falsely = 0;
  for (const { full_text: text, spans } of sentences) {
    const verdict = judgeDraft(text, { thread: [] }, score);
    const check = verdict.checks.find(({ id }) => id === 'personal-data');
    const known = spans.filter((span) => kindsOf[span.entity_type]);
    const personal = spans.some(({ entity_type: type }) => kindsOf[type] || /ZIP|LICENSE/.test(type));
    if (!personal) {
      clean++;
      if (check?.level === 'hold') {
        falsely++;
        miss('held without cause', text);
      }
    }
    for (const { entity_type: type, entity_value: value, start_position: start, end_position: end } of known) {
      const kind = kindsOf[type] ?? '';
      const counted = counts.get(kind) ?? { all: 0, found: 0, held: 0 };
      counts.set(kind, counted);
      counted.all++;
      // Each alone, too: in one sentence a card hides what is only hinted at.
      const found = check?.words.some((word) => word.start < end && start < word.end);
      if (found) {
        counted.found++;
        if (check?.level === 'hold') counted.held++;
      } else if (kind !== 'address') miss(`no ${kind}`, `${value} in ${text}`);
    }
  }
  say('\nSynthetic personal data');
  for (const [kind, { all, found, held }] of counts) {
    say(`  ${kind}: found ${percent(found, all)}, held ${percent(held, all)}`);
  }
  say(`  held without any: ${percent(falsely, clean)}`);
}

/** Advertising under complaints: each pitch under one complaint, in turn. */
function pitches(file: string): void {
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const texts = (label: string): string[] =>
    rows.flatMap((row) => {
      const [name, text] = row.split('\t');
      return name === label && text ? [text] : [];
    });
  const complaints = readFolder('gold').filter(({ lang, intent }) => lang === 'en' && intent === 'complaint');
  say('\nAdvertising under complaints (complaints nobody trained with)');
  for (const [name, drafts] of [
    ['spam', texts('spam')],
    ['ordinary messages', texts('ham')],
  ] as const) {
    let held = 0;
    let hinted = 0;
    let sure = 0;
    let sureHeld = 0;
    drafts.forEach((draft, at) => {
      const complaint = complaints[at % complaints.length];
      if (!complaint) return;
      const thread = [{ handle: 'mara_q', text: complaint.text, lang: complaint.lang }];
      const { checks } = judgeDraft(draft, { ...brand, thread }, score);
      const check = checks.find(({ id }) => id === 'sales');
      const isSure = score(complaint.text, complaint.lang) >= 0.5;
      if (isSure) sure++;
      if (check?.level === 'hold') {
        held++;
        if (isSure) sureHeld++;
      } else if (check) hinted++;
      if ((name === 'spam') !== (check !== undefined)) {
        if (name === 'spam' && isSure && Math.random() < 0.3) miss('silent', draft);
        else if (name !== 'spam') miss('spoke', draft);
      }
    });
    say(
      `  ${name}: held ${percent(held, drafts.length)}, hinted ${percent(hinted, drafts.length)}; under complaints the model sees: held ${percent(sureHeld, sure)}`,
    );
  }
}

/** What one verdict costs. */
function speed(): void {
  const folder = join(import.meta.dirname, 'replies');
  const all = readdirSync(folder).flatMap((file) => readReplies(join(folder, file)));
  const times = all.map(({ draft, situation }) => {
    const start = performance.now();
    judgeDraft(draft, { ...situation, recent: all.slice(0, 50).map((other) => other.draft) }, score);
    return performance.now() - start;
  });
  times.sort((one, other) => one - other);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  say(`\nSpeed: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, slowest ${at(0.9999)} ms a draft, with 50 recent replies`);
}

if (existsSync(join(import.meta.dirname, 'replies'))) replies();
if (values.data) {
  personalData(join(values.data, 'personal-data-en.json'));
  pitches(join(values.data, 'sms-spam-en.tsv'));
}
speed();
