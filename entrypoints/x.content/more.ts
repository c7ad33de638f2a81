import { onMessage } from '../../lib/messaging';
import type { Nearby } from '../../lib/overlay/nearby';
import type { Inserted } from '../../lib/protocol';
import type { Diagnosis } from '../../lib/x/diagnosis';
import type { Deeds, Doing } from './doing';
import { ask } from './worker';

/*
 * What is needed only where the rep does something is a script of its own, `x-more`: most tabs never need it. The
 * worker puts it beside this one, in the same world, as something of Hark's is touched for the first time or an editor
 * gets the focus; so it is there before the click.
 */

/** What that script does for this one. */
export interface More extends Nearby {
  /** Something was written, or the focus came to an editor. `delay`: when it is to be looked at, in milliseconds. */
  typing(editor: Element, delay: number): void;
  focused(editor: Element): void;
  /** Lets a press of X's button, or its key in an editor, through, or stops it; in the turn of the press. */
  press(event: Event, part: Element, repeated: boolean): void;
  /** Decides on a press that was stopped before the script was there. False if it is none of Hark's business. */
  decide(part: Element): boolean;
  /** What was judged as some accounts may be judged otherwise now. */
  accountsChanged(): void;
  insert(tweetId: string, text: string): Promise<Inserted>;
  deeds(page: Doing): Deeds;
  /** What the page looks like to the reader. */
  diagnose(): Diagnosis;
}

let there: More | null = null;
let coming: Promise<More> | null = null;
let arrived: (more: More) => void = () => {};

/** The script, if it is there already. */
export const moreNow = (): More | null => there;

/** The script, which is fetched if it is not there yet. Rejects where the worker cannot bring it; asking again helps. */
export function fetchMore(): Promise<More> {
  coming ??= new Promise<More>((resolve, reject) => {
    arrived = resolve;
    ask('bringMore', {}).then(() => {
      if (!there) reject(new Error('It did not start.'));
    }, reject);
  }).catch((error) => {
    coming = null;
    throw error;
  });
  return coming;
}

/** Called by the script once it is there. */
export function deliver(more: More): void {
  there = more;
  arrived(more);
}

/** Lets the panel insert replies. A message to a tab comes from the extension's own pages only. */
export function takeInsertions(): void {
  onMessage('insertReply', async ({ data: { tweetId, text } }) => {
    try {
      return await (await fetchMore()).insert(tweetId, text);
    } catch {
      return { ok: false, why: 'refused', reason: 'Hark could not reach X’s composer. Try again.' };
    }
  });
}
