/** X's own link that opens its composer with a text, as the reply to a tweet. */
export function replyLink(tweetId: string, text: string): string {
  return `https://x.com/intent/post?${new URLSearchParams({ in_reply_to: tweetId, text })}`;
}
