/**
 * The relations in X's markup that the extension relies on. Each says for which articles it means something and what
 * has to be true of them; the same functions judge the real captures and the practice page.
 */

export interface Relation {
  name: string;
  /** Undefined: says nothing about this article. */
  holds: (article: Element) => boolean | undefined;
}

const QUOTE = 'div[role="link"][tabindex="0"]';
const NAME = '[data-testid="User-Name"]';

/** A quote is a link that is no anchor and has an author of its own; an affiliate badge has none. */
const quoteOf = (article: Element) => [...article.querySelectorAll(QUOTE)].find((link) => link.querySelector(NAME));
const inQuote = (element: Element) => {
  const link = element.parentElement?.closest(QUOTE);
  return Boolean(link?.querySelector(NAME));
};
const outside = (article: Element, selector: string) =>
  [...article.querySelectorAll(selector)].filter((element) => !inQuote(element));
const isFocal = (article: Element) => article.getAttribute('tabindex') === '-1';
const isAd = (article: Element) => Boolean(article.parentElement?.closest('[data-testid="placementTracking"]'));
const permalinks = (article: Element) =>
  outside(article, 'a[href*="/status/"]').filter((anchor) => anchor.querySelector('time'));
const mainBar = (article: Element) =>
  [...article.querySelectorAll('[role="group"][id]')].find((group) => group.querySelector('[data-testid="reply"]'));
/** In document order; linkedom's compareDocumentPosition cannot be asked. */
const before = (a: Element, b: Element) => {
  const all = [...(a.closest('article')?.querySelectorAll('*') ?? [])];
  return all.indexOf(a) < all.indexOf(b);
};
const header = (article: Element) => outside(article, NAME)[0];

export const RELATIONS: Relation[] = [
  {
    name: 'an organic tweet has exactly one permalink anchor with a time outside its quote',
    holds: (a) => (isAd(a) ? undefined : permalinks(a).length === 1),
  },
  {
    name: 'the permalink names the author and a numeric id',
    holds: (a) => {
      const href = permalinks(a)[0]?.getAttribute('href');
      const author = header(a)?.querySelector('a[href]')?.getAttribute('href');
      return href && author ? new RegExp(`^${author}/status/\\d{19}$`).test(href) : undefined;
    },
  },
  {
    name: 'the author is the first anchor of the first User-Name',
    holds: (a) => /^\/\w{1,15}$/.test(header(a)?.querySelector('a[href]')?.getAttribute('href') ?? ''),
  },
  {
    name: 'the handle anchor comes second and is out of the tab order',
    holds: (a) => {
      const [name, handle] = header(a)?.querySelectorAll('a[href]') ?? [];
      return (
        handle?.getAttribute('href') === name?.getAttribute('href') &&
        handle?.getAttribute('tabindex') === '-1' &&
        handle?.textContent?.trim().startsWith('@')
      );
    },
  },
  {
    name: 'the avatar container names the author and lies outside User-Name',
    holds: (a) => {
      const avatar = a.querySelector('[data-testid="Tweet-User-Avatar"] [data-testid^="UserAvatar-Container-"]');
      const handle = header(a)?.querySelector('a[href]')?.getAttribute('href')?.slice(1);
      return avatar?.getAttribute('data-testid') === `UserAvatar-Container-${handle}` && !avatar.closest(NAME);
    },
  },
  {
    name: 'a timeline header holds the time',
    holds: (a) => (isFocal(a) || isAd(a) ? undefined : Boolean(header(a)?.querySelector('a time[datetime]'))),
  },
  { name: 'a focal header holds no time', holds: (a) => (isFocal(a) ? !header(a)?.querySelector('time') : undefined) },
  {
    name: 'a focal permalink row stands below the text and above the action bar',
    holds: (a) => {
      const [link] = permalinks(a);
      const [text] = outside(a, '[data-testid="tweetText"]');
      const bar = mainBar(a);
      return isFocal(a) && link && text && bar
        ? before(text, link) && before(link, bar) && !link.closest(NAME)
        : undefined;
    },
  },
  {
    name: 'an ad is inside placement tracking and has no time',
    holds: (a) => (isAd(a) ? !a.querySelector('time') && Boolean(a.querySelector('a[href$="/analytics"]')) : undefined),
  },
  {
    name: 'an ad stands beside impression pixels',
    holds: (a) =>
      isAd(a) ? Boolean(a.parentElement?.querySelector('[data-testid="top-impression-pixel"]')) : undefined,
  },
  {
    name: 'a video has placement tracking inside the article',
    holds: (a) =>
      a.querySelector('video') ? Boolean(a.querySelector('[data-testid="placementTracking"] video')) : undefined,
  },
  {
    name: 'the text comes before the quote, carries lang and dir=auto',
    holds: (a) => {
      const [text] = outside(a, '[data-testid="tweetText"]');
      const quote = quoteOf(a);
      // The abridged capture has lost its lang attributes.
      return text
        ? (text.hasAttribute('lang') || !text.hasAttribute('style')) &&
            text.getAttribute('dir') === 'auto' &&
            (!quote || before(text, quote))
        : undefined;
    },
  },
  {
    name: 'a quote has an author without any anchor',
    holds: (a) => (quoteOf(a) ? !quoteOf(a)?.querySelector(`${NAME} a`) : undefined),
  },
  {
    name: 'a quote has a time outside any anchor',
    holds: (a) =>
      quoteOf(a) ? Boolean(quoteOf(a)?.querySelector('time')) && !quoteOf(a)?.querySelector('a time') : undefined,
  },
  {
    name: 'a quote is no article and holds no caret',
    holds: (a) => (quoteOf(a) ? !quoteOf(a)?.querySelector('article, [data-testid="caret"]') : undefined),
  },
  {
    name: 'the avatar of a quote is no link',
    holds: (a) => (quoteOf(a) ? !quoteOf(a)?.querySelector('[data-testid^="UserAvatar-Container-"] a') : undefined),
  },
  {
    name: 'an affiliate badge is a quote-like link inside User-Name without a name of its own',
    holds: (a) => {
      const badge = a.querySelector(`${NAME} ${QUOTE}`);
      return badge ? !badge.querySelector(NAME) && Boolean(badge.closest('a[href]')) : undefined;
    },
  },
  {
    name: 'the action bar is a group with an id, holds reply, and lies outside quote and header',
    holds: (a) => {
      const bar = mainBar(a);
      return bar
        ? !quoteOf(a)?.contains(bar) &&
            !bar.closest(NAME) &&
            Boolean(bar.querySelector('[data-testid="retweet"]')) &&
            Boolean(bar.querySelector('[data-testid="like"], [data-testid="unlike"]'))
        : undefined;
    },
  },
  {
    name: 'a timeline action bar holds the analytics anchor',
    holds: (a) => (isFocal(a) || !mainBar(a) ? undefined : Boolean(mainBar(a)?.querySelector('a[href$="/analytics"]'))),
  },
  {
    name: 'a focal action bar holds a bookmark button and no anchor',
    holds: (a) =>
      isFocal(a) && mainBar(a)
        ? Boolean(mainBar(a)?.querySelector('[data-testid="bookmark"], [data-testid="removeBookmark"]')) &&
          !mainBar(a)?.querySelector('a')
        : undefined,
  },
  {
    name: 'counts stand in transition containers inside the buttons',
    holds: (a) =>
      mainBar(a)
        ? Boolean(mainBar(a)?.querySelector('button [data-testid="app-text-transition-container"]'))
        : undefined,
  },
  {
    name: 'the share button is last and has no test id',
    holds: (a) => {
      const buttons = [...(mainBar(a)?.children ?? [])]
        .map((child) => child.querySelector('button'))
        .filter((button) => button);
      const last = buttons[buttons.length - 1];
      return last ? !last.hasAttribute('data-testid') : undefined;
    },
  },
  {
    name: 'the header row holds the left group with User-Name and the right group with the caret',
    holds: (a) => {
      const caret = outside(a, '[data-testid="caret"]')[0];
      let row: Element | null | undefined = header(a);
      while (row && caret && !row.contains(caret)) row = row.parentElement;
      return caret && row
        ? row.children.length === 2 &&
            !row.querySelector('[data-testid="tweetText"], [data-testid="Tweet-User-Avatar"]')
        : undefined;
    },
  },
  {
    name: 'a repost is told by socialContext inside a profile anchor',
    holds: (a) => {
      const context = a.querySelector('[data-testid="socialContext"]');
      const link = context?.closest('a[href]');
      return context && link
        ? /^\/\w+$/.test(link.getAttribute('href') ?? '') && Boolean(header(a) && before(context, header(a) as Element))
        : undefined;
    },
  },
  {
    name: 'emoji are pictures with the character as alt',
    holds: (a) => {
      const images = [
        ...a.querySelectorAll(`[data-testid="tweetText"] img, ${NAME} a > div > div img[alt]:not([alt=""])`),
      ];
      return images.length
        ? images.every((image) => /\p{Extended_Pictographic}/u.test(image.getAttribute('alt') ?? ''))
        : undefined;
    },
  },
  {
    name: 'short links lead to t.co and hide their scheme',
    holds: (a) => {
      const link = a.querySelector('[data-testid="tweetText"] a[href^="https://t.co/"] span[aria-hidden="true"]');
      return link ? link.textContent?.trim() === 'https://' : undefined;
    },
  },
  {
    name: 'hashtags are anchors to /hashtag/',
    holds: (a) => {
      const link = a.querySelector('[data-testid="tweetText"] a[href^="/hashtag/"]');
      return link
        ? Boolean(link.textContent?.trim().startsWith('#')) && link.parentElement?.localName === 'span'
        : undefined;
    },
  },
  {
    name: 'show-more is a sibling after the text',
    holds: (a) => {
      const more = a.querySelector('[data-testid="tweet-text-show-more-link"]');
      return more
        ? more.previousElementSibling?.getAttribute('data-testid') === 'tweetText' &&
            (more.localName === 'button' || more.getAttribute('role') === 'link')
        : undefined;
    },
  },
  {
    name: 'a long article has a title inside its read view and a second action bar without id',
    holds: (a) => {
      const view = a.querySelector('[data-testid="twitterArticleReadView"]');
      return view
        ? Boolean(view.querySelector('[data-testid="twitter-article-title"]')) &&
            Boolean(view.querySelector('[role="group"]:not([id]) [data-testid="reply"]'))
        : undefined;
    },
  },
  {
    name: 'a card stands in a wrapper outside the text',
    holds: (a) => {
      const card = a.querySelector('[data-testid="card.wrapper"]');
      return card ? !card.closest('[data-testid="tweetText"]') && !card.querySelector('time') : undefined;
    },
  },
];

/** Relations of what stands around articles: cells, dividers, composers, the article that is no tweet. */
export const PAGE_RELATIONS: { name: string; holds: (section: Element) => boolean | undefined }[] = [
  {
    name: 'every tweet stands in a cell of a labelled section',
    holds: (s) =>
      [...s.querySelectorAll('article')].every((article) => article.closest('[data-testid="cellInnerDiv"]')) &&
      s.hasAttribute('aria-labelledby'),
  },
  {
    name: 'cells stand absolutely and are moved by translateY',
    holds: (s) =>
      [...s.querySelectorAll('[data-testid="cellInnerDiv"]')].every(
        (cell) =>
          /translateY\([\d.]+px\)/.test(cell.getAttribute('style') ?? '') &&
          /position:\s*absolute/.test(cell.getAttribute('style') ?? ''),
      ),
  },
  {
    name: 'empty cells part the threads of a conversation',
    holds: (s) =>
      s.querySelector('article[tabindex="-1"]') && s.querySelectorAll('article[tabindex="0"]').length
        ? [...s.querySelectorAll('[data-testid="cellInnerDiv"]')].some((cell) => !cell.textContent?.trim())
        : undefined,
  },
  {
    name: 'the reply composer stands after the focal article in the same cell',
    holds: (s) => {
      const composer = s.querySelector('[data-testid="inline_reply_offscreen"]');
      return composer
        ? composer.previousElementSibling?.getAttribute('data-testid') === 'tweet' &&
            composer.previousElementSibling.getAttribute('tabindex') === '-1'
        : undefined;
    },
  },
  {
    name: 'the composer holds a labelled Draft.js editor',
    holds: (s) => {
      const editor = s.querySelector('[data-testid="tweetTextarea_0"]');
      return editor
        ? editor.getAttribute('contenteditable') === 'true' &&
            editor.getAttribute('role') === 'textbox' &&
            Boolean(editor.closest('[data-testid="tweetTextarea_0_label"]')) &&
            Boolean(editor.querySelector('[data-contents="true"] [data-block="true"] br[data-text="true"]'))
        : undefined;
    },
  },
  {
    name: 'an empty composer has a disabled post button in its own box',
    holds: (s) => {
      const button = s.querySelector('[data-testid="tweetButton"], [data-testid="tweetButtonInline"]');
      return button
        ? button.hasAttribute('disabled') &&
            button.getAttribute('aria-disabled') === 'true' &&
            Boolean(button.closest('[data-testid="inline_reply_offscreen"]'))
        : undefined;
    },
  },
  {
    name: '"Show additional replies" is an article without a test id',
    holds: (s) => {
      const other = [...s.querySelectorAll('article[role="article"]')].find(
        (article) => !article.hasAttribute('data-testid'),
      );
      return other
        ? Boolean(other.querySelector('button')) &&
            !other.querySelector('[data-testid]') &&
            Boolean(other.closest('[data-testid="cellInnerDiv"]'))
        : undefined;
    },
  },
];
