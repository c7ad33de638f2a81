/** How wide a letter of the small text is, about. */
export const LETTER = 7.4;
