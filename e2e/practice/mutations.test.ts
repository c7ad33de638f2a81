import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRows } from '../../lib/x/conversation';
import { findPlaces } from '../../lib/x/place';
import { findTweets, readTweet } from '../../lib/x/read';
import { parse, renderPractice } from './conformity/render';

/**
 * The practice page's tweets, broken in every way that a page can break: whatever comes out, the reader must not throw,
 * not hang, and not credit somebody with the words of another.
 *
 * Every author's words and names carry the author's handle as a marker, so that it can be told whose they were.
 */

const RUNS = Number(process.env.HARK_RUNS ?? 200);
/** No page of this size takes longer to read, in milliseconds, on the slowest machine. */
const HANGS = 5_000;

const TWEET = 'article[data-testid="tweet"]';
const QUOTE = 'div[role="link"][tabindex="0"]';
const NAME = '[data-testid="User-Name"]';
const PARTS = `${NAME}, [data-testid="tweetText"], [data-testid^="UserAvatar-Container-"], time`;
const MARKER = /\b[aq]\d{1,2}_own\b/g;

const markersIn = (text: string): string[] => [...new Set(text.match(MARKER) ?? [])];
const quotesIn = (article: Element): Element[] =>
  [...article.querySelectorAll(QUOTE)].filter((box) => box.querySelector(PARTS));

function* textsIn(element: Element): Generator<Text> {
  for (const child of [...element.childNodes]) {
    if (child.nodeType === 3) yield child as Text;
    else if (child.nodeType === 1) yield* textsIn(child as Element);
  }
}

/** Gives all that one author has in an article that author's marker, in place of the handle and beside the words. */
function sign(root: Element, handle: string, id: string, isTheirs: (element: Element) => boolean): void {
  const link = [...root.querySelectorAll(`${NAME} a[href]`)].find(isTheirs)?.getAttribute('href');
  const avatar = [...root.querySelectorAll('[data-testid^="UserAvatar-Container-"]')].find(isTheirs);
  const before = link?.split('/')[1] ?? avatar?.getAttribute('data-testid')?.slice('UserAvatar-Container-'.length);
  for (const element of [root, ...root.querySelectorAll('*')].filter(isTheirs)) {
    for (const { name, value } of [...element.attributes]) {
      if (!/href|data-testid/.test(name) || !before) continue;
      const renamed = value.replace(new RegExp(`(?<=^/|-)${before}(?=$|/)`), handle);
      element.setAttribute(name, renamed.replace(/(?<=\/status\/)\d+/, id));
    }
    if (!element.closest(`[data-testid="tweetText"], ${NAME}`)) continue;
    for (const text of [...element.childNodes].filter((node) => node.nodeType === 3)) {
      const words = text.nodeValue ?? '';
      if (words.trim() === `@${before}`) text.nodeValue = `@${handle}`;
      else if (/^[^@#]*\p{L}/u.test(words) && !element.closest('time')) text.nodeValue = `${words} ${handle} `;
    }
  }
}

/** Pages with one signed tweet each. */
let templates: Element[] = [];

/** Id to handle. */
const authors = new Map<string, string>();

const folder = mkdtempSync(join(tmpdir(), 'practice-mutations-'));
beforeAll(async () => {
  const articles = (await renderPractice(folder)).flatMap(({ document }) => [...document.querySelectorAll(TWEET)]);
  templates = articles.slice(0, 30).map((article, index) => {
    const cell = article.closest('[data-testid="cellInnerDiv"]') ?? article;
    const quotes = quotesIn(article);
    const [own, other] = [`a${index}_own`, `q${index}_own`];
    authors.set(String(1000 + index), own).set(String(2000 + index), other);
    sign(article, own, String(1000 + index), (element) => !quotes.some((quote) => quote.contains(element)));
    for (const quote of quotes) sign(quote, other, String(2000 + index), () => true);
    return cell;
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GARBAGE = [
  '',
  'javascript:alert(1)',
  '//evil.example/a/status/1',
  '/%ff%/status/x',
  '\ud800',
  '\u202e',
  '-1',
  'tweet',
];
const ATTRIBUTES = [
  'href',
  'data-testid',
  'lang',
  'datetime',
  'alt',
  'role',
  'tabindex',
  'class',
  'data-hark',
  'style',
];

const harm = fc.record({
  at: fc.nat(),
  to: fc.nat(),
  what: fc.constantFrom(
    ...([
      'remove',
      'empty',
      'copy',
      'wrap',
      'bury',
      'move',
      'steal',
      'swap',
      'strip',
      'spoil',
      'text',
      'quote',
    ] as const),
  ),
  attribute: fc.constantFrom(...ATTRIBUTES),
  value: fc.oneof(fc.constantFrom(...GARBAGE), fc.string({ unit: 'binary', maxLength: 20 })),
});
type Harm = typeof harm extends fc.Arbitrary<infer T> ? T : never;

/** What an element belongs to: the innermost quote or tweet. */
const ownerOf = (element: Element): Element | null => element.closest(`${QUOTE}, ${TWEET}`);

/** True for what says whose it is wherever it goes; words alone do not. */
const speaksForItself = (element: Element): boolean =>
  element.matches(`${TWEET}, ${NAME}`) || !element.querySelector('[data-testid="tweetText"]')
    ? !element.closest('[data-testid="tweetText"]')
    : element.querySelector(NAME) !== null;

function doHarm(root: Element, { at, to, what, attribute, value }: Harm): void {
  const all = [...root.querySelectorAll('*')];
  const element = all[at % Math.max(1, all.length)];
  const other = all[to % Math.max(1, all.length)];
  if (!element?.parentNode || !other?.parentNode) return;
  const apart = !element.contains(other) && !other.contains(element);
  const mayLeave = ownerOf(element) === ownerOf(other) || speaksForItself(element);
  if (what === 'remove') element.remove();
  else if (what === 'empty') element.replaceChildren();
  else if (what === 'copy') element.after(element.cloneNode(true));
  else if (what === 'wrap' || what === 'bury') {
    for (let depth = what === 'wrap' ? 1 : 40; depth > 0; depth--) {
      const box = element.ownerDocument.createElement(depth % 2 ? 'div' : 'span');
      element.replaceWith(box);
      box.append(element);
    }
  } else if (what === 'move' && apart && mayLeave) other.before(element);
  else if (what === 'steal' && !element.contains(other) && mayLeave) other.prepend(element.cloneNode(true));
  else if (what === 'swap' && apart && mayLeave && (ownerOf(element) === ownerOf(other) || speaksForItself(other))) {
    const place = element.ownerDocument.createElement('i');
    element.replaceWith(place);
    other.replaceWith(element);
    place.replaceWith(other);
  } else if (what === 'quote') {
    element.setAttribute('role', 'link');
    element.setAttribute('tabindex', '0');
  } else if (what === 'strip') element.removeAttribute(attribute);
  else if (what === 'spoil') element.setAttribute(attribute, value);
  else if (what === 'text') element.append(value);
}

/** Who is named as an author in a part of the page, outside of the quotes and tweets inside it. */
function namedIn(part: Element): Set<string> {
  const named = new Set<string>();
  const isOwn = (element: Element): boolean => {
    const tweet = element.closest(TWEET);
    if (tweet && tweet !== part && part.contains(tweet)) return false;
    return !quotesIn(part).some((box) => box.contains(element));
  };
  for (const name of [...part.querySelectorAll(NAME)].filter(isOwn)) {
    const [link] = [...name.querySelectorAll('a[href]')].filter(isOwn);
    for (const handle of markersIn(link?.getAttribute('href') ?? '').slice(0, 1)) named.add(handle);
    const shown = [...textsIn(name)].map((text) => text.nodeValue?.trim() ?? '').filter((text) => /^@\w+$/.test(text));
    for (const handle of markersIn(shown.at(-1) ?? '')) named.add(handle);
  }
  for (const time of [...part.querySelectorAll('time')].filter(isOwn)) {
    const link = time.closest('a');
    const href = link && part.contains(link) && isOwn(link) ? (link.getAttribute('href') ?? '') : '';
    if (/^\/\w+\/status\/\d+$/.test(href)) for (const handle of markersIn(href)) named.add(handle);
  }
  return named;
}

describe('the reader on broken pages', () => {
  it('has tweets to break, and reads them right while they are whole', () => {
    expect(templates.length).toBeGreaterThan(15);
    const texts = templates.map((cell) => {
      const [article] = findTweets(cell);
      if (!article) throw new Error('no tweet in a template');
      const tweet = readTweet(article);
      const own = [...namedIn(article)];
      expect(own).toHaveLength(1);
      expect([tweet.handle]).toEqual(own);
      expect(markersIn(tweet.name + tweet.text).every((marker) => marker === tweet.handle)).toBe(true);
      if (tweet.quoted)
        expect(markersIn(tweet.quoted.text).every((marker) => marker === tweet.quoted?.handle)).toBe(true);
      return tweet.text;
    });
    expect(texts.filter((text) => markersIn(text).length > 0).length).toBeGreaterThan(12);
  });

  it(
    'never throws, never hangs and never credits somebody with the words of another',
    () => {
      const someone = fc.array(fc.nat(), { minLength: 1, maxLength: 3 });
      let credited = 0;
      // One document for all: each costs a megabyte that comes back late.
      const { document } = parse('page', '<body><main></main></body>');
      const main = document.querySelector('main');
      fc.assert(
        fc.property(someone, fc.array(harm, { maxLength: 30 }), (chosen, harms) => {
          const section = document.createElement('section');
          main?.replaceChildren(section);
          for (const index of chosen) {
            const cell = templates[index % templates.length];
            if (cell) section.append(document.importNode(cell, true));
          }
          for (const one of harms) doHarm(section, one);

          const start = performance.now();
          for (const article of findTweets(document)) {
            const tweet = readTweet(article);
            findPlaces(article);
            readRows(article, readTweet);
            const named = namedIn(article);
            const { handle, id, quoted } = tweet;
            for (const marker of markersIn(JSON.stringify([tweet.name, tweet.text, tweet.mentions]))) {
              if (handle !== null && marker !== handle)
                expect([...named], `${handle} credited with it`).not.toContain(marker);
              if (marker === handle) credited += 1;
            }
            if (id !== null && handle !== null && markersIn(handle).length > 0) {
              expect(authors.get(id) ?? handle, 'author of the id').toBe(handle);
            }
            for (const marker of quoted ? markersIn(quoted.text) : []) {
              if (marker === quoted?.handle) continue;
              const both = quotesIn(article).filter((box) => {
                const inBox = namedIn(box);
                return inBox.has(marker) && inBox.has(quoted?.handle ?? '');
              });
              expect(
                both.map((box) => box.outerHTML),
                `quoted ${quoted?.handle} credited with ${marker}`,
              ).toEqual([]);
            }
          }
          expect(performance.now() - start).toBeLessThan(HANGS);
        }),
        { numRuns: RUNS },
      );
      // A reader that gives up on everything would pass as well.
      expect(credited).toBeGreaterThan(RUNS / 2);
    },
    Math.max(60_000, RUNS * 200),
  );
});
