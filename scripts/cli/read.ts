import { parseHTML } from 'linkedom';
import { readSavedPage } from '../../lib/x/saved-page';
import { print, readText, UsageError } from './support';

const EXAMPLE = 'npm run -s hark -- read page.html';

/** The HTML in a file: a page, a fragment, or a JSON capture with a list of fragments in `html_elements`. */
function htmlOf(file: string): string {
  const content = readText(file, EXAMPLE);
  if (!file.endsWith('.json')) return content;
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    throw new UsageError(`${file} is not JSON.`);
  }
  const fragments = (parsed as { html_elements?: unknown }).html_elements;
  if (!Array.isArray(fragments)) throw new UsageError(`${file} has no list "html_elements".`);
  return fragments.join('\n');
}

/** Prints one line a tweet of a saved page. */
export function read([file]: string[]): void {
  if (!file) throw new UsageError(`Which page? ${EXAMPLE}`);
  const html = htmlOf(file);
  const { document } = parseHTML(/<body/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`);
  const page = readSavedPage(document);
  if (!page.ok) {
    process.exitCode = 1;
    process.stderr.write(`${page.reason}\n`);
    return;
  }
  for (const tweet of page.tweets) print(tweet);
}
