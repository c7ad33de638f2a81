import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { askToInsert, attachPicture, editorText, emptyEditor, openReplyDialog, post, write } from './composer';
import { openStatus } from './desk';
import type { Bench } from './fixture';
import { customerTweets } from './rep';

/** All that has ever been mangled on its way into an editor. */
const PIECES = [
  'Hi Marnie, sorry the modem is down again. Which lights are on? ^JD',
  'Two lines,\nthe second one',
  'Three,\n\nwith an empty one between ^JD',
  '\nAn empty line first',
  'A family 👨‍👩‍👧‍👦 and a flag 🏳️‍🌈, 🇵🇭 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿 too',
  'Tones 👍🏽👩🏿‍🚒, a keycap 1️⃣, a heart ❤️ and a plain one ❤',
  '🙂',
  'مرحبا مارني، نأسف للانقطاع. أي أضواء تعمل؟ ^JD',
  'שלום, @LanternCares כאן. ‏נבדוק 24/7 😀',
  'Left مع يمين and left again, 12:30',
  'Cafe\u0301 nai\u0308ve Z\u0335\u0322a\u0336lgo\u0337',
  'नमस्ते, हम देखते हैं। สวัสดีครับ ขอโทษด้วยครับ',
  '本当に申し訳ありません。すぐに確認します。^JD',
  '안녕하세요, 확인하겠습니다',
  'See https://status.lantern.example/leyford?area=1&x=%20#now and @marnie_whit #leyford',
  'Quotes “ ” ‘ ’ « » " \' ` and <b>no</b> markup &amp; no entity',
  'Blanks:  two,   three, and one at the end ',
  'Tab\tand dash — – -, … and 5 × 3 ÷ 2 ≠ 7½ €20',
  'Ang bagal po ng internet\nsa Kerrow Lane 🛵\npasensya na po ^JD',
  `${'A long one that fills the post. '.repeat(8)}And ends here. ^JD`,
] as const;

/** What a rep may have written already. */
const BEGUN = ['Hi there,', 'Hi\nsecond line', 'مرحبا', 'See https://lantern.example '] as const;

/** The n-th text: each differs from the one before. */
const textOf = (n: number): string => `${PIECES[n % PIECES.length]}${n >= PIECES.length ? ` ${n}` : ''}`;

const joined = (begun: string, text: string): string => `${begun}${/\s$/.test(begun) ? '' : ' '}${text}`;

interface Place {
  name: string;
  media: boolean;
  begin(): Promise<{ page: Page; id: string }>;
  /** Opens the composer, if it is closed. */
  open(page: Page, id: string): Promise<void>;
}

const dialog = (hark: () => Bench, media: boolean): Place => ({
  name: media ? 'a dialog with a picture' : 'a dialog',
  media,
  async begin() {
    const page = await hark().open('/home?calm=1');
    return { page, id: await customerTweets(page, 'marnie_whit', '@Lantern the modem is down again') };
  },
  async open(page, id) {
    if (!(await page.$('[role="dialog"]'))) await openReplyDialog(page, id);
  },
});

const inline = (hark: () => Bench, media: boolean): Place => ({
  name: media ? 'the inline box with a picture' : 'the inline box',
  media,
  begin: () => openStatus(hark(), 'bat-1'),
  open: async () => {},
});

/**
 * Tests that texts arrive whole in X's composer, wherever it is and whatever it holds already: a hundred in all.
 *
 * @param every 1 for all of them, 4 for each fourth
 */
export function testInsertion(hark: () => Bench, every: number): void {
  // Each place takes a share of the texts, so that all of them together are a hundred.
  const shares = [
    { place: dialog(hark, false), from: 0, to: 34 },
    { place: inline(hark, false), from: 34, to: 68 },
    { place: dialog(hark, true), from: 68, to: 84 },
    { place: inline(hark, true), from: 84, to: 100 },
  ];
  for (const { place, from, to } of shares) {
    const texts = Math.ceil((to - from) / every);
    const options = { tags: place.media ? ['thorough'] : [], timeout: 180_000 };
    test(`arrives whole in ${place.name}, empty and half-written (${texts} texts)`, options, async () => {
      const { page, id } = await place.begin();
      for (let n = from; n < to; n += every) {
        const text = textOf(n);
        const turn = (n - from) / every;
        const begun = turn % 2 === 0 ? '' : (BEGUN[((turn - 1) / 2) % BEGUN.length] ?? '');
        // Where nothing is prepared, Hark opens the reply by itself.
        if (begun !== '' || place.media) await place.open(page, id);
        if (begun !== '') await write(page, begun);
        if (place.media && !(await page.$('[data-testid="attachments"]'))) await attachPicture(page);
        expect(await askToInsert(hark(), id, text), text).toEqual({ ok: true });
        const wanted = begun === '' ? text : joined(begun, text);
        expect(await editorText(page)).toBe(wanted);
        if (turn % 5 === 0 && wanted.length < 200) {
          expect(await page.$$('[data-testid="attachments"]')).toHaveLength(place.media ? 1 : 0);
          expect(await post(page)).toEqual({ text: wanted, replyTo: id });
        } else {
          await emptyEditor(page);
        }
      }
    });
  }
}
