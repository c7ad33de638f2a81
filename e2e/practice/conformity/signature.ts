/** How the structure of X's markup is put into words that two pages can be compared by. */

/** Attributes that carry meaning; everything else (classes, styles, generated ids) is X's business. */
const TOLD = [
  'role',
  'tabindex',
  'type',
  'lang',
  'dir',
  'aria-haspopup',
  'aria-hidden',
  'contenteditable',
  'data-block',
  'data-contents',
  'data-text',
];
/** Attributes whose value says something, as against those that are only there or not. */
const VALUED = new Set(['role', 'tabindex', 'aria-haspopup', 'contenteditable']);

/** Handles are in test ids: "UserAvatar-Container-somebody". */
const testIdOf = (element: Element) =>
  element.getAttribute('data-testid')?.replace(/(UserAvatar-Container-).+/, '$1*') ?? '';

/** Does an element count as a landmark of the structure? */
export const told = (element: Element) =>
  element.hasAttribute('data-testid') ||
  element.hasAttribute('role') ||
  element.localName === 'time' ||
  element.localName === 'a';

/** What kind of address an anchor has. */
function hrefKind(href: string): string {
  if (/^https:\/\/t\.co\//.test(href)) return 't.co';
  if (/^https?:/.test(href)) return 'out';
  if (/^\/hashtag\//.test(href)) return 'hashtag';
  const rest = href.match(/^\/\w+\/(?:status|article)\/\d+(\/[a-z_]+)?/);
  if (rest) return `status${rest[1] ?? ''}`;
  return 'profile';
}

/** Tag, test id and role: what an element is. */
export function label(element: Element): string {
  const parts = [element.localName];
  const testId = testIdOf(element);
  if (testId) parts.push(`#${testId}`);
  const role = element.getAttribute('role');
  if (role) parts.push(`@${role}`);
  if (element.localName === 'a') parts.push(`(${hrefKind(element.getAttribute('href') ?? '')})`);
  return parts.join('');
}

/** The attributes of an element that matter, as one line. */
export function attributes(element: Element): string {
  return TOLD.filter((name) => element.hasAttribute(name))
    .map((name) => (VALUED.has(name) ? `${name}=${element.getAttribute(name)}` : name))
    .join(' ');
}

/** From a root down to an element: every landmark on the way. */
export function chain(element: Element, root: Element): string {
  const names = [label(element)];
  for (let at = element.parentElement; at && element !== root; at = at.parentElement) {
    if (told(at)) names.unshift(label(at));
    if (at === root) break;
  }
  return names.join(' > ');
}

/** Texts, pictures and quotes look the same on a status page and in a timeline. */
const SAME_EVERYWHERE = /#tweetText|#tweetPhoto|status\/photo|#card|div@link/;

/** Every landmark of an article with its place and attributes. */
export function signatures(article: Element): Set<string> {
  const found = new Set<string>();
  const focal = article.getAttribute('tabindex') === '-1';
  for (const element of [article, ...article.querySelectorAll('*')]) {
    if (!told(element)) continue;
    const place = chain(element, article);
    found.add(`${focal && !SAME_EVERYWHERE.test(place) ? 'focal ' : ''}${place} {${attributes(element)}}`);
  }
  return found;
}

/** Every landmark around articles: cells, ad wrappers, composers. What is inside an article is told by the other. */
export function surroundings(section: Element): Set<string> {
  const found = new Set<string>();
  for (const element of section.querySelectorAll('*')) {
    if (!told(element) || element.parentElement?.closest('article')) continue;
    found.add(`${chain(element, section)} {${attributes(element)}}`);
  }
  return found;
}
