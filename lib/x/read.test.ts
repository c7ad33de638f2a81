import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { findPlaces } from './place';
import { findTweets, readTweet, visibleText } from './read';
import { readSavedPage } from './saved-page';

function page(html: string): Document {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}

function first(html: string): Element {
  const [article] = findTweets(page(html));
  if (!article) throw new Error('no article in the fixture');
  return article;
}

const bar = `<div role="group" id="id__bar"><div><button data-testid="reply"></button></div></div>`;

function article(parts: { header?: string; text?: string; after?: string; attributes?: string; bar?: string }): string {
  const header =
    parts.header ??
    `<div data-testid="User-Name"><a href="/ada_lowe"><div dir="ltr">Ada <img alt="🌻"></div></a>
     <a href="/ada_lowe" tabindex="-1"><div dir="ltr">@ada_lowe</div></a>
     <a href="/ada_lowe/status/9007199254740993001"><time datetime="2026-05-04T10:00:00.000Z">2h</time></a></div>`;
  return `<div data-testid="cellInnerDiv"><article data-testid="tweet" tabindex="0" ${parts.attributes ?? ''}>
    <div class="row"><div>${header}</div><div><button data-testid="caret"></button></div></div>
    ${parts.text ?? '<div data-testid="tweetText" lang="en"><span>It is down</span></div>'}${parts.after ?? ''}${parts.bar ?? bar}
  </article></div>`;
}

const quote = `<div><div role="link" tabindex="0">
  <div data-testid="UserAvatar-Container-ben_hale"></div>
  <div data-testid="User-Name"><div dir="ltr"><span>Ben @ work</span></div><div tabindex="-1"><span>@ben_hale</span></div>
  <div><time datetime="2026-05-03T10:00:00.000Z">1d</time></div></div>
  <div data-testid="tweetText" lang="es"><span>Texto citado</span></div>
  <a href="/ben_hale/status/9007199254740993777/photo/1"></a></div></div>`;

describe('readTweet', () => {
  it('reads id, author, text, time and permalink', () => {
    expect(readTweet(first(article({})))).toMatchObject({
      id: '9007199254740993001',
      handle: 'ada_lowe',
      name: 'Ada 🌻',
      text: 'It is down',
      lang: 'en',
      time: '2026-05-04T10:00:00.000Z',
      permalink: 'https://x.com/ada_lowe/status/9007199254740993001',
      quoted: null,
      ad: false,
      repost: false,
      focal: false,
      truncated: false,
    });
  });

  it('never credits a quote to the outer tweet', () => {
    const tweet = readTweet(first(article({ text: '', after: quote })));
    expect(tweet).toMatchObject({ handle: 'ada_lowe', text: '', lang: null, id: '9007199254740993001' });
    expect(tweet.quoted).toEqual({ id: '9007199254740993777', handle: 'ben_hale', text: 'Texto citado' });
  });

  it("takes no link of the outer tweet for the quote's", () => {
    const nested = quote.replace(/ben_hale\/status\/\d+\/photo\/1/, 'ada_lowe/status/9007199254740993001/analytics');
    expect(readTweet(first(article({ after: nested }))).quoted?.id).toBeNull();
  });

  it('takes an affiliate badge for no quote', () => {
    const header = `<div data-testid="User-Name"><a href="/ada_lowe"><div>Ada</div><div role="link" tabindex="0"><img alt=""></div></a>
      <a href="/ada_lowe/status/9007199254740993001"><time datetime="2026-05-04T10:00:00.000Z">2h</time></a></div>`;
    expect(readTweet(first(article({ header })))).toMatchObject({ quoted: null, name: 'Ada', handle: 'ada_lowe' });
  });

  it('passes over links that are no permalink', () => {
    const decoys = `<a href="/ada_lowe/status/1/analytics"></a><a href="/ada_lowe/status/2/quotes"></a><a href="/i/status/3"></a>`;
    expect(readTweet(first(article({ after: decoys }))).id).toBe('9007199254740993001');
  });

  it('finds the permalink of a focal tweet below the text', () => {
    const header = `<div data-testid="User-Name"><a href="/ada_lowe"><div>Ada</div></a></div>`;
    const after = `<div><a href="/ada_lowe/status/9007199254740993001"><time datetime="2026-05-04T10:00:00.000Z">10:00</time></a></div>`;
    const html = article({ header, after }).replace('tabindex="0"', 'tabindex="-1"');
    expect(readTweet(first(html))).toMatchObject({ focal: true, id: '9007199254740993001', handle: 'ada_lowe' });
  });

  it('tells ads by their place, and a video by its own tracking apart from them', () => {
    const header = `<div data-testid="User-Name"><a href="/shop"><div>Shop</div></a></div>`;
    const ad = `<div data-testid="placementTracking">${article({ header })}</div>`;
    expect(readTweet(first(ad))).toMatchObject({ ad: true, id: null, handle: 'shop' });
    const video = article({ after: '<div data-testid="placementTracking"><video></video></div>' });
    expect(readTweet(first(video)).ad).toBe(false);
  });

  it('tells a repost, which links to somebody, from a pinned tweet, which does not', () => {
    const context = '<span data-testid="socialContext">…</span>';
    expect(readTweet(first(article({ after: `<a href="/cleo">${context}</a>` }))).repost).toBe(true);
    expect(readTweet(first(article({ after: `<div>${context}</div>` }))).repost).toBe(false);
  });

  it('reads mentions anywhere, links, emoji and line breaks', () => {
    const text = `<div data-testid="tweetText" lang="tl"><span>Hoy </span><div><span><a href="/lantern">@Lantern</a></span></div><span> wala<br>na <img alt="😤"></span>
      <a href="https://t.co/abc"><span>https://</span>lantern.example</a> <a href="/hashtag/down">#down</a></div>`;
    expect(readTweet(first(article({ text })))).toMatchObject({
      mentions: ['Lantern'],
      links: ['https://t.co/abc'],
      text: expect.stringContaining('wala\nna 😤'),
    });
  });

  it('gives nulls for an article that is still empty', () => {
    expect(readTweet(first('<article data-testid="tweet"></article>'))).toMatchObject({
      id: null,
      handle: null,
      text: '',
      time: null,
    });
  });

  it('is not misled by hostile hrefs', () => {
    for (const href of [
      '//evil/status/1',
      'javascript:alert(1)',
      '/a/b/status/1',
      '/../status/1',
      '/ada lowe/status/1',
    ]) {
      const header = `<div data-testid="User-Name"><a href="${href}"><div>x</div></a><a href="${href}"><time datetime="2026-05-04T10:00:00.000Z"></time></a></div>`;
      const tweet = readTweet(first(article({ header })));
      expect([tweet.id, tweet.permalink]).toEqual([null, null]);
    }
  });
});

describe('visibleText', () => {
  it('joins what a formatter wrapped, and keeps what the author broke', () => {
    const { document } = parseHTML('<body><p>one\n          two\nthree</p></body>');
    expect(visibleText(document.querySelector('p') as Element)).toBe('one two\nthree');
  });

  it('leaves out what Hark has drawn', () => {
    const { document } = parseHTML('<body><p>seen<span data-hark="mark">not</span></p></body>');
    expect(visibleText(document.querySelector('p') as Element)).toBe('seen');
  });
});

describe('findPlaces', () => {
  it('finds the free space between name and menu, and the action bar', () => {
    const element = first(article({}));
    const { header, actionBar } = findPlaces(element);
    expect(header?.parent.className).toBe('row');
    expect(header?.before?.querySelector('[data-testid="caret"]')).not.toBeNull();
    expect(actionBar?.id).toBe('id__bar');
  });
});

describe('readSavedPage', () => {
  it('says that a page for visitors who are not logged in cannot be used', () => {
    const read = readSavedPage(page('<article data-tweet-id="1"></article>'));
    expect(read).toMatchObject({ ok: false, reason: expect.stringContaining('Log in') });
  });
});
