import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What would turn a text into markup or code. Text of tweets and files must have no way to become either. */
const FORBIDDEN = [
  /\b(?:inner|outer)HTML\b/,
  /\binsertAdjacentHTML\b/,
  /\bdangerouslySetInnerHTML\b/,
  /\bdocument\s*\.\s*write(?:ln)?\b/,
  /\b(?:setHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment)\b/,
  /\bDOMParser\b/,
  /\bsrcdoc\b/,
  /\beval\s*\(/,
  /\bnew\s+Function\b(?!`)/,
  /\bset(?:Timeout|Interval)\s*\(\s*['"`]/,
  /\bimportScripts\b/,
  /\bimport\s*\(\s*[^'"\s)]/,
];

/** The lines of a program that are not comments. */
function codeOf(source: string): string[] {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .split('\n')
    .map((line) => line.replace(/(^|\s)\/\/.*$/, ''));
}

describe('the sources of what ships', () => {
  const files = ['entrypoints', 'components', 'lib'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|tsx|html)$/.test(name) && !/\.(?:test|soak)\.ts$/.test(name))
      .map((name) => join(folder, name)),
  );

  it('turn no text into markup or code', () => {
    expect(files.length).toBeGreaterThan(200);
    const found = files.flatMap((file) =>
      codeOf(readFileSync(join(ROOT, file), 'utf8')).flatMap((line, index) =>
        FORBIDDEN.some((pattern) => pattern.test(line)) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
      ),
    );
    expect(found).toEqual([]);
  });

  it('load no script and no style from elsewhere', () => {
    const pages = files.filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      const html = readFileSync(join(ROOT, page), 'utf8');
      expect(html, page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|https?:/i);
    }
  });
});
