/** Words of trouble in a language that no head has learned; a trailing `*` stands for any ending. */
export interface TroubleWords {
  /** X's language code. */
  lang: string;
  trouble: readonly string[];
}
