/** What became of a text that was to go into X's composer. */
export type InsertOutcome = { text: string } & (
  | { kind: 'inserting' }
  | { kind: 'inserted' }
  | {
      kind: 'failed';
      /** Why, in a sentence. */
      reason: string;
      /** True if the text is in the clipboard instead. */
      copied: boolean;
    }
);
