import { openNewPost, openReply } from './composer/open';
import { addCounts, getStatus, patch } from './store';

/** X's keyboard: single letters on the whole document, except where one types. */

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const articles = () => [...document.querySelectorAll<HTMLElement>('main article[data-testid="tweet"]')];

/** Read off the page, as X's own selection does: the focused article, or the one that holds the focus. */
const selected = () => document.activeElement?.closest<HTMLElement>('article[data-testid="tweet"]') ?? null;

function move(step: 1 | -1): void {
  const all = articles();
  const current = selected();
  const at = current
    ? all.indexOf(current) + step
    : all.findIndex((article) => article.getBoundingClientRect().bottom > 80);
  const next = all[Math.max(0, Math.min(all.length - 1, at))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'center' });
}

function idOfArticle(article: HTMLElement | null): string | undefined {
  const href = article?.querySelector('a[href*="/status/"]:has(time)')?.getAttribute('href');
  return href?.match(/\/status\/(\d+)/)?.[1];
}

export function startShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const id = idOfArticle(selected());
    const status = id ? getStatus(id) : undefined;
    switch (event.key) {
      case 'j':
      case 'k':
        move(event.key === 'j' ? 1 : -1);
        break;
      case 'n':
        openNewPost();
        break;
      case 'r':
        if (id) openReply(id);
        break;
      case 'l':
        if (!id || !status) return;
        patch(id, { liked: !status.liked });
        addCounts(id, { like: status.liked ? -1 : 1 });
        break;
      case '/':
        document.querySelector<HTMLInputElement>('[data-testid="SearchBox_Search_Input"]')?.focus();
        break;
      default:
        return;
    }
    event.preventDefault();
  });
}
