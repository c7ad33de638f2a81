/**
 * The whole of what a composer is about to post, as the guard reads it: places of words that a verdict names are places
 * in this text. For several posts at once, one after the other.
 */
export const wholeDraft = (parts: readonly string[]): string => parts.join('\n\n');
