import { goTo } from '../router';

/** Which dialog stands over the page; dialogs are pages with an address of their own, as on X. */

export function openReply(id: string): void {
  goTo(`/compose/post?in_reply_to=${id}`);
}

export function openQuote(id: string): void {
  goTo(`/compose/post?quote=${id}`);
}

export function openNewPost(): void {
  goTo('/compose/post');
}
