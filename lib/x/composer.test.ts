import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { composerOf, isEmpty, openComposers, readAnswered, readParts, readThread } from './composer';
import { selectors } from './selectors';

const HOME = 'https://x.com/home';

function page(html: string): Document {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}

const editor = (lines: string[], at = 0): string =>
  `<div data-testid="tweetTextarea_${at}RichTextInputContainer"><div contenteditable="true" data-testid="tweetTextarea_${at}">${lines
    .map((line) => `<div data-block="true"><span>${line || '<br data-text="true">'}</span></div>`)
    .join('')}</div></div>`;
const button = (kind = 'tweetButtonInline'): string => `<button data-testid="${kind}">Reply</button>`;
const tweet = (id: string, by: string, text: string, attributes = ''): string =>
  `<article data-testid="tweet" ${attributes}><div data-testid="User-Name"><a href="/${by}">${by}</a></div><a href="/${by}/status/${id}"><time datetime="2026-03-0${id}T10:00:00.000Z">1h</time></a><div data-testid="tweetText" lang="en">${text}</div></article>`;
const cell = (content: string, at: number): string =>
  `<div data-testid="cellInnerDiv" style="transform: translateY(${at}px)">${content}</div>`;
const quoteBox = (text: string): string =>
  `<div role="link" tabindex="0"><div data-testid="User-Name">Mara @mara_q</div><div data-testid="tweetText">${text}</div></div>`;

const home = `<main><div id="home">${editor([''])}${button()}</div><section><div>${cell(tweet('1', 'mara_q', 'It is down'), 0)}${cell(tweet('2', 'kofi', 'Same'), 200)}</div></section></main>`;
const status = `<main><section><div>${cell(tweet('1', 'mara_q', 'It is down'), 0)}${cell(
  `<div>${tweet('2', 'kofi', 'Since when?', 'tabindex="-1"')}<div data-testid="inline_reply_offscreen">${editor(['Hi', '', 'there'])}${button()}</div></div>`,
  200,
)}${cell(tweet('3', 'mara_q', 'Since noon'), 400)}</div></section></main>`;
const dialog = (content: string): string => `<div id="layers"><div role="dialog">${content}</div></div>`;

const idOf = (document: Document, address: string, part: string): (string | null)[] => {
  const target = document.querySelector(part);
  const composer = target && composerOf(target);
  if (!composer) return [];
  const { kind, answered, quoted } = readAnswered(composer, address);
  return [kind, answered?.tweet.id ?? null, quoted];
};

describe('finding composers', () => {
  it('takes editors and button of one box together, and dialogs apart from the page', () => {
    const document = page(
      home + dialog(`${tweet('2', 'kofi', 'Same')}<div>${editor(['A'])}${button('tweetButton')}</div>`),
    );
    const found = openComposers(document);
    expect(found.map(({ root }) => root.closest(selectors.dialog) !== null)).toEqual([false, true]);
    const inDialog = document.querySelector('[role="dialog"] button');
    expect(inDialog && composerOf(inDialog)?.editors[0]).toBe(found[1]?.editors[0]);
    expect(found.map(({ root }) => root.closest('article'))).toEqual([null, null]);
    expect(found.map(isEmpty)).toEqual([true, false]);
  });

  it('reads all posts of a thread, with empty lines, emoji and nothing of what is around', () => {
    const document = page(
      dialog(
        `<p>Not this</p><div>${editor(['One', '', 'two'], 0)}${editor(['Three <img alt="🙂"> four'], 1)}</div><div data-testid="toolBar">${button('tweetButton')}</div>`,
      ),
    );
    const [composer] = openComposers(document);
    expect(composer && readParts(composer)).toEqual(['One\n\ntwo', 'Three 🙂 four']);
    const second = document.querySelector('[data-testid="tweetTextarea_1"] span');
    expect(second && composerOf(second)?.root).toBe(composer?.root);
  });

  it('finds a button beside the box of the editor, and gives each of two composers its own', () => {
    const header = page(
      dialog(
        `<header>${button('tweetButton')}</header><div><div data-testid="cellInnerDiv">${editor(['A'])}</div></div>`,
      ),
    );
    const beside = header.querySelector('button');
    expect(beside && composerOf(beside)?.editors).toHaveLength(1);
    const two = page(
      `<main><div>${editor(['A'])}${button()}</div><div id="b">${editor(['B'])}${button()}</div></main>`,
    );
    expect(openComposers(two).map(readParts)).toEqual([['A'], ['B']]);
    expect(openComposers(two)[1]?.root.id).toBe('b');
  });

  it('has nothing to do with private messages, nor with other buttons', () => {
    const document = page(
      `<main><div data-testid="DMDrawer">${editor(['secret'])}${button()}</div><button id="other"></button></main>`,
    );
    expect(openComposers(document)).toEqual([]);
    for (const part of document.querySelectorAll('button, [contenteditable]')) expect(composerOf(part)).toBeNull();
  });
});

describe('what a composer answers', () => {
  it('in a dialog: the tweet above; a quote and a new post answer nobody', () => {
    const reply = dialog(
      `${tweet('1', 'mara_q', 'It is down')}${tweet('2', 'kofi', 'Same')}<div>${editor(['A'])}${button('tweetButton')}</div>`,
    );
    const at = '[role="dialog"] button';
    expect(idOf(page(home + reply), 'https://x.com/compose/post', at)).toEqual(['reply', '2', null]);
    const quote = dialog(`<div>${editor(['A'])}${quoteBox('It is down')}${button('tweetButton')}</div>`);
    expect(idOf(page(status + quote), 'https://x.com/kofi/status/2', at)).toEqual(['quote', null, 'It is down']);
    const fresh = dialog(`<div>${editor(['A'])}${button('tweetButton')}</div>`);
    expect(idOf(page(status + fresh), 'https://x.com/compose/post', at)).toEqual(['post', null, null]);
  });

  it('on a status page: the tweet above the box; at home: none', () => {
    expect(idOf(page(status), 'https://x.com/kofi/status/2', 'button')).toEqual(['reply', '2', null]);
    expect(idOf(page(home), HOME, 'button')).toEqual(['post', null, null]);
  });

  it('by the address, where the tweet is not shown: a reply to somebody all the same', () => {
    const bare = dialog(`<div>${editor(['A'])}${button('tweetButton')}</div>`);
    const address = 'https://x.com/intent/post?in_reply_to=2';
    expect(idOf(page(home + bare), address, '[role="dialog"] button')).toEqual(['reply', '2', null]);
    expect(idOf(page(bare), address, 'button')).toEqual(['reply', null, null]);
  });

  it('by the same tweet on the page, where the dialog shows it without its link', () => {
    const shown = tweet('2', 'kofi', 'Same').replace(/<a href="\/kofi\/status[\s\S]*?<\/a>/, '');
    const reply = dialog(`${shown}<div>${editor(['A'])}${button('tweetButton')}</div>`);
    expect(idOf(page(home + reply), 'https://x.com/compose/post', '[role="dialog"] button')).toEqual([
      'reply',
      '2',
      null,
    ]);
  });

  it('with the conversation around it, also from the page behind a dialog', () => {
    const reply = dialog(`${tweet('2', 'kofi', 'Since when?')}<div>${editor(['A'])}${button('tweetButton')}</div>`);
    const document = page(status + reply);
    const composer = openComposers(document).at(-1);
    const { answered } = composer ? readAnswered(composer, HOME) : { answered: null };
    expect(answered && readThread(answered).map(({ id }) => id)).toEqual(['1', '3']);
  });
});

/** A folder of pages as X really served them. */
const folder = process.env.HARK_CAPTURES;

describe.skipIf(!folder)('captures of the real X', () => {
  const files = folder ? readdirSync(folder).filter((name) => /^x-.*\.html$/.test(name)) : [];

  it('have their composers found, with the tweet that each answers', () => {
    let found = 0;
    for (const file of files) {
      const { document } = parseHTML(readFileSync(join(folder ?? '', file), 'utf8'));
      for (const composer of openComposers(document)) {
        found++;
        expect(composer.editors, file).toHaveLength(1);
        expect(composer.button, file).not.toBeNull();
        expect(composer.root.closest('article'), file).toBeNull();
        expect(isEmpty(composer), file).toBe(true);
        const { kind, answered } = readAnswered(composer, HOME);
        expect(kind, file).toBe('reply');
        expect(answered?.tweet.focal, file).toBe(true);
        expect(answered?.tweet.id, file).toMatch(/^\d+$/);
      }
    }
    expect(found).toBeGreaterThanOrEqual(2);
  });
});
