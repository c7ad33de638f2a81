/** A handle for comparing: without its "@", in lower case. */
export const bare = (handle: string): string => handle.replace(/^[@＠]/, '').toLowerCase();
