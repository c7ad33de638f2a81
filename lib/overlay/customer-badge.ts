import type { CustomerBadge } from '../cases/case';
import { el, onTrustedClick } from './dom';
import { type Host, makeHost } from './host';

/** "#128 open" beside a customer's name, wherever they appear. A click shows them in the panel. */
export class CustomerBadgeView {
  readonly host: Host;
  readonly #button: HTMLButtonElement;
  #shown = '';

  constructor(tweetId: string, show: () => void) {
    this.host = makeHost('customer', tweetId);
    this.#button = el('button', { type: 'button', class: 'badge' });
    this.host.body.append(this.#button);
    onTrustedClick(this.#button, show);
  }

  update({ caseNumber, status, before }: CustomerBadge): void {
    const key = `${caseNumber} ${status} ${before}`;
    if (key === this.#shown) return;
    this.#shown = key;
    const earlier = before === 0 ? '' : before === 1 ? '1 case before' : `${before} cases before`;
    const label = `Case #${caseNumber}, ${status}${earlier ? `, ${earlier}` : ''}. Show in the panel.`;
    this.#button.setAttribute('aria-label', label);
    this.#button.title = label;
    this.#button.replaceChildren(
      el('span', { dir: 'auto' }, el('b', {}, `#${caseNumber}`), ` ${status}`),
      ...(before > 0 ? [el('span', { class: 'quiet', dir: 'auto' }, `· ${before} before`)] : []),
    );
  }

  remove(): void {
    this.host.element.remove();
  }
}
