import { AtSign, Check, CircleQuestionMark, Heart, MessageSquareWarning, Unplug } from 'lucide';
import { lookOf, type MarkLook } from '../triage/look';
import { el, type IconNode, icon } from './dom';
import { type Host, makeHost, onFirstTouch } from './host';
import { type Telling, whenNearby } from './nearby';
import type { MarkActions, MarkView } from './views';

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
  readonly #button = el('button', { type: 'button', 'aria-expanded': 'false' });
  #why: Telling | null = null;
  #view: MarkView | null = null;

  constructor(tweetId: string, actions: MarkActions) {
    this.host = makeHost('mark', tweetId);
    this.host.body.append(this.#button);
    onFirstTouch(this.host, () =>
      whenNearby((nearby) => {
        this.#why = nearby.tellOfMark(this.host, this.#button, () => this.#view, actions);
      }),
    );
  }

  /**
   * Shows this judgement. `late` says that the tweet is on screen already: then the mark takes only space that is free,
   * so that nothing of X's moves.
   */
  update(view: MarkView, late: boolean): void {
    const before = this.#view;
    if (before && isSame(before, view)) return;
    this.#view = view;
    this.#why?.hide();
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
    this.#view = null;
    this.#why?.remove();
    this.host.element.remove();
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
