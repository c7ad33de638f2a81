/**
 * Hark on the command line: what the extension does, for a maintainer to look at in a minute.
 *
 *   npm run -s hark -- read FILE.html     one JSON line a tweet of a saved page
 */
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { readSavedPage } from '../lib/x/saved-page';

/** Something the person at the keyboard can mend. */
class UsageError extends Error {}

/** The HTML in a file: a page, a fragment, or a JSON capture with a list of fragments in `html_elements`. */
function htmlOf(file: string): string {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`Cannot read ${file}. Name a saved page, like: npm run -s hark -- read page.html`);
  }
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

function read([file]: string[]): void {
  if (!file) throw new UsageError('Which page? npm run -s hark -- read FILE.html');
  const html = htmlOf(file);
  const { document } = parseHTML(/<body/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`);
  const page = readSavedPage(document);
  if (!page.ok) {
    process.exitCode = 1;
    process.stderr.write(`${page.reason}\n`);
    return;
  }
  for (const tweet of page.tweets) process.stdout.write(`${JSON.stringify(tweet)}\n`);
}

const commands: Record<string, (args: string[]) => void> = { read };

const [name, ...args] = process.argv.slice(2);
try {
  const command = commands[name ?? ''];
  if (!command) throw new UsageError(`Known commands: ${Object.keys(commands).join(', ')}.`);
  command(args);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
