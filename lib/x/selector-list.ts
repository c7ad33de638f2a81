/**
 * Every selector Hark uses on X's page, in one place: when X changes its markup, this is the file to mend.
 *
 * Only `data-testid`, roles, `href` shapes and tag names are used. Hashed classes change with each release of X, and
 * visible text and `aria-label` words are localised into more than forty languages.
 */

/** A tweet in the logged-in app. The photo dialog also has a plain div with this test id, hence the tag name. */
export const tweet = 'article[data-testid="tweet"]';
/** The one that a status page is about. */
export const focal = 'article[tabindex="-1"]';
/** A row of a virtualised timeline. An empty one divides reply threads on a status page. */
export const cell = '[data-testid="cellInnerDiv"]';
/** Dialogs, menus and photo viewers live in here, beside `main`. */
export const layers = '#layers';
export const dialog = '[role="dialog"]';
/** One that lies over the page until it is closed. */
export const modal = '[role="dialog"][aria-modal="true"]';
export const main = 'main';

export const userName = '[data-testid="User-Name"]';
export const avatar = '[data-testid^="UserAvatar-Container-"]';
export const tweetText = '[data-testid="tweetText"]';
export const articleTitle = '[data-testid="twitter-article-title"]';
export const showMore = '[data-testid="tweet-text-show-more-link"]';
export const statusLink = 'a[href*="/status/"]';
export const anyLink = 'a[href]';
export const time = 'time';
/** A quote is no nested tweet but a clickable box; affiliate badges have the same role, so one of these must be inside. */
export const quoteBox = 'div[role="link"][tabindex="0"]';
export const partOfTweet =
  '[data-testid="User-Name"], [data-testid="tweetText"], [data-testid^="UserAvatar-Container-"], time';
export const socialContext = '[data-testid="socialContext"]';
/** Wraps the article of a paid post. Videos have one of their own *inside* the article. */
export const placement = '[data-testid="placementTracking"]';

export const actionBar = '[role="group"]';
export const replyButton = '[data-testid="reply"]';
export const caret = '[data-testid="caret"]';

/** One post of a composer: Draft.js. A composer for threads has several. */
export const editor = '[data-testid^="tweetTextarea_"][contenteditable="true"]';
/** A line of an editor. */
export const editorBlock = '[data-block="true"]';
/** X's post button, in dialogs and inline. The photo dialog uses the first one inline as well. */
export const postButton = '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]';
/** Of X's buttons those that cannot be pressed. */
export const disabled = ':disabled, [aria-disabled="true"]';
/** The row of icons under a composer's text. */
export const toolBar = '[data-testid="toolBar"]';
/** Where a composer shows the pictures that go with its text. */
export const attachments = '[data-testid="attachments"]';
export const navigation = '[role="navigation"]';
/** X's notice that a post is out holds a link to it. */
export const notice = '[data-testid="toast"]';

export const profileTab = 'a[data-testid="AppTabBar_Profile_Link"]';
export const accountSwitcher = '[data-testid="SideNav_AccountSwitcher_Button"]';

/** Above an open conversation: it names with whom it is. */
export const conversationHeader = '[data-testid="conversationHeader"]';
/** Anything that shows private messages: Hark neither reads nor draws there. */
export const messages =
  '[data-testid="DmActivityContainer"], [data-testid="DmActivityViewport"], [data-testid="DMDrawer"], [data-testid^="chat-"], [data-testid="messageEntry"]';

/** The other web app, which X serves to visitors who are not logged in. */
export const loggedOutTweet = 'article[data-tweet-id]';

/**
 * What leads to a tweet by its time, as only a tweet does, where it is none that Hark knows: outside of those, and of
 * composers and notifications, which name tweets in ways of their own.
 */
export const looseTweet = `main ${statusLink}:has(${time}):not(${tweet} *, ${dialog} *, [data-testid="notification"] *)`;
