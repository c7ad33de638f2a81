import { copyText } from '../../lib/browser/clipboard';
import { wholeDraft } from '../../lib/guard/draft';
import { isForPrivate, type OverrideReason, overrideReasonNames, reasonsFor } from '../../lib/guard/outcome';
import { type CheckId, checkNames, type Level, type Spoken, type Verdict } from '../../lib/guard/types';
import { HintRow } from '../../lib/overlay/hint';
import { type Hold, type HoldView, openHold } from '../../lib/overlay/hold';
import { showToast } from '../../lib/overlay/toast';
import type { Composed } from '../../lib/protocol';
import { type Composer, composerOf, isEmpty } from '../../lib/x/composer';
import { fill } from '../../lib/x/fill';
import { readUserId } from '../../lib/x/read-user-id';
import { selectors } from '../../lib/x/selectors';
import { AFTER_KEY, DEADLINE, sayUnchecked } from '../x.content/doorman';
import { Known } from '../x.content/known';
import { accountNow, isNobodysBusiness, isOfBrand } from '../x.content/who';
import { ask, isConnected, RefusedError } from '../x.content/worker';
import { keyOf, readComposed } from './composed';
import { forgetInsertion, insertedFor, noteInsertion } from './insertions';
import { isTaken, noticedPost, recordPost, remind } from './posting';

/** Chips come after a pause this long, in milliseconds: nobody is told off in the middle of a word. */
const PAUSE = 700;
/** How often it is looked whether the conversation around a draft has changed, in milliseconds. */
const LOOK_AGAIN = 1_000;
/** A worker that was asked so lately is awake, in milliseconds. */
const AWAKE = 20_000;

/** What is known of the draft in one composer. */
interface Draft {
  /** The first editor: X keeps it as long as the composer is open. */
  readonly editor: Element;
  begunAt: string | null;
  /** `asking` and `held`: a press is being decided on, and no other one counts. */
  phase: 'writing' | 'asking' | 'held';
  typedAt: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  hints: HintRow | null;
  dismissed: Set<CheckId>;
  /** What the rep has been told of this draft, as chip or dialog. */
  told: Map<CheckId, Level>;
  /** The tweet it answers, to be known when the composer is gone. */
  answered: string | null;
  /** Which press is watched for whether X has taken it. */
  watched: object | null;
  /** A draft that was released although X's button could not be pressed for the rep: the next press passes. */
  passes: string | null;
}

/** Looks over what is posted as one of the brand's accounts. On any other account it does nothing. */
export class Replying {
  readonly #verdicts = new Known<Verdict>(100);
  /** When the worker was asked last. */
  #askedAt = Number.NEGATIVE_INFINITY;
  readonly #drafts = new WeakMap<Element, Draft>();
  #caret: Caret | null = null;
  /** Drafts with words in them. */
  readonly #open = new Set<Draft>();
  #looking: ReturnType<typeof setInterval> | undefined;

  /** Begins to follow the caret; all else is told by whoever stands at X's editors and buttons. */
  start(): void {
    this.#caret = caretNow();
    document.addEventListener(
      'selectionchange',
      () => {
        this.#caret = caretNow() ?? this.#caret;
      },
      { passive: true },
    );
  }

  /** What was judged as some accounts may be judged otherwise now. */
  accountsChanged(): void {
    this.#verdicts.clear();
    for (const draft of this.#open) this.#schedule(draft, AFTER_KEY);
  }

  /** Whether a composer is the guard's business: the brand's accounts, and what Hark has inserted. */
  #concerns(composer: Composer): boolean {
    if (isNobodysBusiness() || !isConnected()) return false;
    return isOfBrand(accountNow()) || insertedFor(composer, null) !== null;
  }

  #draftOf({ editors: [editor] }: Composer): Draft | null {
    if (!editor) return null;
    let draft = this.#drafts.get(editor);
    if (!draft) {
      draft = {
        editor,
        begunAt: null,
        phase: 'writing',
        typedAt: 0,
        timer: undefined,
        hints: null,
        dismissed: new Set(),
        told: new Map(),
        answered: null,
        watched: null,
        passes: null,
      };
      this.#drafts.set(editor, draft);
    }
    return draft;
  }

  // While the rep types

  /** Something was written. It is looked at after so many milliseconds, unless more follows. */
  typing(editor: Element, delay: number): void {
    const composer = composerOf(editor);
    const draft = composer && this.#concerns(composer) ? this.#draftOf(composer) : null;
    if (!draft) return;
    draft.typedAt = performance.now();
    this.#schedule(draft, delay);
  }

  #schedule(draft: Draft, delay: number): void {
    clearTimeout(draft.timer);
    draft.timer = setTimeout(() => void this.#lookAt(draft), delay);
  }

  /** Brings verdict and chips in line with what is written. */
  async #lookAt(draft: Draft): Promise<void> {
    const composer = draft.editor.isConnected ? composerOf(draft.editor) : null;
    if (!composer || !this.#concerns(composer)) {
      this.#end(draft);
      return;
    }
    if (isEmpty(composer)) {
      this.#end(draft);
      // Wakes the worker, and warms up what it reads for a verdict.
      if (performance.now() - this.#askedAt > AWAKE) await this.#judge(this.#read(composer, draft)).catch(() => {});
      return;
    }
    draft.begunAt ??= new Date().toISOString();
    this.#open.add(draft);
    this.#looking ??= setInterval(() => this.#lookAgain(), LOOK_AGAIN);
    const composed = this.#read(composer, draft);
    const verdict = this.#verdicts.get(keyOf(composed)) ?? (await this.#judge(composed).catch(() => null));
    if (!verdict) return;
    const rest = draft.typedAt + PAUSE - performance.now();
    // Words that are mended go at once; new ones wait for a pause.
    if (rest > 0 && draft.hints === null && verdict.verdict !== 'pass') {
      clearTimeout(draft.timer);
      draft.timer = setTimeout(() => void this.#lookAt(draft), rest);
      return;
    }
    const now = composerOf(draft.editor);
    if (!now || keyOf(this.#read(now, draft)) !== keyOf(composed)) return;
    this.#showHints(draft, now, verdict, wholeDraft(composed.parts), rest > 0);
  }

  /** The conversation may change under the rep: a colleague answers, the tweet goes. */
  #lookAgain(): void {
    if (this.#open.size === 0) {
      clearInterval(this.#looking);
      this.#looking = undefined;
    }
    for (const draft of this.#open) {
      if (performance.now() - draft.typedAt > AFTER_KEY) void this.#lookAt(draft);
    }
  }

  #read(composer: Composer, draft: Draft): Composed {
    const composed = readComposed(composer, accountNow(), draft.begunAt);
    draft.answered = composed.answered?.id ?? null;
    return composed;
  }

  async #judge(composed: Composed): Promise<Verdict> {
    this.#askedAt = performance.now();
    const verdict = await ask('judgeDraft', composed);
    this.#verdicts.set(keyOf(composed), verdict);
    return verdict;
  }

  /** @param onlyFewer true while the rep is still typing: then nothing new is said */
  #showHints(draft: Draft, composer: Composer, verdict: Verdict, text: string, onlyFewer: boolean): void {
    const said = verdict.checks.filter(({ id }) => !draft.dismissed.has(id) && (!onlyFewer || draft.told.has(id)));
    if (said.length === 0 && !draft.hints) return;
    draft.hints ??= new HintRow((id) => {
      draft.dismissed.add(id as CheckId);
      this.#schedule(draft, 0);
    });
    if (!onlyFewer) for (const { id, level } of said) draft.told.set(id, level);
    draft.hints.update(
      said.map(({ id, level, why, words: [first] }) => ({
        id,
        holds: level === 'hold',
        name: checkNames[id],
        why,
        words: first ? text.slice(first.start, first.end) : '',
      })),
    );
    if (said.length === 0) return;
    const bar = composer.root.querySelector(selectors.toolBar) ?? composer.root.lastElementChild;
    if (bar && !bar.hasAttribute('data-hark')) draft.hints.placeAfter(bar);
  }

  /** The composer is empty or gone, and nothing was posted: what had been said of it counts as done with. */
  #end(draft: Draft): void {
    this.#open.delete(draft);
    if (draft.watched !== null) return;
    this.#tell(draft, [...draft.told], 'dropped');
    this.#forget(draft);
  }

  #forget(draft: Draft): void {
    clearTimeout(draft.timer);
    draft.hints?.remove();
    draft.hints = null;
    draft.begunAt = null;
    draft.passes = null;
    draft.told.clear();
    draft.dismissed.clear();
  }

  #tell(draft: Draft, told: readonly [CheckId, Level][], outcome: 'edited' | 'private' | 'dropped'): void {
    if (told.length === 0 || !isOfBrand(accountNow())) return;
    const { answered } = draft;
    const spoken = told.map(([id, level]) => ({ id, level }));
    void ask('guardSaid', { requestId: crypto.randomUUID(), answered, spoken, outcome }).catch(() => {});
  }

  // As the rep posts

  /** Lets a press through, or stops it before X hears of it. In the turn of the press, since later is too late. */
  press(event: Event, part: Element, repeated: boolean): void {
    const stop = (): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    let composer: Composer | null = null;
    try {
      composer = composerOf(part);
      if (!composer || !this.#concerns(composer)) return;
      // X does not post these either.
      if (isEmpty(composer) || composer.button?.matches(selectors.disabled)) return;
      const draft = this.#draftOf(composer);
      if (!draft) return;
      if (draft.phase !== 'writing') {
        stop();
        return;
      }
      const composed = this.#read(composer, draft);
      const key = keyOf(composed);
      const verdict = this.#verdicts.get(key);
      if (draft.passes === key || (verdict && verdict.verdict !== 'hold')) {
        if (repeated) return;
        draft.passes = null;
        this.#letGo(draft, composed, verdict ?? null, null);
        return;
      }
      stop();
      // A key that is held down is one press.
      if (repeated) return;
      if (verdict) this.#hold(draft, composer, composed, verdict);
      else void this.#decide(draft, composer, composed);
    } catch {
      // Whatever is wrong with Hark must not keep anybody from posting.
      if (!event.defaultPrevented) sayUnchecked('failed');
      else if (composer) this.#sayUncheckedAndPress(composer);
    }
  }

  /**
   * Decides on a press that was stopped before this script was there. False if it is none of the guard's business: then
   * whoever has stopped it lets it go.
   */
  decide(part: Element): boolean {
    const composer = composerOf(part);
    const draft = composer && this.#concerns(composer) && !isEmpty(composer) ? this.#draftOf(composer) : null;
    if (!composer || !draft || draft.phase !== 'writing') return false;
    try {
      void this.#decide(draft, composer, this.#read(composer, draft));
    } catch {
      this.#sayUncheckedAndPress(composer);
    }
    return true;
  }

  #sayUncheckedAndPress(composer: Composer): void {
    sayUnchecked('failed');
    (composer.button as HTMLElement | null)?.click();
  }

  /** The verdict is not known yet: it is waited for, but not long. */
  async #decide(draft: Draft, composer: Composer, composed: Composed): Promise<void> {
    draft.phase = 'asking';
    const late = Symbol('late');
    const asked = this.#judge(composed);
    asked.catch(() => {});
    const answer = await Promise.race([
      asked.catch(() => null),
      new Promise<typeof late>((resolve) => setTimeout(() => resolve(late), DEADLINE)),
    ]);
    draft.phase = 'writing';
    if (answer !== null && answer !== late) {
      if (answer.verdict === 'hold') this.#hold(draft, composer, composed, answer);
      else this.#release(draft, composed, answer, null);
      return;
    }
    if (!this.#release(draft, composed, null, null)) return;
    // Without a worker there is nobody who could count it; the notice about that is shown already.
    if (isConnected()) sayUnchecked(answer === late ? 'late' : 'failed');
  }

  #hold(draft: Draft, composer: Composer, composed: Composed, verdict: Verdict): void {
    draft.phase = 'held';
    const caret = caretNow() ?? this.#caret;
    for (const { id, level } of verdict.checks) {
      if (level === 'hold' || draft.told.has(id)) draft.told.set(id, level);
    }
    let dialog: Hold | null = null;
    let said = verdict;
    const close = (): void => {
      draft.phase = 'writing';
      dialog?.close();
    };
    const leave = (): void => {
      close();
      goBackTo(composer, caret);
    };
    const post = (reason: OverrideReason): void => {
      close();
      // Asked to post, Hark presses that one button and leaves the editor alone.
      if (!this.#release(draft, composed, said, reason)) goBackTo(composer, caret);
    };
    const because = (reason: OverrideReason): void => {
      if (reason !== 'isOurs') {
        post(reason);
        return;
      }
      dialog?.busy(true);
      void this.#keepAsOurs(composed, said).then((next) => {
        if (draft.phase !== 'held') return;
        if (next?.verdict !== 'hold') {
          post(reason);
          return;
        }
        said = next;
        dialog?.update(view());
      });
    };
    const view = (): HoldView => {
      const holds = said.checks.filter(({ level }) => level === 'hold');
      const ids = holds.map(({ id }) => id);
      const fits = composed.answered !== null && composer.editors.length === 1 && isOfBrand(accountNow());
      return {
        title: ids.map((id) => checkNames[id]).join('. '),
        why: holds.map(({ why }) => why),
        draft: wholeDraft(composed.parts),
        words: wordsOf(holds),
        reasons: reasonsFor(ids).map((reason) => ({
          label: overrideReasonNames[reason],
          run: () => because(reason),
        })),
        takePrivate:
          fits && ids.some(isForPrivate)
            ? () => {
                dialog?.busy(true);
                void this.#takePrivate(draft, composed, leave, () => dialog?.busy(false));
              }
            : null,
      };
    };
    try {
      dialog = openHold(composer.root, view(), leave);
    } catch {
      draft.phase = 'writing';
      if (this.#release(draft, composed, null, null)) sayUnchecked('failed');
    }
  }

  /**
   * Presses X's button, once and with the same text: the one press of Hark's own in X's page, for the one that it has
   * stopped. Returns false if that cannot be done; then the rep presses again.
   */
  #release(draft: Draft, composed: Composed, verdict: Verdict | null, reason: OverrideReason | null): boolean {
    const composer = draft.editor.isConnected ? composerOf(draft.editor) : null;
    const { parts } = composed;
    if (!composer) {
      const text = wholeDraft(parts);
      showToast({
        text: 'X has closed this composer. Nothing was posted.',
        trouble: true,
        actions: [{ label: 'Copy my text', run: () => void copyText(text) }],
      });
      return false;
    }
    const now = this.#read(composer, draft);
    if (JSON.stringify(now.parts) !== JSON.stringify(parts) || now.answered?.id !== composed.answered?.id) {
      showToast({ text: 'The draft has changed meanwhile. Nothing was posted; press again.', trouble: true });
      return false;
    }
    const { button } = composer;
    if (!(button instanceof HTMLElement) || button.matches(selectors.disabled)) {
      draft.passes = keyOf(now);
      showToast({ text: 'X’s button could not be pressed. Press it once more.', trouble: true });
      return false;
    }
    this.#letGo(draft, composed, verdict, reason);
    button.click();
    return true;
  }

  /** A post goes its way; what there is to write down is written once X has taken it. */
  #letGo(draft: Draft, composed: Composed, verdict: Verdict | null, reason: OverrideReason | null): void {
    const failed = verdict !== null && verdict.unchecked.length > 0;
    if (failed) sayUnchecked('failed');
    const press = {};
    draft.watched = press;
    const noticedBefore = noticedPost();
    void isTaken(draft.editor, () => draft.watched === press).then(async (taken) => {
      if (draft.watched !== press) return;
      draft.watched = null;
      if (!taken) return;
      const spoken = (verdict?.checks ?? []).filter(({ id, level }) => level === 'hold' || draft.told.has(id));
      const mended = [...draft.told].filter(([id]) => !spoken.some((one) => one.id === id));
      this.#tell(draft, mended, 'edited');
      this.#open.delete(draft);
      this.#forget(draft);
      if (composed.insertedFor !== null) forgetInsertion(composed.insertedFor);
      // A rep's private life is not written down, whatever was inserted there.
      if (!isOfBrand(accountNow()) || composed.account !== accountNow()) return;
      await recordPost(
        {
          requestId: crypto.randomUUID(),
          composed,
          spoken: spoken.map(({ id, level }) => ({ id, level })),
          reason,
        },
        { noticedBefore, unchecked: verdict === null || failed },
      );
    });
  }

  /** "It's ours": remembered, and judged again. Null if that fails. */
  async #keepAsOurs(composed: Composed, { checks }: Verdict): Promise<Verdict | null> {
    const text = wholeDraft(composed.parts);
    const words = checks
      .filter(({ id, level }) => id === 'personal-data' && level === 'hold')
      .flatMap((check) => check.words.map(({ start, end }) => text.slice(start, end).slice(0, 200)));
    try {
      for (const ours of words) await ask('keepAsOurs', { words: ours });
      this.#verdicts.clear();
      return await this.#judge(composed);
    } catch {
      return null;
    }
  }

  /** Moves the personal parts into the case; the draft becomes an invitation to a direct message. */
  async #takePrivate(draft: Draft, composed: Composed, leave: () => void, stay: () => void): Promise<void> {
    const { answered, thread, account, parts } = composed;
    if (!answered) return;
    try {
      const taken = await ask('takePrivate', {
        requestId: crypto.randomUUID(),
        tweet: answered,
        thread,
        account,
        draft: wholeDraft(parts),
        userId: readUserId(document, answered.handle),
      });
      if (draft.phase !== 'held') return;
      leave();
      this.#tell(draft, [...draft.told], 'private');
      this.#forget(draft);
      const composer = composerOf(draft.editor);
      const { editor } = draft;
      const filled =
        composer && editor instanceof HTMLElement && (await fill(editor, taken.text, 'instead', () => true));
      if (filled) noteInsertion(composer, answered.id, taken.text);
      const copied = !filled && (await copyText(taken.text));
      const { reminder } = taken;
      showToast({
        text: filled
          ? `What is personal is in case #${taken.caseNumber}. Read the invitation, then post it.`
          : `What is personal is in case #${taken.caseNumber}. X’s page did not take the invitation${copied ? '; it is copied, paste it.' : '.'}`,
        trouble: !filled,
        actions: reminder
          ? [{ label: `Remind me ${reminder.when}`, run: () => void remind(answered.id, reminder) }]
          : [],
      });
    } catch (error) {
      stay();
      const why = error instanceof RefusedError ? error.message : 'Your draft is as it was.';
      showToast({ text: `It could not be taken private. ${why}`, trouble: true });
    }
  }
}

/** All places that are to be marked, in order, without overlaps. */
function wordsOf(checks: readonly Spoken[]): { start: number; end: number }[] {
  const marked: { start: number; end: number }[] = [];
  for (const { start, end } of checks.flatMap(({ words }) => words).sort((one, other) => one.start - other.start)) {
    const last = marked.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else marked.push({ start, end });
  }
  return marked;
}

/** Where the rep writes or has written last. */
interface Caret {
  editor: Element;
  anchor: Node;
  anchorOffset: number;
  focus: Node;
  focusOffset: number;
}

/** The caret, as long as it stands in an editor: on its way to the button X lets it go. */
function caretNow(): Caret | null {
  const { activeElement } = document;
  const { anchorNode: anchor, anchorOffset, focusNode: focus, focusOffset } = document.getSelection() ?? {};
  if (!activeElement?.matches(selectors.editor) || !anchor || !focus) return null;
  if (!activeElement.contains(anchor) || !activeElement.contains(focus)) return null;
  return { editor: activeElement, anchor, anchorOffset: anchorOffset ?? 0, focus, focusOffset: focusOffset ?? 0 };
}

/** Brings focus and caret back to where the rep was writing. */
function goBackTo({ editors }: Composer, caret: Caret | null): void {
  const editor = editors.find((one) => one === caret?.editor) ?? editors.at(-1);
  if (!(editor instanceof HTMLElement) || !editor.isConnected) return;
  editor.focus({ preventScroll: true });
  const put = (): void => {
    const selection = document.getSelection();
    if (caret && editor.contains(caret.anchor) && editor.contains(caret.focus)) {
      const most = (node: Node): number => node.nodeValue?.length ?? node.childNodes.length;
      const { anchor, anchorOffset, focus, focusOffset } = caret;
      selection?.setBaseAndExtent(
        anchor,
        Math.min(anchorOffset, most(anchor)),
        focus,
        Math.min(focusOffset, most(focus)),
      );
      return;
    }
    // X has drawn the text anew: its end is where one goes on. In a line, since Draft.js breaks on what is typed beside.
    let end: Node | null = [...editor.querySelectorAll(selectors.editorBlock)].at(-1) ?? null;
    while (end?.lastChild && end.lastChild.nodeName !== 'BR') end = end.lastChild;
    if (end) selection?.collapse(end, end.nodeValue?.length ?? 0);
  };
  put();
  // With the focus, Draft.js puts its own selection a moment later.
  requestAnimationFrame(put);
}
