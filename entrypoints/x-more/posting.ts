import { showToast } from '../../lib/overlay/toast';
import type { PageMessages, Recorded } from '../../lib/protocol';
import { type Composer, composerOf, readParts } from '../../lib/x/composer';
import { selectors } from '../../lib/x/selectors';
import { UNCHECKED } from '../x.content/doorman';
import { ask } from '../x.content/worker';

/*
 * What happens after X's button was let have its way. Passing the guard is no proof of posting: X may refuse, and the
 * page may lose its network.
 */

/** How often it is looked whether X has taken a post, in milliseconds. */
const LOOK_EVERY = 100;
/** X has refused what is still in the composer after this time, and not under way, in milliseconds. */
const REFUSED_AFTER = 4_000;
/** However slow the network is, in milliseconds. */
const GIVE_UP_AFTER = 30_000;
/** How long X's notice is waited for, in milliseconds. */
const NOTICE_WITHIN = 10_000;

const wait = (delay: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delay));

/** Whether X has taken the text out of a composer: it is empty or gone. False if X refused it. */
export async function isTaken(editor: Element, isCurrent: () => boolean): Promise<boolean> {
  const textNow = (): string => readParts({ root: editor, editors: [editor], button: null }).join('\n');
  const before = textNow();
  const start = performance.now();
  for (;;) {
    await wait(LOOK_EVERY);
    if (!isCurrent()) return false;
    if (!editor.isConnected || !editor.matches(selectors.editor)) return true;
    const now = textNow();
    if (now.trim() === '') return true;
    // The rep has gone on writing in what X gave back.
    if (now !== before) return false;
    const passed = performance.now() - start;
    if (passed > GIVE_UP_AFTER || (passed > REFUSED_AFTER && !isUnderWay(composerOf(editor)))) return false;
  }
}

/** X disables its button while a post is under way. */
function isUnderWay(composer: Composer | null): boolean {
  return composer?.button?.matches(selectors.disabled) ?? false;
}

/** The post that X's notice leads to, or null. */
export function noticedPost(): string | null {
  for (const link of document.querySelectorAll(`${selectors.layers} ${selectors.notice} ${selectors.statusLink}`)) {
    const id = /\/status\/(\d{1,25})(?:$|[/?#])/.exec(link.getAttribute('href') ?? '')?.[1];
    if (id) return id;
  }
  return null;
}

/** Writes down a post that X has taken, says so, and passes on what X says of it. */
export async function recordPost(
  posted: PageMessages['posted'],
  { noticedBefore, unchecked }: { noticedBefore: string | null; unchecked: boolean },
): Promise<void> {
  const { account, answered } = posted.composed;
  const notice = account === null ? null : waitForNotice(noticedBefore);
  const recorded = await ask('posted', posted).catch(() => null);
  if (recorded) sayRecorded(recorded, posted.requestId, answered?.id ?? null, unchecked);
  else showToast({ text: 'Posted, but not written down: Hark did not answer.', trouble: true, above: true });
  const tweetId = await notice;
  if (account !== null && tweetId) await ask('postOut', { account, tweetId }).catch(() => {});
}

async function waitForNotice(before: string | null): Promise<string | null> {
  for (const end = performance.now() + NOTICE_WITHIN; performance.now() < end; await wait(LOOK_EVERY)) {
    const id = noticedPost();
    if (id && id !== before) return id;
  }
  return null;
}

function sayRecorded(
  { kind, caseNumber, canUndo, reminder }: Recorded,
  requestId: string,
  tweetId: string | null,
  unchecked: boolean,
): void {
  if (kind === 'none' || caseNumber === null) return;
  const where = kind === 'created' ? `Recorded in new case #${caseNumber}` : `Recorded in case #${caseNumber}`;
  const words = [...(unchecked ? [UNCHECKED] : []), `${where} as not seen yet.`];
  if (reminder) words.push('You promised to come back to them.');
  showToast({
    text: words.join(' '),
    above: true,
    actions: [
      ...(reminder && tweetId
        ? [{ label: `Remind me ${reminder.when}`, run: () => void remind(tweetId, reminder) }]
        : []),
      ...(canUndo ? [{ label: 'Undo', run: () => void undo(requestId, 'Undone.') }] : []),
    ],
  });
}

/** Sets the follow-up that was offered. */
export async function remind(
  tweetId: string,
  { dueAt, reason, when }: NonNullable<Recorded['reminder']>,
): Promise<void> {
  const requestId = crypto.randomUUID();
  try {
    await ask('remind', { requestId, tweetId, dueAt, reason });
    showToast({
      text: `You will be reminded ${when}.`,
      above: true,
      actions: [{ label: 'Undo', run: () => void undo(requestId, 'No reminder, then.') }],
    });
  } catch (error) {
    showToast({ text: `No reminder was set. ${inWords(error)}`, trouble: true });
  }
}

async function undo(requestId: string, done: string): Promise<void> {
  try {
    const undone = await ask('undo', { requestId });
    showToast(undone.ok ? { text: done, above: true } : { text: undone.reason, trouble: true });
  } catch (error) {
    showToast({ text: `That could not be undone. ${inWords(error)}`, trouble: true });
  }
}

/** Only what the worker says itself is meant for the rep. */
const inWords = (error: unknown): string =>
  error instanceof Error && error.name === 'RefusedError' ? error.message : 'Try again.';
