import { AtSign, Check, CircleQuestionMark, Heart, MessageSquareWarning, Unplug } from 'lucide';
import { explain, explainUrgency } from '../triage/explain';
import type { Judgement } from '../triage/judgement';
import { lookOf, type MarkLook } from '../triage/look';
import { el, type IconNode, icon } from './dom';
import { type Host, makeHost, onFirstTouch } from './host';
import { Why } from './why';

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
  readonly #why: Why;
  #view: MarkView | null = null;

  constructor(tweetId: string, actions: MarkActions) {
    this.host = makeHost('mark', tweetId);
    this.#actions = actions;
    this.host.body.append(this.#button);
    this.#why = new Why(this.host, this.#button, () => this.#drawWhy());
    onFirstTouch(this.host, () => this.#why.listen());
  }

  /**
   * Shows this judgement. `late` says that the tweet is on screen already: then the mark takes only space that is free,
   * so that nothing of X's moves.
   */
  update(view: MarkView, late: boolean): void {
    const before = this.#view;
    if (before && isSame(before, view)) return;
    this.#view = view;
    this.#why.hide();
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
    this.#why.remove();
    this.host.element.remove();
  }

  #drawWhy(): HTMLElement | null {
    if (!this.#view) return null;
    const { judgement, answered } = this.#view;
    const { openCase, notAboutUs, complaint } = this.#actions;
    const isComplaint = judgement.intent === 'complaint';
    const urgency = explainUrgency(judgement);
    const quiet = (text: string): HTMLElement => el('p', { class: 'quiet', dir: 'auto' }, text);
    return el(
      'div',
      { class: 'why', role: 'group', 'aria-label': 'Why this is marked', popover: 'manual' },
      el('p', { dir: 'auto' }, explain(judgement)),
      ...(urgency ? [quiet(urgency)] : []),
      ...(answered ? [quiet(`Answered by ${answered.by} ${answered.ago} ago.`)] : []),
      el(
        'div',
        { class: 'actions' },
        this.#why.press('Open case', 'pill', openCase),
        this.#why.press('Not about us', 'plain', notAboutUs),
        this.#why.press(isComplaint ? 'Not a complaint' : 'It is a complaint', 'plain', () => complaint(!isComplaint)),
      ),
    );
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
