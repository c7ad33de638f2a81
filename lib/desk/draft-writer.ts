type Job = { kind: 'write'; caseId: string; text: string } | { kind: 'task'; run: () => Promise<void> };

/** What became of the latest write. */
export type DraftState = { kind: 'saving' } | { kind: 'saved' } | { kind: 'failed'; error: unknown };

/**
 * Saves unfinished notes one after the other, so that a slow write can never overtake a later one. Of several texts
 * that wait for the same case only the last is written.
 */
export class DraftWriter {
  readonly #save: (caseId: string, text: string) => Promise<void>;
  readonly #report: (caseId: string, state: DraftState) => void;
  #queue: Job[] = [];
  #running = false;
  #current: string | null = null;
  readonly #unsaved = new Map<string, { text: string; error: unknown }>();

  constructor(
    save: (caseId: string, text: string) => Promise<void>,
    report: (caseId: string, state: DraftState) => void,
  ) {
    this.#save = save;
    this.#report = report;
  }

  /** Saves a text: at once if nothing is being saved, else right after. */
  write(caseId: string, text: string): void {
    const last = this.#queue.at(-1);
    if (last?.kind === 'write' && last.caseId === caseId) last.text = text;
    else this.#queue.push({ kind: 'write', caseId, text });
    this.#report(caseId, { kind: 'saving' });
    void this.#work();
  }

  /** Does something after all texts so far are saved, and before any later one is. */
  after<Result>(task: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ kind: 'task', run: () => task().then(resolve, reject) });
      void this.#work();
    });
  }

  /** The text of a case that could not be saved and why, or null. It is kept while the page lives. */
  unsaved(caseId: string): { text: string; error: unknown } | null {
    return this.#unsaved.get(caseId) ?? null;
  }

  /** What could not be saved of a case has found its place elsewhere. */
  forget(caseId: string): void {
    // Whatever was typed meanwhile reports for itself.
    if (this.#unsaved.delete(caseId) && !this.isWriting(caseId)) this.#report(caseId, { kind: 'saved' });
  }

  /** True while a text of this case is not written yet. */
  isWriting(caseId: string): boolean {
    return this.#current === caseId || this.#queue.some((job) => job.kind === 'write' && job.caseId === caseId);
  }

  /**
   * Hands everything that waits to the database at once: the page is going away and will not come back to it. The
   * database keeps the order in which it was handed over.
   */
  flush(): void {
    const waiting = this.#queue;
    this.#queue = [];
    for (const job of waiting) void (job.kind === 'task' ? job.run() : this.#write(job));
  }

  async #work(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let job = this.#queue.shift(); job; job = this.#queue.shift()) {
      if (job.kind === 'task') await job.run();
      else {
        this.#current = job.caseId;
        await this.#write(job);
        this.#current = null;
      }
    }
    this.#running = false;
  }

  async #write({ caseId, text }: { caseId: string; text: string }): Promise<void> {
    try {
      await this.#save(caseId, text);
      this.#unsaved.delete(caseId);
      // What was typed meanwhile is not.
      const more = this.#queue.some((job) => job.kind === 'write' && job.caseId === caseId);
      if (!more) this.#report(caseId, { kind: 'saved' });
    } catch (error) {
      this.#unsaved.set(caseId, { text, error });
      this.#report(caseId, { kind: 'failed', error });
    }
  }
}
