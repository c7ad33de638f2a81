/**
 * Every selector Hark uses on X's page, in one place: when X changes its markup, this is the file to mend.
 *
 * Only `data-testid`, roles, `href` shapes and tag names are used. Hashed classes change with each release of X, and
 * visible text and `aria-label` words are localised into more than forty languages.
 */
export const selectors = {
  /** A tweet in the logged-in app. The photo dialog also has a plain div with this test id, hence the tag name. */
  tweet: 'article[data-testid="tweet"]',
  /** A row of a virtualised timeline. An empty one divides reply threads on a status page. */
  cell: '[data-testid="cellInnerDiv"]',
  /** Dialogs, menus and photo viewers live in here, beside `main`. */
  layers: '#layers',
  dialog: '[role="dialog"]',
  /** One that lies over the page until it is closed. */
  modal: '[role="dialog"][aria-modal="true"]',
  main: 'main',

  userName: '[data-testid="User-Name"]',
  avatar: '[data-testid^="UserAvatar-Container-"]',
  tweetText: '[data-testid="tweetText"]',
  articleTitle: '[data-testid="twitter-article-title"]',
  showMore: '[data-testid="tweet-text-show-more-link"]',
  statusLink: 'a[href*="/status/"]',
  anyLink: 'a[href]',
  time: 'time',
  /** A quote is no nested tweet but a clickable box; affiliate badges have the same role, so one of these must be inside. */
  quoteBox: 'div[role="link"][tabindex="0"]',
  partOfTweet: '[data-testid="User-Name"], [data-testid="tweetText"], [data-testid^="UserAvatar-Container-"], time',
  socialContext: '[data-testid="socialContext"]',
  /** Wraps the article of a paid post. Videos have one of their own *inside* the article. */
  placement: '[data-testid="placementTracking"]',

  actionBar: '[role="group"]',
  replyButton: '[data-testid="reply"]',
  caret: '[data-testid="caret"]',

  /** One post of a composer: Draft.js. A composer for threads has several. */
  editor: '[data-testid^="tweetTextarea_"][contenteditable="true"]',
  /** A line of an editor. */
  editorBlock: '[data-block="true"]',
  /** X's post button, in dialogs and inline. The photo dialog uses the first one inline as well. */
  postButton: '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]',
  /** The row of icons under a composer's text. */
  toolBar: '[data-testid="toolBar"]',
  /** Where a composer shows the pictures that go with its text. */
  attachments: '[data-testid="attachments"]',
  navigation: '[role="navigation"]',
  /** X's notice that a post is out holds a link to it. */
  notice: '[data-testid="toast"]',

  profileTab: 'a[data-testid="AppTabBar_Profile_Link"]',
  accountSwitcher: '[data-testid="SideNav_AccountSwitcher_Button"]',

  /** Above an open conversation: it names with whom it is. */
  conversationHeader: '[data-testid="conversationHeader"]',
  /** Anything that shows private messages: Hark neither reads nor draws there. */
  messages:
    '[data-testid="DmActivityContainer"], [data-testid="DmActivityViewport"], [data-testid="DMDrawer"], [data-testid^="chat-"], [data-testid="messageEntry"]',

  /** The other web app, which X serves to visitors who are not logged in. */
  loggedOutTweet: 'article[data-tweet-id]',
} as const;
