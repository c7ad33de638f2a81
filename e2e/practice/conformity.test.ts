import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAPTURES_ONLY, excused, PRACTICE_ONLY } from './conformity/exceptions';
import { PAGE_RELATIONS, RELATIONS } from './conformity/relations';
import { parse, renderPractice, type Source } from './conformity/render';
import { signatures, surroundings } from './conformity/signature';

/**
 * Does the practice page still look like the site that it stands for? Real captures and the page's own components,
 * rendered to static HTML, are asked the same questions. Without captures there is nothing to compare with.
 */

const captures = process.env.HARK_CAPTURES;

function readCaptures(folder: string): Source[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const content = /\.(html|json)$/.test(file) ? readFileSync(join(folder, file), 'utf8') : '';
      if (file.endsWith('.json')) {
        const { html_elements: parts } = JSON.parse(content) as { html_elements: string[] };
        return parts.map((html, index) => parse(`${file}#${index}`, html));
      }
      return content ? [parse(file, content)] : [];
    });
}

const articlesIn = (sources: Source[]) =>
  sources.flatMap(({ name, document }) =>
    [...document.querySelectorAll('article[data-testid="tweet"]')].map((article) => ({ name, article })),
  );
const sectionsIn = (sources: Source[]) =>
  sources.flatMap(({ name, document }) =>
    [...document.querySelectorAll('section')]
      .filter((section) => section.querySelector('article'))
      .map((section) => ({ name, section })),
  );

/** Signature to the sources that show it. */
function collect(entries: { name: string; found: Set<string> }[]): Map<string, string> {
  const all = new Map<string, string>();
  for (const { name, found } of entries) for (const signature of found) all.set(signature, all.get(signature) ?? name);
  return all;
}

if (!captures) console.info('HARK_CAPTURES is not set: the practice page is not compared with real captures.');

describe.skipIf(!captures)('the practice page conforms to real captures', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'practice-static-'));
  let real: Source[] = [];
  let practice: Source[] = [];

  beforeAll(async () => {
    real = readCaptures(captures ?? '');
    practice = await renderPractice(folder);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has captures and practice tweets to compare', () => {
    expect(articlesIn(real).length).toBeGreaterThan(20);
    expect(articlesIn(practice).length).toBeGreaterThan(20);
  });

  it.each(RELATIONS)('$name', ({ holds }) => {
    for (const [kind, sources] of [
      ['captures', real],
      ['practice', practice],
    ] as const) {
      const answers = articlesIn(sources).map(({ name, article }) => ({ name, answer: holds(article) }));
      expect(answers.filter(({ answer }) => answer !== undefined).length, `${kind}: applies somewhere`).toBeGreaterThan(
        0,
      );
      expect(
        answers.filter(({ answer }) => answer === false).map(({ name }) => name),
        `${kind}: broken in`,
      ).toEqual([]);
    }
  });

  it.each(PAGE_RELATIONS)('$name', ({ holds }) => {
    for (const [kind, sources] of [
      ['captures', real],
      ['practice', practice],
    ] as const) {
      const answers = sectionsIn(sources).map(({ name, section }) => ({ name, answer: holds(section) }));
      expect(answers.filter(({ answer }) => answer !== undefined).length, `${kind}: applies somewhere`).toBeGreaterThan(
        0,
      );
      expect(
        answers.filter(({ answer }) => answer === false).map(({ name }) => name),
        `${kind}: broken in`,
      ).toEqual([]);
    }
  });

  it('shows nothing inside tweets that no capture shows, and lacks nothing', () => {
    const ofReal = collect(articlesIn(real).map(({ name, article }) => ({ name, found: signatures(article) })));
    const ofPractice = collect(articlesIn(practice).map(({ name, article }) => ({ name, found: signatures(article) })));
    const invented = [...ofPractice].filter(
      ([signature]) => !ofReal.has(signature) && !excused(signature, PRACTICE_ONLY),
    );
    const missing = [...ofReal].filter(
      ([signature]) => !ofPractice.has(signature) && !excused(signature, CAPTURES_ONLY),
    );
    expect(invented, 'only on the practice page').toEqual([]);
    expect(missing, 'only in captures').toEqual([]);
  });

  it('shows nothing around tweets that no capture shows, and lacks nothing', () => {
    const ofReal = collect(sectionsIn(real).map(({ name, section }) => ({ name, found: surroundings(section) })));
    const ofPractice = collect(
      sectionsIn(practice).map(({ name, section }) => ({ name, found: surroundings(section) })),
    );
    const invented = [...ofPractice].filter(
      ([signature]) => !ofReal.has(signature) && !excused(signature, PRACTICE_ONLY),
    );
    const missing = [...ofReal].filter(
      ([signature]) => !ofPractice.has(signature) && !excused(signature, CAPTURES_ONLY),
    );
    expect(invented, 'only on the practice page').toEqual([]);
    expect(missing, 'only in captures').toEqual([]);
  });
});
