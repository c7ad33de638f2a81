/** How much of a long piece of work is done, of how much. */
export type Progress = (done: number, total: number) => void;

/** Says how much is done as a percentage behind what is being done: "Reading the file: 40 %". */
export const percent =
  (what: string, say: (words: string) => void): Progress =>
  (done, total) =>
    say(`${what}: ${total === 0 ? 100 : Math.min(100, Math.floor((done / total) * 100))} %`);
