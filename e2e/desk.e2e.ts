import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Customer } from '../lib/cases/case';
import { deskRows, wordAt } from './bench/desk-rows';
import { cases, customers, entries, eventually, idOf, put, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';
import { customerTweets } from './support/rep';
import type { View } from './support/view';

let hark: Bench;

const june = { id: 'june', name: 'June Delacroix', handle: 'LanternJune', initials: 'JD' };
const mo = { id: 'mo', name: 'Mo Okafor', handle: '', initials: 'MO' };

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
  await put(hark, 'settings', [
    { key: 'rep', value: { reps: [june, mo], current: 'june' } },
    { key: 'customerLink', value: 'https://crm.example/?id={account}' },
  ]);
});

/** Opens a case on a new tweet of somebody; gives the page. */
async function caseOf(by: string, text: string, number: number): Promise<Page> {
  const page = await hark.open('/home?calm=1');
  const id = await customerTweets(page, by, text, { ago: 12 });
  await hark.clickInHost(page, { kind: 'open', tweet: id }, 'button');
  await eventually(async () => (await cases(hark)).some((known) => known.number === number), `case ${number}`);
  return page;
}

const has = async (panel: View, text: string): Promise<unknown> => panel.waitFor(`text/${text}`);

describe('a case at the desk', () => {
  test('belongs to who opened it, says how long the customer waits, and changes by keys with undo', async () => {
    const panel = await hark.openPanel(await caseOf('marnie_whit', 'it is down', 1));
    await has(panel, 'You have it (JD)');
    expect(await panel.text('[data-clock]')).toMatch(/^Waiting\s1\d min/);
    expect((await entries(hark)).find((entry) => entry.kind === 'change')).toMatchObject({ by: 'JD' });

    await panel.press('p');
    await eventually(async () => (await cases(hark))[0]?.status === 'pending', 'pending');
    expect(await cases(hark)).toMatchObject([{ waitingSince: null }]);
    await has(panel, 'status set to pending');
    await panel.press('u');
    await eventually(async () => (await cases(hark))[0]?.waitingSince, 'open and waiting again');

    await panel.click('text/Let go');
    await has(panel, 'Nobody has it');
    await panel.press('t');
    await has(panel, 'You have it (JD)');

    await panel.press('g');
    await panel.type('[aria-label="New tag"]', 'Winter Storm');
    await panel.press('Enter');
    await eventually(async () => (await cases(hark))[0]?.tags[0] === 'winter storm', 'the tag');
    await panel.click('[aria-label="Remove the tag winter storm"]');
    await eventually(async () => (await cases(hark))[0]?.tags.length === 0, 'no tag');
    await eventually(async () => {
      // The notice of the removal comes a moment after the removal; undoing the one before it changes nothing.
      await panel.press('u');
      return (await cases(hark))[0]?.tags.length === 1;
    }, 'the tag again');
    await panel.press('r');
    await eventually(async () => (await cases(hark))[0]?.status === 'resolved', 'resolved');
  });

  test('is signed by whoever sits down, in two clicks or by keys', async () => {
    const panel = await hark.openPanel(await caseOf('marnie_whit', 'it is down', 1));
    await panel.click('[aria-label^="At the desk: June"]');
    await panel.click('text/Mo Okafor');
    await panel.waitFor('[aria-label^="At the desk: Mo Okafor"]');
    await has(panel, 'JD has it');
    await panel.type('textarea', 'Called her');
    await panel.press('Enter');
    await eventually(
      async () => (await entries(hark)).some((entry) => entry.kind === 'note' && entry.by === 'MO'),
      'a note by MO',
    );
    await panel.press('Escape');
    await panel.press('d');
    await panel.waitFor('[role="menu"]');
    await panel.press('ArrowUp');
    await panel.press('Escape');
    await panel.waitGone('[role="menu"]');
    await panel.press('3');
    await panel.click('text/Mine');
    await has(panel, 'You have no cases');
  });
});

describe('a customer', () => {
  test('is described in place, saved as typed, with a link into the team’s own system', async () => {
    const panel = await hark.openPanel(await caseOf('marnie_whit', 'it is down', 1));
    await has(panel, 'Add account, place or a note');
    await panel.press('e');
    await panel.type('[name="customer-account"]', 'A&7');
    await panel.type('[name="customer-place"]', 'Whitcombe');
    await eventually(async () => (await customers(hark))[0]?.place === 'Whitcombe', 'saved as typed');
    await panel.click('text/Done');
    const link = await panel.evaluate(() => document.querySelector<HTMLAnchorElement>('a[href*="crm"]')?.href);
    expect(link).toBe('https://crm.example/?id=A%267');
    await has(panel, 'Place saved');
    await panel.press('u');
    await eventually(async () => (await customers(hark))[0]?.place === '', 'undone');
  });

  test('is joined with their other handle, and parted again', async () => {
    await caseOf('marnie_whit', 'it is down', 1);
    const page = await caseOf('june_draws', 'from my other phone', 2);
    const panel = await hark.openPanel(page);
    await has(panel, '@june_draws');
    await panel.click('[aria-label="Customer"]');
    await panel.click('text/Join with another customer');
    await panel.type('[name="join-handle"]', 'marnie_w');
    await panel.click('text/@marnie_whit');
    await has(panel, 'come to');
    await panel.press('Enter');
    await panel.waitGone('[role="dialog"]');
    await has(panel, '2 cases');
    const [both] = await customers(hark);
    expect(both?.handles.toSorted()).toEqual(['june_draws', 'marnie_whit']);
    const tweet = await idOf(page, 'test-from my other phone');
    await eventually(async () => {
      const [badge] = await hark.inspectHost(page, { kind: 'customer', tweet }, 'button');
      return badge?.name.includes('1 case before');
    }, 'the badge counts both');

    await panel.click('[aria-label="Customer"]');
    await panel.click('text/Part from @marnie_whit');
    await eventually(async () => (await customers(hark)).length === 2, 'parted');
    const known = await customers(hark);
    const owners = (await cases(hark)).map(({ openedFor, customerId }) => [openedFor, handleOf(known, customerId)]);
    expect(owners.toSorted()).toEqual([
      ['june_draws', 'june_draws'],
      ['marnie_whit', 'marnie_whit'],
    ]);
  });
});

function handleOf(known: readonly Customer[], id: string): string | undefined {
  return known.find((customer) => customer.id === id)?.handle;
}

/** Waits for what a screen reader is told of the list. */
async function tellsListed(panel: View, words: string): Promise<void> {
  await eventually(async () => {
    const told = await panel.evaluate(() => document.querySelector('[data-listed]')?.textContent);
    if (told !== words) throw new Error(`it tells "${told}"`);
    return true;
  }, `it tells "${words}"`);
}

/** Waits until a row of the list has the focus. */
async function rowHasFocus(panel: View, wanted: number): Promise<void> {
  await panel.waitUntil(
    (row) => document.activeElement !== null && document.activeElement === document.querySelectorAll('[data-row]')[row],
    wanted,
  );
}

describe('the list of cases', () => {
  test('narrows, sorts, remembers, and finds words in anything', async () => {
    for (const chunk of deskRows({ cases: 120, now: Date.now() - 3_600_000 })) {
      for (const [table, rows] of Object.entries(chunk)) await put(hark, table as 'cases', rows);
    }
    const page = await caseOf('marnie_whit', 'the modem blinks like a lighthouse', 121);
    const panel = await hark.openPanel(page);
    // The click that opened the case asked for it: it is shown first.
    await panel.waitFor('role/heading[Case #121]');
    await panel.press('3');
    await panel.waitFor('[data-row]');
    const opened = (await cases(hark)).filter(({ status }) => status === 'open');
    await eventually(async () => (await panel.inspect('[data-row]')).length === opened.length, 'all open cases');
    const longest = opened.reduce((one, other) =>
      (other.waitingSince ?? Number.MAX_VALUE) < (one.waitingSince ?? Number.MAX_VALUE) ? other : one,
    );
    await eventually(
      async () => (await panel.inspect('[data-row]'))[0]?.text.includes(`#${longest.number}`),
      'whoever waits longest comes first',
    );
    await panel.press('w');
    await eventually(async () => (await panel.inspect('[data-row]'))[0]?.text.includes('#121'), 'the latest first');

    await panel.press('/');
    await panel.type('input[type="search"]', 'LIGHTH mod');
    await eventually(async () => (await panel.inspect('[data-row]')).length === 1, 'one found');
    await eventually(
      async () => /Tweet: the modem blinks like a lighthouse/.test(await panel.text('[data-row]')),
      'where it was found',
    );
    // The words come one after the other, as they were typed.
    await eventually(
      async () => (await panel.inspect('mark')).map(({ text }) => text).join() === 'modem,lighthouse',
      'the words that were found',
    );
    await tellsListed(panel, '1 case found');
    await panel.press('Escape');
    await panel.press('f');
    await panel.press('f');
    await panel.press('f');
    await panel.waitFor('[aria-pressed="true"]');
    await eventually(async () => (await panel.text('[aria-pressed="true"]')).includes('All'), 'all');
    await eventually(async () => (await panel.inspect('[data-row]')).length === 50, 'the first page of all');
    await tellsListed(panel, '50 of 121 cases, the latest first');
    await panel.click('role/button[Show more]');
    await rowHasFocus(panel, 50);
    await tellsListed(panel, '100 of 121 cases, the latest first');
    await panel.press('/');
    await panel.type('input[type="search"]', wordAt(0));
    await tellsListed(panel, '12 cases found, and there are more');
    await panel.click('role/button[Show more]');
    await rowHasFocus(panel, 12);
    await tellsListed(panel, '24 cases found, and there are more');
    await panel.click('input[type="search"]');
    await panel.press('Escape');
    await panel.waitUntil(() => document.querySelectorAll('[data-row]').length === 100);
    await panel.press('j');
    await panel.waitUntil(() => document.activeElement?.matches('[data-row]'));
    await panel.press('Enter');
    await has(panel, 'Status');
    await panel.reload();
    await eventually(async () => {
      // Keys are heard only once the page is there again.
      await panel.press('3');
      return (await panel.text('[aria-pressed="true"]')).includes('All');
    }, 'still all');
  });
});

describe('anybody can work here', () => {
  test('at any width, in light and dark, and nothing is wrong for a screen reader', { tags: 'thorough' }, async () => {
    const panel = await hark.openPanel(await caseOf('marnie_whit', 'it is down', 1));
    await has(panel, 'Case');
    for (const width of [230, 320, 600]) {
      await hark.setPanelWidth(width);
      for (const tab of ['1', '2', '3', '4', '5', '6']) {
        await panel.press(tab);
        const outside = await panel.evaluate(() =>
          [...document.querySelectorAll('button, select, input, textarea, a')]
            .filter((part) => {
              const { width: wide, left, right } = part.getBoundingClientRect();
              return wide > 1 && (left < 0 || right > innerWidth);
            })
            .map((part) => part.outerHTML.slice(0, 120)),
        );
        expect([width, tab, outside]).toEqual([width, tab, []]);
      }
    }
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const tab = await hark.openExtensionPage('sidepanel.html?case=1');
    await has(tab, 'Resolve');
    await tab.evaluate(`(() => { ${axe}; return null; })()`);
    for (const scheme of ['light', 'dark'] as const) {
      await hark.emulate({ scheme });
      for (const key of ['1', 'e', 'Escape', 'd', 'Escape', '2', '3', '4', '5', '6', '?']) {
        await tab.press(key);
        const found = await tab.evaluate(async () => {
          await new Promise((resolve) => setTimeout(resolve, 300));
          // A menu opens beside the landmarks, as menus do.
          const rules = { region: { enabled: false } };
          const { violations } = await window.axe.run(document, { resultTypes: ['violations'], rules });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
        });
        expect([scheme, key, found]).toEqual([scheme, key, []]);
      }
      await tab.press('Escape');
    }
  });
});

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}
