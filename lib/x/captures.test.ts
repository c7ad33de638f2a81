import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { findTweets, readTweet } from './read';
import { selectors } from './selectors';
import type { Tweet } from './tweet';

/** A folder of pages as X really served them. They hold posts of real people, so they are not part of the project. */
const folder = process.env.HARK_CAPTURES;

/** Reads a capture as the command line does: pages, fragments, or a list of fragments in a JSON file. */
function articlesOf(file: string): Element[] {
  const content = readFileSync(file, 'utf8');
  const html = file.endsWith('.json')
    ? (JSON.parse(content) as { html_elements: string[] }).html_elements.join('\n')
    : content;
  const { document } = parseHTML(/<body/i.test(html) ? html : `<html><body>${html}</body></html>`);
  return findTweets(document);
}

/** What anyone can see without our reader: the ids in links around a time, all texts and all handles of an article. */
function seen(article: Element) {
  const timeLinks = [...article.querySelectorAll('a')].filter((a) => a.querySelector('time'));
  return {
    ids: timeLinks.map((a) => /\/status\/(\d+)/.exec(a.getAttribute('href') ?? '')?.[1]),
    times: timeLinks.map((a) => a.querySelector('time')?.getAttribute('datetime')),
    texts: article.querySelectorAll('[data-testid="tweetText"]').length,
    names: article.querySelectorAll('[data-testid="User-Name"]').length,
    avatars: [...article.querySelectorAll('[data-testid^="UserAvatar-Container-"]')].map((a) =>
      a.getAttribute('data-testid')?.slice('UserAvatar-Container-'.length),
    ),
  };
}

describe.skipIf(!folder)('captures of the real X', () => {
  const files = folder ? readdirSync(folder).filter((name) => /^x-.*\.(html|json)$/.test(name)) : [];
  const all: { file: string; article: Element; tweet: Tweet }[] = files.flatMap((file) =>
    articlesOf(join(folder ?? '', file)).map((article) => ({ file, article, tweet: readTweet(article) })),
  );
  const organic = all.filter(({ tweet }) => !tweet.ad);

  it('are there', () => {
    expect(files.length).toBeGreaterThanOrEqual(11);
    expect(all.length).toBeGreaterThanOrEqual(27);
  });

  it('show no tweet but those that the reader knows', () => {
    for (const { file, article } of all) {
      expect([...article.ownerDocument.querySelectorAll(selectors.looseTweet)], file).toEqual([]);
    }
  });

  it('give each organic tweet its own id, time, author and permalink', () => {
    for (const { file, article, tweet } of organic) {
      const { ids, times, avatars } = seen(article);
      expect(ids, file).toContain(tweet.id);
      expect(times, file).toContain(tweet.time);
      expect(avatars[0], file).toBe(tweet.handle);
      expect(tweet.permalink, file).toBe(`https://x.com/${tweet.handle}/status/${tweet.id}`);
      expect(tweet.name, file).not.toBe('');
      expect(tweet.name, file).not.toContain('@');
    }
  });

  it('give a text wherever X shows one, and never the quoted one', () => {
    for (const { file, article, tweet } of organic) {
      const { texts, names } = seen(article);
      expect(names, file).toBe(tweet.quoted ? 2 : 1);
      if (texts > (tweet.quoted ? 1 : 0)) expect(tweet.text, file).not.toBe('');
      if (tweet.quoted) {
        expect(tweet.quoted.text, file).not.toBe(tweet.text);
        expect(tweet.quoted.id, file).not.toBe(tweet.id);
        expect(seen(article).avatars, file).toContain(tweet.quoted.handle);
      }
    }
    expect(organic.filter(({ tweet }) => tweet.quoted).length).toBeGreaterThanOrEqual(5);
  });

  it('tell ads apart: in tracking, without a time', () => {
    const ads = all.filter(({ tweet }) => tweet.ad);
    expect(ads.length).toBeGreaterThan(0);
    for (const { file, article, tweet } of ads) {
      expect(seen(article).ids, file).toEqual([]);
      expect(tweet.id, file).toBeNull();
    }
  });

  it('read the same from the command line; a logged-out page is refused in words', () => {
    const cli = ['--import', 'tsx', 'scripts/hark.ts', 'read'];
    const photo = join(folder ?? '', 'x-photo-dialog-conversation-2024-11.html');
    const lines = execFileSync(process.execPath, [...cli, photo], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(articlesOf(photo).map(readTweet));
    const loggedOut = spawnSync(
      process.execPath,
      [...cli, join(folder ?? '', 'x-status-logged-out-ssr-2026-07.html')],
      {
        encoding: 'utf8',
      },
    );
    expect(loggedOut.stdout).toBe('');
    expect(loggedOut.stderr).toContain('not logged in');
    expect(loggedOut.status).toBe(1);
  }, 60_000);
});
