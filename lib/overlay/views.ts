import type { Judgement } from '../triage/judgement';

/*
 * What marks show, and what the rep can do on them.
 */

/** That the brand has answered, as seen on screen. */
export interface AnswerShown {
  /** "^JD", or "@handle" where a reply is not signed. */
  by: string;
  /** How long ago, in words: "3 min". */
  ago: string;
}

/** What a mark shows. */
export interface MarkView {
  judgement: Judgement;
  answered: AnswerShown | null;
}

/** What the rep can do on a mark. */
export interface MarkActions {
  openCase(): void;
  notAboutUs(): void;
  /** "It is a complaint", or "Not a complaint". */
  complaint(right: boolean): void;
}

/** What is said of an account that passes for the brand. */
export interface ImpostorView {
  /** One sentence: who it is not, and why. */
  why: string;
}

/** What the rep can do about it. */
export interface ImpostorActions {
  copyWarning(): void;
  reportOnX(): void;
}
