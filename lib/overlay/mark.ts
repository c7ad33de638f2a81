import { AtSign, Check, CircleQuestionMark, Heart, MessageSquareWarning, Unplug } from 'lucide';
import { explain, explainUrgency } from '../triage/explain';
import type { Judgement } from '../triage/judgement';
import { lookOf, type MarkLook } from '../triage/look';
import { el, type IconNode, icon, onTrustedClick } from './dom';
import { type Host, makeHost, onEscape, onFirstTouch } from './host';

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

/** Delays in milliseconds, so that a mouse on its way elsewhere opens nothing. */
const OPEN_AFTER = 250;
const CLOSE_AFTER = 250;

const icons: Record<MarkLook['kind'], IconNode> = {
  complaint: MessageSquareWarning,
  outage: Unplug,
  question: CircleQuestionMark,
  praise: Heart,
  mention: AtSign,
};

const classesOf = ({ kind, fill, guess }: MarkLook): string => `${kind} ${fill}${guess ? ' guess' : ''}`;

/** What the button of a mark looks like. */
interface Face {
  className: string;
  label: string;
  /** A dot has neither icon nor word. */
  icon: IconNode | null;
  word: string;
}

function faceOf({ judgement, answered }: MarkView): Face {
  const look = lookOf(judgement);
  if (look.shape === 'dot') return { className: `dot ${look.kind}`, label: look.label, icon: null, word: '' };
  if (answered) {
    const word = `answered ${answered.by}, ${answered.ago}`;
    return { className: 'chip answered', label: word, icon: Check, word };
  }
  return { className: `chip ${classesOf(look)}`, label: look.label, icon: icons[look.kind], word: look.word };
}

/** Draws a mark: a chip where someone may need an answer, a dot for the rest. Hover or focus opens the why. */
export class Mark {
  readonly host: Host;
  readonly #actions: MarkActions;
  readonly #button = el('button', { type: 'button', 'aria-expanded': 'false' });
  #why: HTMLElement | null = null;
  #view: MarkView | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tweetId: string, actions: MarkActions) {
    this.host = makeHost('mark', tweetId);
    this.#actions = actions;
    this.host.body.append(this.#button);
    onFirstTouch(this.host, () => this.#listen());
  }

  #listen(): void {
    const { root, body } = this.host;
    onTrustedClick(this.#button, () => (this.#why ? this.#hide() : this.#show()));
    body.addEventListener('mouseenter', () => this.#soon(() => this.#show(), OPEN_AFTER));
    body.addEventListener('mouseleave', () => this.#soon(() => this.#hide(), CLOSE_AFTER));
    root.addEventListener('focusin', () => {
      if (this.#button.matches(':focus-visible')) this.#show();
    });
    root.addEventListener('focusout', (event) => {
      if (!((event as FocusEvent).relatedTarget instanceof Node)) this.#soon(() => this.#hide(), 0);
    });
    onEscape(this.host, () => {
      this.#button.focus();
      this.#hide();
    });
  }

  /**
   * Shows this judgement. `late` says that the tweet is on screen already: then the mark takes only space that is free,
   * so that nothing of X's moves.
   */
  update(view: MarkView, late: boolean): void {
    const before = this.#view;
    if (before && isSame(before, view)) return;
    this.#view = view;
    this.#hide();
    if (!before && late) this.host.element.style.setProperty('--hark-least', '0px');
    const { className, label, icon: drawing, word } = faceOf(view);
    this.#button.className = className;
    this.#button.setAttribute('aria-label', label);
    this.#button.replaceChildren(
      ...(drawing ? [icon(drawing, 14), el('span', { class: 'word', dir: 'auto' }, word)] : []),
    );
  }

  /** Takes the mark off the page. */
  remove(): void {
    clearTimeout(this.#timer);
    this.#hide();
    this.host.element.remove();
  }

  #soon(callback: () => void, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(callback, delay);
  }

  #show(): void {
    clearTimeout(this.#timer);
    if (this.#why || !this.#view) return;
    const { judgement, answered } = this.#view;
    const press = (words: string, className: string, act: () => void): HTMLButtonElement => {
      const button = el('button', { type: 'button', class: className }, words);
      onTrustedClick(button, () => {
        this.#hide();
        act();
      });
      return button;
    };
    const { openCase, notAboutUs, complaint } = this.#actions;
    const isComplaint = judgement.intent === 'complaint';
    const urgency = explainUrgency(judgement);
    const quiet = (text: string): HTMLElement => el('p', { class: 'quiet', dir: 'auto' }, text);
    const why = el(
      'div',
      { class: 'why', role: 'group', 'aria-label': 'Why this is marked', popover: 'manual' },
      el('p', { dir: 'auto' }, explain(judgement)),
      ...(urgency ? [quiet(urgency)] : []),
      ...(answered ? [quiet(`Answered by ${answered.by} ${answered.ago} ago.`)] : []),
      el(
        'div',
        { class: 'actions' },
        press('Open case', 'pill', openCase),
        press('Not about us', 'plain', notAboutUs),
        press(isComplaint ? 'Not a complaint' : 'It is a complaint', 'plain', () => complaint(!isComplaint)),
      ),
    );
    this.host.body.append(why);
    this.#why = why;
    this.#button.setAttribute('aria-expanded', 'true');
    why.showPopover();
    this.#put(why, this.#button.getBoundingClientRect());
    window.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
  }

  /** Below the chip, or above it where there is no room; always within the window. */
  #put(why: HTMLElement, anchor: DOMRect): void {
    const box = why.getBoundingClientRect();
    const rtl = getComputedStyle(this.host.element).direction === 'rtl';
    const wanted = rtl ? anchor.right - box.width : anchor.left;
    const left = Math.max(8, Math.min(wanted, window.innerWidth - box.width - 8));
    const below = anchor.bottom + 4;
    const top = below + box.height > window.innerHeight - 8 ? Math.max(8, anchor.top - box.height - 4) : below;
    why.style.left = `${left}px`;
    why.style.top = `${top}px`;
  }

  readonly #onScroll = (): void => this.#hide();

  #hide(): void {
    if (!this.#why) return;
    window.removeEventListener('scroll', this.#onScroll, { capture: true });
    this.#why.remove();
    this.#why = null;
    this.#button.setAttribute('aria-expanded', 'false');
  }
}

/** The rule down the start edge of a tweet that may need an answer. */
export class Rule {
  readonly host: Host;
  readonly #line = el('div');
  #looks = '';

  constructor(tweetId: string) {
    this.host = makeHost('rule', tweetId);
    this.host.body.append(this.#line);
  }

  update({ judgement, answered }: MarkView): void {
    const looks = answered ? 'answered' : classesOf(lookOf(judgement));
    if (looks === this.#looks) return;
    this.#looks = looks;
    this.#line.className = `line ${looks}`;
  }

  remove(): void {
    this.host.element.remove();
  }
}

/** Renewed judgements mostly say the same: what the rep is reading then stays open. */
function isSame(one: MarkView, other: MarkView): boolean {
  if (one.answered?.by !== other.answered?.by || one.answered?.ago !== other.answered?.ago) return false;
  return one.judgement === other.judgement || JSON.stringify(one.judgement) === JSON.stringify(other.judgement);
}
