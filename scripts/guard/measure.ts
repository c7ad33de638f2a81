/**
 * Measures the guard: on answers written for this project, on synthetic personal data, and on advertising put under
 * complaints.
 *
 *   npm run guard:measure -- [--data DIR] [--half tune|kept] [--misses]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Text } from '../../lib/guard/context';
import { complaintBy, judgeDraft } from '../../lib/guard/guard';
import { pitchOf } from '../../lib/guard/pitch';
import { readShippedModel } from '../../lib/triage/shipped';
import { readFolder } from '../triage/data';
import { type Advertisement, allPitches, allReplies, brand, messages } from './data';

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

function replies(): void {
  const everything = allReplies();
  for (const kept of [false, true]) {
    if (values.half && (values.half === 'kept') !== kept) continue;
    say(kept ? '\nAnswers, the half that was kept back' : '\nAnswers, the half for tuning');
    const total = { good: 0, held: 0, hinted: 0 };
    const found = new Map<string, { spoke: number; held: number; all: number }>();
    for (const file of new Set(everything.map((reply) => reply.file))) {
      const all = everything.filter((reply) => reply.file === file && reply.kept === kept);
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

const complaints = readFolder('gold').filter(({ intent }) => intent === 'complaint');

/** Advertising under complaints that nobody trained with: each text under one of its language, in turn. */
function advertising(name: string, texts: readonly Advertisement[], isAdvertising = true): void {
  if (texts.length === 0) return;
  const counts = { certain: 0, seen: 0, held: 0, spoke: 0, sure: 0, sureHeld: 0 };
  texts.forEach(({ text, lang }, at) => {
    const under = complaints.filter((one) => one.lang === lang);
    const complaint = under[at % under.length];
    if (!complaint) return;
    const { level } = pitchOf(new Text(text, null, [lang]));
    if (level === 'certain') counts.certain++;
    if (level !== 'none') counts.seen++;
    const thread = [{ handle: 'mara_q', text: complaint.text, lang }];
    const check = judgeDraft(text, { ...brand, thread }, score).checks.find(({ id }) => id === 'sales');
    const isSure = score(complaint.text, lang) >= 0.3;
    if (isSure) counts.sure++;
    if (check) counts.spoke++;
    if (check?.level === 'hold') {
      counts.held++;
      if (isSure) counts.sureHeld++;
    }
    if ((level === 'certain') !== isAdvertising) miss(`${level} advertising (${lang})`, text);
  });
  say(
    `  ${name}: held ${percent(counts.held, texts.length)}, held or hinted ${percent(counts.spoke, texts.length)}; ` +
      `the text alone certain ${percent(counts.certain, texts.length)}, certain or likely ${percent(counts.seen, texts.length)}; ` +
      `held under complaints that triage sees ${percent(counts.sureHeld, counts.sure)}`,
  );
}

function pitches(): void {
  say('\nAdvertising under complaints (complaints that nobody trained with)');
  const written = allPitches('pitches');
  for (const kept of [false, true]) {
    if (values.half && (values.half === 'kept') !== kept) continue;
    const half = written.filter((one) => one.kept === kept);
    const name = kept ? 'kept back' : 'for tuning';
    for (const lang of new Set(half.map((one) => one.lang))) {
      advertising(
        `written, ${lang}, ${name}`,
        half.filter((one) => one.lang === lang),
      );
    }
    advertising(`written, all, ${name}`, half);
    if (!values.data) continue;
    const texts = messages(values.data).filter((one) => one.kept === kept);
    advertising(
      `text messages, ${name}`,
      texts.filter(({ spam }) => spam),
    );
    advertising(
      `ordinary messages, ${name}`,
      texts.filter(({ spam }) => !spam),
      false,
    );
  }
  if (values.half === 'tune') return;
  const late = allPitches('pitches-late');
  for (const lang of new Set(late.map((one) => one.lang))) {
    advertising(
      `written after all tuning, ${lang}`,
      late.filter((one) => one.lang === lang),
    );
  }
  advertising('written after all tuning, all', late);
}

/** What one verdict costs. */
function speed(): void {
  const all = allReplies();
  const times = all.map(({ draft, situation }) => {
    const start = performance.now();
    judgeDraft(draft, { ...situation, recent: all.slice(0, 50).map((other) => other.draft) }, score);
    return performance.now() - start;
  });
  times.sort((one, other) => one - other);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  say(`\nSpeed: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, slowest ${at(0.9999)} ms a draft, with 50 recent replies`);
}

replies();
if (values.data) personalData(join(values.data, 'personal-data-en.json'));
pitches();
speed();
