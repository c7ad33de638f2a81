/** What a word hints at. */
export type Signal = 'trouble' | 'question' | 'praise' | 'news';

/** Words of one language, each list as phrases; a trailing `*` stands for any ending. */
export interface LanguageWords {
  /** X's language code. */
  lang: string;
  words: Record<Signal, readonly string[]>;
}
