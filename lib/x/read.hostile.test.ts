import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { findPlaces } from './place';
import { readTweet, visibleText } from './read';

const OUTER = '9007199254740993001';

/** A tweet with a quote and, as no honest page has it, another tweet inside; each says whose words it holds. */
const html = `<div data-testid="cellInnerDiv"><article data-testid="tweet" tabindex="0" class="outer">
  <div><div data-testid="UserAvatar-Container-outer_ann"></div>
    <div data-testid="User-Name"><a href="/outer_ann"><div>OUTER name <img alt="🌻"></div></a>
      <a href="/outer_ann/status/${OUTER}"><time datetime="2026-05-04T10:00:00.000Z">2h</time></a></div>
    <button data-testid="caret"></button></div>
  <div data-testid="tweetText" lang="en"><span>OUTER words</span> <a href="/outer_pal">@outer_pal</a>
    <a href="https://t.co/outer">t.co/outer</a><br><img alt="😠"></div>
  <div class="quote" role="link" tabindex="0"><div data-testid="UserAvatar-Container-quoted_bob"></div>
    <div data-testid="User-Name"><a href="/quoted_bob">QUOTED name</a><span>@quoted_bob</span></div>
    <a href="/quoted_bob/status/222"><time datetime="2002-02-02T00:00:00.000Z">1d</time></a>
    <div data-testid="tweetText" lang="es">QUOTED words <a href="/quoted_pal">@quoted_pal</a>
      <a href="https://t.co/quoted">t.co/quoted</a></div></div>
  <article class="nested" data-testid="tweet" tabindex="-1"><div data-testid="UserAvatar-Container-nested_cy"></div>
    <div data-testid="User-Name"><a href="/nested_cy">NESTED name</a>
      <a href="/nested_cy/status/333"><time datetime="2003-03-03T00:00:00.000Z">3d</time></a></div>
    <div data-testid="tweetText" lang="fr">NESTED words <a href="/nested_pal">@nested_pal</a></div>
    <div role="group" id="n"><button data-testid="reply"></button></div></article>
  <div role="group" id="o"><button data-testid="reply"></button></div></article></div>`;

const GARBAGE = [
  '',
  'javascript:alert(1)',
  '//evil.example/a/status/1',
  '/%ff%/status/x',
  'https://x.com.evil.example/outer_ann/status/1',
  '\ud800',
  '\u202egnorw',
  '<b>bold</b>',
  'a'.repeat(10_000),
  '-1',
  '__proto__',
];
const ATTRIBUTES = ['href', 'data-testid', 'lang', 'datetime', 'alt', 'role', 'tabindex', 'class', 'data-hark'];

/** One thing done to a random element. What is a quote or a tweet stays one: that is all the page tells of whose words they are. */
const harm = fc.record({
  at: fc.nat(),
  to: fc.nat(),
  what: fc.constantFrom('remove', 'empty', 'copy', 'wrap', 'bury', 'move', 'strip', 'spoil', 'text'),
  attribute: fc.constantFrom(...ATTRIBUTES),
  value: fc.oneof(fc.constantFrom(...GARBAGE), fc.string({ unit: 'binary', maxLength: 40 })),
});
type Harm = typeof harm extends fc.Arbitrary<infer T> ? T : never;

/** Whose words an element holds: the innermost of quote, nested and outer tweet. */
const ownerOf = (element: Element): Element | null => element.closest('.quote, .nested, .outer');

function doHarm(article: Element, { at, to, what, attribute, value }: Harm): void {
  const all = [...article.querySelectorAll('*')];
  const element = all[at % all.length];
  if (!element?.parentNode) return;
  const isMarker = element.matches('.quote, .nested');
  const document = element.ownerDocument;
  if (what === 'remove') element.remove();
  else if (what === 'empty' && !isMarker) element.replaceChildren();
  else if (what === 'copy') element.after(element.cloneNode(true));
  else if (what === 'wrap' || what === 'bury') {
    for (let depth = what === 'wrap' ? 1 : 40; depth > 0; depth--) {
      const box = document.createElement(depth % 2 ? 'div' : 'span');
      element.replaceWith(box);
      box.append(element);
    }
  } else if (what === 'move') {
    // Quotes and nested tweets go anywhere in the outer one, everything else stays with its author.
    const owner = isMarker ? article : ownerOf(element);
    const places = [owner, ...all].filter(
      (place): place is Element => place !== null && !element.contains(place) && ownerOf(place) === owner,
    );
    places[to % Math.max(1, places.length)]?.prepend(element);
  } else if (isMarker) return;
  else if (what === 'strip') element.removeAttribute(attribute);
  else if (what === 'spoil') element.setAttribute(attribute, value);
  else element.append(value);
}

describe('readTweet on a page that is broken or hostile', () => {
  it('never throws and never takes words or names of another tweet', () => {
    fc.assert(
      fc.property(fc.array(harm, { maxLength: 25 }), (harms) => {
        const article = parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.querySelector('.outer');
        if (!article) throw new Error('no article in the fixture');
        for (const one of harms) {
          doHarm(article, one);
          // A spoilt class would only blind this test, not the reader.
          article.classList.add('outer');
        }
        const tweet = readTweet(article);
        findPlaces(article);
        const { quoted: _quoted, ...own } = tweet;
        expect(JSON.stringify(own)).not.toMatch(/quoted|nested|200[23]-0|"(222|333)"/i);
        expect(tweet.quoted?.handle ?? '').not.toMatch(/nested/);
        if (tweet.id !== null) expect(tweet.id).toMatch(/^\d{1,25}$/);
        if (tweet.handle !== null) expect(tweet.handle).toMatch(/^\w{1,20}$/);
        if (tweet.permalink !== null) expect(tweet.permalink).toMatch(/^https:\/\/x\.com\/\w{1,20}\/status\/\d{1,25}$/);
      }),
      { numRuns: Number(process.env.HARK_RUNS ?? 600) },
    );
  }, 120_000);

  it('reads a text nested deeper than the stack, and one of a hundred thousand characters, to its end', () => {
    const { document } = parseHTML('<!doctype html><html><body><div id="root"></div></body></html>');
    const root = document.querySelector('#root');
    let inner = root;
    for (let depth = 0; depth < 20_000; depth++) {
      const box = document.createElement('span');
      inner?.append(box);
      inner = box;
    }
    inner?.append('deep');
    expect(root && visibleText(root)).toBe('deep');
    for (const text of ['x'.repeat(100_000), ' \t'.repeat(50_000), '\n    '.repeat(20_000), `${' '.repeat(99_999)}x`]) {
      root?.replaceChildren(text);
      expect(root && visibleText(root)).toBe(text.trim().includes('x') ? text.trim() : '');
    }
  });
});
