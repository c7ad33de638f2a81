import { showToast } from '../../lib/overlay/toast';
import type { Inserted } from '../../lib/protocol';
import { type Composer, composerOf, readParts } from '../../lib/x/composer';
import { fill, type Where } from '../../lib/x/fill';
import { openReply } from '../../lib/x/open-reply';
import { selectors } from '../../lib/x/selectors';
import { noteInsertion } from './insertions';

/** What an editor held after Hark had filled it with nothing but its own words. */
const filled = new WeakMap<Element, string>();
/** X's limit is 280; a short link counts a little more than it is long. */
const CERTAINLY_FITS = 240;

/** One insertion after the other: two at once would fill each other's selection. */
let last: Promise<unknown> = Promise.resolve();

/** Puts a text into the composer that answers a tweet; X's own reply button opens it where there is none yet. */
export function insertReply(tweetId: string, text: string): Promise<Inserted> {
  return inTurn(async () => {
    const opened = await openReply(tweetId);
    return opened.ok ? put(opened.composer, tweetId, text) : opened;
  });
}

/**
 * Puts a text into a composer that answers a tweet. Words of the rep's own stay, before it; what Hark itself had put
 * there, and nobody has touched, gives way.
 *
 * @param editor which of the editors, where there are several
 */
export function insertInto(composer: Composer, tweetId: string, text: string, editor?: Element): Promise<Inserted> {
  return inTurn(() => put(composer, tweetId, text, editor));
}

function inTurn(work: () => Promise<Inserted>): Promise<Inserted> {
  const done = last.then(work);
  last = done.catch(() => {});
  return done;
}

async function put(
  composer: Composer,
  tweetId: string,
  text: string,
  editor = composer.editors[0],
  wanted?: Where,
): Promise<Inserted> {
  if (!(editor instanceof HTMLElement) || !editor.isConnected) return refused;
  const before = textIn(editor);
  if (before.trim() === text.trim()) {
    // X's own link that opens a reply brings its text with it.
    noteInsertion(composerOf(editor) ?? composer, tweetId, text);
    return { ok: true };
  }
  const own = before.trim() !== '' && before !== filled.get(editor);
  const where = wanted ?? (own ? 'after' : 'instead');
  // X's button says whether X has understood, unless it is disabled for another reason: a second post that is empty, a
  // picture that is still under way.
  const telling = composer.editors.length === 1 && !composer.root.querySelector(selectors.attachments);
  const isTaken = (): boolean => !telling || isPressable(editor) || isLong(textIn(editor));
  if (!(await fill(editor, text, where, isTaken))) return refused;
  if (where === 'instead') filled.set(editor, textIn(editor));
  else filled.delete(editor);
  noteInsertion(composerOf(editor) ?? composer, tweetId, text);
  if (where === 'after') offerInstead(composer, tweetId, text, editor);
  return { ok: true };
}

const refused: Inserted = {
  ok: false,
  why: 'refused',
  reason: 'X’s page did not take the text. What was in the composer is still there.',
};

/** The rep had written something: that is never lost by itself. */
function offerInstead(composer: Composer, tweetId: string, text: string, editor: HTMLElement): void {
  const both = textIn(editor);
  showToast({
    text: 'Added after your own words.',
    actions: [
      {
        label: 'Replace mine',
        run: () =>
          void inTurn(async () => {
            // What the rep has written since is theirs as well.
            if (textIn(editor) !== both) return { ok: false, why: 'occupied', reason: '' };
            return put(composer, tweetId, text, editor, 'instead');
          }),
      },
    ],
  });
}

function textIn(editor: Element): string {
  return readParts({ root: editor, editors: [editor], button: null })[0] ?? '';
}

/** True where X may find a text too long and disable its button. Counted roughly, since links count as X pleases. */
function isLong(text: string): boolean {
  let weight = 0;
  for (const letter of text) weight += letter > '\u10ff' ? 2 : 1;
  return weight > CERTAINLY_FITS;
}

/** X's button as it is now: it is drawn anew when a composer unfolds. */
function isPressable(editor: Element): boolean {
  const button = composerOf(editor)?.button;
  return button != null && !button.matches(selectors.disabled);
}
