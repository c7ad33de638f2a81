/** Where captures and practice page may differ, each with its reason. Anything else that differs fails the test. */

interface Exception {
  pattern: RegExp;
  why: string;
}

/** Only the practice page shows these. */
export const PRACTICE_ONLY: Exception[] = [
  {
    pattern: /#tweetText > a@link\(profile\)/,
    why: 'no captured text holds a mention; X renders it as an anchor to the profile',
  },
  { pattern: /div#socialContext/, why: 'no pinned tweet was captured; its context is no link' },
  {
    pattern: /#card\.layoutLarge\.media > a@link\(out\)/,
    why: 'the captured ad has a video card, ours has a picture card too',
  },
];

/** Only captures show these. */
export const CAPTURES_ONLY: Exception[] = [
  { pattern: /status\/media_tags/, why: 'people tagged in pictures are of no concern here' },
  {
    pattern: /#bookmark|#removeBookmark/,
    why: 'bookmark left the timelines in 2026; nobody on the practice page has bookmarked',
  },
  {
    pattern: /^focal article#tweet@article > span#app-text-transition-container/,
    why: 'the views below a focal tweet became a link in 2026',
  },
  { pattern: /div@button/, why: 'put there by an extension of the person who captured' },
  { pattern: /div@link > div@group/, why: 'a hand-abridged capture that lost closing tags' },
  {
    pattern: /div@link > div#Tweet-User-Avatar > div#User-Name/,
    why: 'a hand-abridged capture that lost closing tags',
  },
  { pattern: /#card\.layoutLarge\.media > div#placementTracking/, why: 'video cards of ads' },
  {
    pattern: /UserAvatar-Container-\* > a@link\(profile\) \{role=link\}/,
    why: 'hand-abridged captures without the hidden marks of the avatar link',
  },
  { pattern: /icon-X/, why: 'the anonymised capture lost this test id' },
  { pattern: /#tweetText \{dir\}/, why: 'the abridged capture lost its lang attributes' },
  {
    pattern: /(button|caret|retweet)(@button)? \{role=button type( dir)?\}/,
    why: 'the abridged capture lost its popup attributes',
  },
  { pattern: /markdown-code-block|longformRichTextComponent > a/, why: 'rich content of long articles' },
  {
    pattern: /^(focal )?article#tweet@article > a@link\(status\/quotes\)|focal article#tweet@article > button@button/,
    why: 'the row of quotes depends on the number of reposts',
  },
  { pattern: /tweetButton(Inline)?@button > /, why: 'nothing but words is inside the post button' },
];

/** The first exception that covers a signature. */
export const excused = (signature: string, list: readonly Exception[]) =>
  list.some(({ pattern }) => pattern.test(signature));
