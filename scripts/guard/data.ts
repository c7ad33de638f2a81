import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckId, Situation } from '../../lib/guard/types';

/** The brand of the hand-written answers. */
export const brand: Pick<Situation, 'accounts' | 'account' | 'facts'> = {
  accounts: ['LanternCare', 'Lantern'],
  account: 'LanternCare',
  facts: [
    { topic: 'phone', channel: 'phone', text: 'Call us on 0800 555 0142, 8 to 20' },
    { topic: 'email', channel: 'email', text: 'care@lantern.example' },
  ],
};

/** A draft with what should speak; every second one of a kind is kept back for judging. */
export interface Reply {
  file: string;
  lang: string;
  expected: 'good' | CheckId;
  draft: string;
  situation: Situation;
  kept: boolean;
}

/** An advertisement, or a message that is none. */
export interface Advertisement {
  lang: string;
  text: string;
  kept: boolean;
}

const rowsOf = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);
const langOf = (file: string): string => {
  const lang = file.match(/(\w+)\.tsv$/)?.[1] ?? 'en';
  return lang === 'id' ? 'in' : lang;
};

/** Lines of three columns: what should speak ("good" for nothing), the thread with "||" between tweets, the draft. */
function readReplies(folder: string, file: string): Reply[] {
  const lang = langOf(file);
  const counts = new Map<string, number>();
  return rowsOf(join(folder, file)).map((line) => {
    const [expected = '', thread = '', draft = ''] = line.split('\t');
    const count = (counts.get(expected) ?? 0) + 1;
    counts.set(expected, count);
    return {
      file,
      lang,
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
            return { handle: named?.[1] ?? 'mara_q', text: named?.[2] ?? tweet, lang };
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

/** All hand-written answers. */
export function allReplies(): Reply[] {
  const folder = join(import.meta.dirname, 'replies');
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readReplies(folder, file));
}

/** Folders of hand-written advertisements: for both, for learning only, for judging only. */
export type PitchFolder = 'pitches' | 'pitches-taught' | 'pitches-late';

/** Hand-written advertisements; of `pitches` every second one is kept back. */
export function allPitches(name: PitchFolder): Advertisement[] {
  const folder = join(import.meta.dirname, name);
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      rowsOf(join(folder, file)).map((line, at) => ({
        lang: langOf(file),
        text: line.split('\t')[1] ?? '',
        kept: name === 'pitches' ? at % 2 === 1 : name === 'pitches-late',
      })),
    );
}

/** Text messages: advertising, and ordinary ones. Every second one is kept back. */
export function messages(folder: string): (Advertisement & { spam: boolean })[] {
  return rowsOf(join(folder, 'sms-spam-en.tsv')).flatMap((row, at) => {
    const [label, text] = row.split('\t');
    return text ? [{ lang: 'en', text, kept: at % 2 === 1, spam: label === 'spam' }] : [];
  });
}
