import type { CustomerBadge } from '../cases/case';
import { loudnessOf } from '../triage/judgement';
import type { Places } from '../x/place';
import { CustomerBadgeView } from './customer-badge';
import { isTouched } from './host';
import { ImpostorMark } from './impostor-mark';
import { Mark, Rule } from './mark';
import { OpenButton, type OpenView } from './open-button';
import { settleIn } from './press';
import type { ImpostorActions, ImpostorView, MarkActions, MarkView } from './views';

/** Everything Hark shows on one tweet. */
export interface ArticleView {
  mark: MarkView | null;
  /** Set where the author passes for the brand: then nothing else is said of the tweet. */
  impostor: ImpostorView | null;
  open: OpenView;
  customer: CustomerBadge | null;
}

/** What the rep can do on one tweet. */
export interface ArticleActions extends Omit<MarkActions, 'openCase'>, ImpostorActions {
  openCase(): Promise<void>;
  showCustomer(): void;
}

interface Piece {
  host: { element: HTMLElement };
  remove(): void;
}

/**
 * What Hark has drawn on one article for one tweet. When a recycled cell shows another tweet, this is removed and
 * another one made, so that no click can ever act on a tweet that is gone. Only a button that nobody has come near is
 * handed on.
 */
export class ArticleOverlay {
  #mark: Mark | null = null;
  #impostor: ImpostorMark | null = null;
  #rule: Rule | null = null;
  #open: OpenButton | null = null;
  #customer: CustomerBadgeView | null = null;

  constructor(
    readonly tweetId: string,
    private readonly article: Element,
    private readonly actions: ArticleActions,
    handedOn: OpenButton | null = null,
  ) {
    if (!handedOn) return;
    handedOn.takeFor(tweetId, actions.openCase);
    owners.set(handedOn.host.element, this);
    this.#open = handedOn;
  }

  /**
   * Brings the drawings in line with the view. May be called as often as one likes: it changes only what differs. What
   * is new is put in its place by {@link place}.
   */
  update(view: ArticleView, late: boolean): void {
    this.#mark = this.#keep(this.#mark, view.mark !== null, () => {
      const { openCase, ...others } = this.actions;
      return new Mark(this.tweetId, { ...others, openCase: () => void openCase() });
    });
    this.#impostor = this.#keep(
      this.#impostor,
      view.impostor !== null,
      () => new ImpostorMark(this.tweetId, this.actions),
    );
    this.#rule = this.#keep(
      this.#rule,
      view.mark !== null && loudnessOf(view.mark.judgement) === 'full',
      () => new Rule(this.tweetId),
    );
    this.#open = this.#keep(this.#open, true, () => new OpenButton(this.tweetId, view.open, this.actions.openCase));
    this.#customer = this.#keep(
      this.#customer,
      view.customer !== null,
      () => new CustomerBadgeView(this.tweetId, this.actions.showCustomer),
    );

    if (view.impostor) this.#impostor?.update(view.impostor);
    if (view.mark) {
      this.#mark?.update(view.mark, late);
      this.#rule?.update(view.mark);
    }
    this.#open?.update(view.open);
    if (view.customer) this.#customer?.update(view.customer);
    // The last of the two takes all that is left of the row, so that X's menu stays where it is.
    const mark = (this.#impostor ?? this.#mark)?.host.element;
    const most = this.#customer ? 'max-content' : '';
    if (mark && mark.style.getPropertyValue('--hark-most') !== most) mark.style.setProperty('--hark-most', most);
  }

  /** Takes everything off the article. */
  remove(): void {
    for (const piece of this.#pieces()) piece?.remove();
    this.#mark = this.#impostor = this.#rule = this.#open = this.#customer = null;
  }

  /** Takes off the article what cannot serve its next tweet, and gives the rest. */
  handOn(): OpenButton | null {
    const open = this.#open;
    const serves = open !== null && !isTouched(open.host) && this.article.contains(open.host.element);
    if (serves) this.#open = null;
    this.remove();
    return serves ? open : null;
  }

  /** True while all that was drawn is still in the article. */
  get intact(): boolean {
    return this.#pieces().every((piece) => piece === null || this.article.contains(piece.host.element));
  }

  /** True if there is something to see of it, and nothing missing. */
  get drawn(): boolean {
    return this.#open !== null && this.intact;
  }

  #keep<T extends Piece>(piece: T | null, wanted: boolean, make: () => T): T | null {
    if (wanted) return piece ?? make();
    piece?.remove();
    return null;
  }

  /** Puts everything in its place, and takes away what is not ours. Returns true if something had to be done. */
  place({ header, actionBar }: Places): boolean {
    // What the page copied or left behind from another tweet is not ours.
    let changed = false;
    for (const stray of this.article.querySelectorAll('[data-hark]')) {
      if (this.#owns(stray) || isInPlaceOfAnother(stray, this)) continue;
      stray.remove();
      changed = true;
    }
    const put = (
      element: HTMLElement | undefined,
      parent: Element | null | undefined,
      before: Element | null,
    ): void => {
      if (!element || !parent || element.parentElement === parent) return;
      parent.insertBefore(element, before);
      settleIn(element, parent, this.article);
      owners.set(element, this);
      changed = true;
    };
    const mark = (this.#impostor ?? this.#mark)?.host.element;
    const customer = this.#customer?.host.element;
    if (header) {
      put(customer, header.parent, header.before);
      put(mark, header.parent, customer?.parentElement === header.parent ? customer : header.before);
    }
    put(this.#rule?.host.element, this.article, null);
    put(this.#open?.host.element, actionBar, null);
    return changed;
  }

  #pieces(): (Piece | null)[] {
    return [this.#open, this.#mark, this.#rule, this.#customer, this.#impostor];
  }

  #owns(element: Element): boolean {
    return this.#pieces().some((piece) => piece?.host.element === element);
  }

  /** True for a host of this overlay that is in its article. */
  holds(element: Element): boolean {
    return this.article.contains(element) && this.#owns(element);
  }
}

/** Which overlay put a host where it is. */
const owners = new WeakMap<Element, ArticleOverlay>();

/** True for a host of a tweet inside a tweet: the two would take turns for ever in taking each other's away. */
function isInPlaceOfAnother(element: Element, overlay: ArticleOverlay): boolean {
  const owner = owners.get(element);
  return owner !== undefined && owner !== overlay && owner.holds(element);
}
