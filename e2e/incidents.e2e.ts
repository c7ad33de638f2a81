import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Case } from '../lib/cases/case';
import type { FollowUp } from '../lib/follow-ups/follow-up';
import type { Incident } from '../lib/incidents/incident';
import { faultsInBothSchemes } from './support/axe';
import type { ExtensionApi, View } from './support/browser';
import { cases, entries, eventually, faultsOf, openStatus, put, rows, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';
import { customerTweets, openCase, panelBeside, toastSaying } from './support/rep';

declare const chrome: ExtensionApi;

const MINUTE = 60_000;
let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

const incidents = (): Promise<Incident[]> => rows<Incident>(hark, 'incidents');
const followUps = (): Promise<FollowUp[]> => rows<FollowUp>(hark, 'followUps');
const linked = async (): Promise<Case[]> => (await cases(hark)).filter(({ incidentId }) => incidentId !== undefined);

/** Replaces what stands in a field. */
async function write(panel: View, selector: string, text: string): Promise<void> {
  await panel.click(selector);
  await panel.press('Control+a');
  await panel.type(selector, text);
}

/** Chooses in one of the browser's own lists, which no test can open. */
async function choose(panel: View, label: string, value: string): Promise<void> {
  await panel.evaluate(
    (wanted, chosen) => {
      const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === wanted);
      const select = document.getElementById(found?.htmlFor ?? '') as HTMLSelectElement;
      select.value = chosen;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    label,
    value,
  );
}

/** Opens the incident of the only case by its one click and a title. */
async function incidentFromCase(panel: View, title: string, area: string): Promise<void> {
  await panel.press('h');
  await panel.click('text/New incident');
  await write(panel, 'form input[maxlength="80"]', title);
  await write(panel, 'form input[maxlength="200"]', area);
  await panel.click('role/button[Open and link the case]');
  await panel.waitFor(`article[aria-label="${title}"]`);
}

/** Somebody tweets and the rep opens a case. The mouse goes away first: Hark refuses what slides under a resting one. */
async function caseOn(page: Page, by: string, text: string): Promise<void> {
  await page.mouse.move(5, 5);
  await openCase(hark, page, await customerTweets(page, by, text));
}

const OUTAGE = 'no internet in Whitten since noon';

describe('an incident', () => {
  test('is opened from a case, gathers others, tells them, and checks in as one', async () => {
    const page = await hark.open('/home?calm=1');
    await caseOn(page, 'marnie_whit', `@LanternCares ${OUTAGE}`);
    await caseOn(page, 'tobiasplum', '@Lantern my internet in Whitten is down as well');
    await customerTweets(page, 'hal_venn', '@Lantern is there an outage in Whitten? the internet is dead here');
    const panel = await panelBeside(hark, page);
    await panel.waitFor('role/heading[Case #2]');
    await incidentFromCase(panel, 'Outage in Whitten', 'Whitten, Harrow Street');
    expect(await linked()).toHaveLength(1);

    // The other case, and the tweet that has none yet, are proposed: both at once.
    await panel.waitFor('text/2 may belong to it');
    expect(await panel.text('[data-proposed]')).toContain('names Whitten');
    expect(await faultsInBothSchemes(hark, panel)).toEqual([]);
    await panel.click('role/button[Open and link 2]');
    await eventually(async () => (await linked()).length === 3, 'all three are linked');
    await panel.waitFor('text/2 cases linked, 1 of them new');
    await panel.press('u');
    await eventually(async () => (await linked()).length === 1 && (await cases(hark)).length === 2, 'taken back');
    await panel.waitFor('text/2 may belong to it');
    await panel.click('role/button[Open and link 2]');
    await eventually(async () => (await linked()).length === 3, 'all three are linked again');

    // A message is news: whom to tell stands on a list.
    await panel.click('role/button[Edit]');
    await panel.type('form textarea', 'Engineers are at the Whitten exchange.');
    await panel.click('role/button[Save]');
    await panel.waitFor('text/Tell them:');
    for (let left = 3; left > 0; left--) {
      await eventually(
        async () => (await panel.inspect('role/button[Told]')).length === left,
        `${left} are to be told`,
      );
      await panel.click('role/button[Told]');
    }
    await panel.waitFor('role/button[Close the list]');

    // Fixed: one item for all of them, and one on the button.
    await panel.click('role/button[Fixed]');
    await panel.click('role/button[Check in tomorrow]');
    await eventually(async () => (await followUps()).length === 3, 'three check-ins');
    const due = (await followUps()).map((followUp) => ({ ...followUp, dueAt: Date.now() - MINUTE }));
    await put(hark, 'followUps', due);
    await hark.inExtension(() => chrome.runtime.sendMessage({ hark: 'followUpsChanged', data: {} }));
    await eventually(async () => (await hark.badgeText()) === '1', 'the button counts them as one');
    await panel.reload();
    await eventually(async () => {
      // Keys are heard only once the page is there again.
      await panel.press('4');
      return (await panel.inspect('[data-group]')).length === 1;
    }, 'one item');
    expect(await panel.text('[data-group]')).toMatch(/^3 check-ins after “Outage in Whitten”/);
    expect(await panel.inspect('[data-group] [data-follow-up]')).toHaveLength(3);
    expect(await faultsInBothSchemes(hark, panel)).toEqual([]);
  });

  test('is offered where a case or a tweet fits, with one click', async () => {
    const page = await hark.open('/home?calm=1');
    await caseOn(page, 'marnie_whit', `@LanternCares ${OUTAGE}`);
    const panel = await panelBeside(hark, page);
    await panel.waitFor('role/heading[Case #1]');
    await incidentFromCase(panel, 'Outage in Whitten', 'Whitten');
    await caseOn(page, 'tobiasplum', '@Lantern internet is down in Whitten');
    await panel.press('1');
    await panel.waitFor('role/heading[Case #2]');
    await panel.waitFor('[data-may-belong]');
    expect(await panel.text('[data-may-belong]')).toContain('May belong to “Outage in Whitten”');
    expect(await faultsInBothSchemes(hark, panel)).toEqual([]);
    await panel.click('role/button[Link]');
    await eventually(async () => (await linked()).length === 2, 'it is linked');
    await panel.waitGone('[data-may-belong]');

    await customerTweets(page, 'hal_venn', '@Lantern the internet in Whitten is dead, outage?');
    await panel.press('2');
    await panel.waitFor('[data-may-belong]');
    await panel.click('[data-may-belong] button');
    await eventually(async () => (await linked()).length === 3, 'a case is opened and linked');
  });
});

const NEIGHBOURS = [
  ['marnie_whit', 'my internet is down in Leyton, help'],
  ['tobiasplum', 'no internet in Leyton again'],
  ['quaylane_dee', 'is there an outage in Leyton? nothing works'],
  ['hal_venn', 'broadband dead in Leyton since lunch'],
  ['pell_wicks', 'internet is out in Leyton. whole street'],
  ['rosalba_k', 'wifi down in Leyton and I have a night shift'],
  ['ulla_fen', 'the internet in Leyton is gone, ovens too'],
  ['wendell_oak', 'Leyton has no internet. why'],
  ['lotte_brink', 'outage in Leyton or is it only me'],
  ['jaz_ferro', 'internet is dead in Leyton, exam tomorrow'],
] as const;

/** Ten customers of one town tweet within ten minutes. */
async function outageInLeyton(page: Page): Promise<void> {
  for (const [index, [by, text]] of NEIGHBOURS.entries()) {
    await customerTweets(page, by, `@LanternCares ${text}`, { ago: NEIGHBOURS.length - index });
  }
}

describe('the radar', () => {
  test('hears an outage in ten tweets, and offers the incident with its cases', async () => {
    const page = await hark.open('/home?calm=1');
    const panel = await hark.openPanel(page);
    await openCase(hark, page, await customerTweets(page, 'otto_pims', '@Lantern how do I move house?'));
    await outageInLeyton(page);
    await panel.waitFor('[aria-label="Radar"]');
    expect(await panel.text('[aria-label="Radar"]')).toMatch(/^\d+ outage tweets from Leyton in \d+ minutes/);
    expect(await faultsInBothSchemes(hark, panel)).toEqual([]);
    await panel.click('[aria-label="Radar"] button');
    await panel.waitFor('[data-alarm-tweet]');
    expect(await panel.text('[aria-label="Tweets of the alarm"]')).toContain('Leyton');
    expect(await faultsInBothSchemes(hark, panel)).toEqual([]);

    await panel.click('role/button[Open incident]');
    const [title] = await panel.inspect('form input[maxlength="80"]');
    expect(title?.value).toBe('Outage in Leyton');
    await panel.click('form button[type="submit"]');
    await eventually(async () => (await incidents())[0]?.area === 'Leyton', 'the incident');
    const [incident] = await incidents();
    expect(Date.now() - (incident?.since ?? 0)).toBeGreaterThan(4 * MINUTE);
    await panel.waitFor('[data-proposed]');
    await eventually(async () => (await panel.inspect('[data-proposed]')).length >= 8, 'its tweets are proposed');
    await panel.click('[data-proposed] input');
    await panel.click('role/button[Open and link]');
    await eventually(async () => (await linked()).length >= 7, 'several are linked at a time');
    // The alarm is settled.
    await panel.press('1');
    await panel.waitGone('[aria-label="Radar"]');

    // Of bystanders nothing is on disk: what is kept are counts.
    const kept = (await rows<{ key: string; value: unknown }>(hark, 'settings')).find(({ key }) => key === 'radar');
    expect(Object.keys(kept?.value ?? {}).toSorted()).toEqual(['areas', 'hours', 'watched']);
  }, 90_000);

  test('can be put off, and told that so many are usual', { tags: 'thorough', timeout: 90_000 }, async () => {
    const page = await hark.open('/home?calm=1');
    const panel = await hark.openPanel(page);
    await outageInLeyton(page);
    await panel.waitFor('[aria-label="Radar"]');
    await panel.click('role/button[Not now]');
    await panel.waitGone('[aria-label="Radar"]');
    await hark.killWorker();
    await panel.press('5');
    await panel.click('role/button[That is usual]');
    await panel.waitFor('text/No incident');
    const kept = (await rows<{ key: string; value: { areas: Record<string, number> } }>(hark, 'settings')).find(
      ({ key }) => key === 'radar',
    );
    expect(kept?.value.areas.leyton).toBeGreaterThan(4);
  });
});

describe('a routed case', () => {
  test('is copied as a ticket with nothing personal but what is ticked', async () => {
    const page = await hark.open('/home?calm=1');
    const text = '@LanternCares my box smells burnt, call me on +44 20 7946 0018';
    await openCase(hark, page, await customerTweets(page, 'marnie_whit', text));
    const panel = await panelBeside(hark, page);
    await panel.waitFor('role/heading[Case #1]');
    expect(await panel.inspect('role/button[Copy as ticket]')).toEqual([]);
    await choose(panel, 'Route', 'rnd');
    await panel.click('role/button[Copy as ticket]');
    const ticket = async (): Promise<string> => (await panel.inspect('[aria-label="The ticket"]'))[0]?.value ?? '';
    await panel.waitFor('[aria-label="The ticket"]');
    expect(await ticket()).toContain('For: R&D');
    expect(await ticket()).not.toMatch(/marnie|burnt|7946/i);
    expect(await faultsInBothSchemes(hark, panel)).toEqual([]);
    await panel.click('text/Words of tweets and replies');
    await eventually(async () => (await ticket()).includes('smells burnt'), 'the words are in it');
    expect(await ticket()).not.toContain('7946');
    await panel.click('text/Handle');
    await eventually(async () => (await ticket()).includes('@marnie_whit'), 'the handle is in it');
    await panel.evaluate(() => {
      navigator.clipboard.writeText = async (copied) => {
        document.body.dataset.copied = copied;
      };
    });
    await panel.click('[aria-label="Ticket"] button');
    await panel.waitFor('text/Ticket copied');
    expect(await panel.evaluate(() => document.body.dataset.copied)).toContain('What happened:');
    await panel.press('c');
    await panel.waitFor('[aria-label="The ticket"]');
  });
});

describe('the customer’s own word', () => {
  /** A case that was resolved a while ago. */
  async function resolved(): Promise<{ page: Page; panel: View }> {
    const page = await hark.open('/home?calm=1');
    await openCase(hark, page, await customerTweets(page, 'marnie_whit', '@LanternCares it is down', { ago: 90 }));
    const panel = await panelBeside(hark, page);
    await panel.waitFor('role/heading[Case #1]');
    await panel.press('r');
    await eventually(async () => (await cases(hark))[0]?.status === 'resolved', 'resolved');
    // What is said from now on is said after that, by X's times too: they know no parts of a second.
    await pause(1_100);
    return { page, panel };
  }

  test('of thanks leaves the case resolved and is noted in one click, with undo', { tags: 'thorough' }, async () => {
    const { page, panel } = await resolved();
    await customerTweets(page, 'marnie_whit', '@LanternCares working again, thanks June', { ago: 0 });
    await panel.waitFor('text/They thank you.');
    expect(await cases(hark)).toMatchObject([{ status: 'resolved' }]);
    expect(await faultsInBothSchemes(hark, panel)).toEqual([]);
    await panel.click('role/button[Note as satisfied]');
    await panel.waitGone('text/They thank you.');
    const satisfied = async (): Promise<boolean> =>
      (await entries(hark)).some((entry) => entry.kind === 'change' && entry.change.what === 'satisfied');
    await eventually(satisfied, 'it is noted');
    await panel.press('u');
    await eventually(async () => !(await satisfied()), 'it is taken back');
    await panel.waitFor('text/They thank you.');
  });

  test('of anger opens it again', { tags: 'thorough' }, async () => {
    const { page, panel } = await resolved();
    await customerTweets(page, 'marnie_whit', '@LanternCares it is down AGAIN, you said it was fixed', { ago: 0 });
    await eventually(async () => (await cases(hark))[0]?.status === 'open', 'it is open again');
    expect(await panel.inspect('text/They thank you.')).toEqual([]);
  });
});

describe('an impostor', () => {
  test('under a customer’s tweet is marked, with why, a warning and X’s own page of it', async () => {
    const { page } = await openStatus(hark, 'com-1');
    const tweet = await page.evaluate(() => window.practice.idOf('imp-1') ?? '');
    const mark = { kind: 'impostor', tweet };
    await hark.waitInHost(page, mark, '.chip');
    const [chip] = await hark.inspectHost(page, mark, '.chip');
    expect(chip?.text).toBe('Not us');
    expect(await hark.countHosts(page, { kind: 'mark', tweet })).toBe(0);
    // The brand's own answer beside it is none.
    const own = await page.evaluate(() => window.practice.idOf('com-2') ?? '');
    expect(await hark.countHosts(page, { kind: 'impostor', tweet: own })).toBe(0);

    await hark.clickInHost(page, mark, '.chip');
    const why = await hark.waitInHost(page, mark, '.why');
    expect(why.text).toContain('@Lantern_Help24 is not one of your accounts');
    expect(why.text).toContain('it answers somebody who wrote to you');
    await hark.clickInHost(page, mark, '.pill');
    await toastSaying(hark, page, 'A warning is copied');

    await hark.clickInHost(page, mark, '.chip');
    await hark.clickInHost(page, mark, '.plain');
    await eventually(
      async () => (await hark.puppeteer.pages()).some((open) => open.url().endsWith('/Lantern_Help24')),
      'the account’s page is open',
    );
  });

  test('stays with its tweet, wherever X shows that', { tags: 'thorough' }, async () => {
    const page = await hark.open('/home?calm=1');
    const customer = await customerTweets(page, 'marnie_whit', '@LanternCares my line is dead');
    await page.evaluate((path) => window.practice.goto(path), `/i/status/${customer}`);
    await page.waitForSelector('article[tabindex="-1"]');
    const fake = await page.evaluate(() =>
      window.practice.addTweet({
        key: 'fake',
        by: 'Lantern_Help24',
        text: 'Dear customer, click for your refund',
        lang: 'en',
        ago: 0,
        replyTo: 'test-@LanternCares my line is dead',
        truth: { about: 'brand', intent: 'other', actionable: false },
      }),
    );
    await hark.waitInHost(page, { kind: 'impostor', tweet: fake }, '.chip');
    await page.evaluate(() => window.practice.goto('/home'));
    await hark.waitInHost(page, { kind: 'impostor', tweet: fake }, '.chip');
    for (let step = 0; step < 6; step++) {
      await page.evaluate(() => scrollBy(0, 900));
      await pause(150);
    }
    await eventually(async () => (await faultsOf(page)).length === 0, 'no mark is on another tweet');
  });
});
