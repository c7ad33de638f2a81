/** How much of a long piece of work is done, of how much. */
export type Progress = (done: number, total: number) => void;
