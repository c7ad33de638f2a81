import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FollowUp } from '../lib/follow-ups/follow-up';
import { faultsInBothSchemes } from './support/axe';
import type { ExtensionApi, View } from './support/browser';
import { cases, eventually, put, rows, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';
import { customerTweets, openCase, panelBeside } from './support/rep';

declare const chrome: ExtensionApi;

const MINUTE = 60_000;
let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

const followUps = (): Promise<FollowUp[]> => rows<FollowUp>(hark, 'followUps');

/** A customer's case in the panel. */
async function caseInPanel(): Promise<{ page: Page; panel: View }> {
  const page = await hark.open('/home?calm=1');
  const tweet = await customerTweets(page, 'mara_k', '@Lantern my line has been dead since the morning');
  await openCase(hark, page, tweet);
  const panel = await panelBeside(hark, page);
  // Suggestions push down what stands below them.
  await panel.waitFor('[data-suggested]');
  return { page, panel };
}

/** Puts a follow-up of the only case into the desk, due at a time. */
async function promised(dueAt: number, more: Partial<FollowUp> = {}): Promise<void> {
  const [known] = await cases(hark);
  const row: FollowUp = {
    id: crypto.randomUUID(),
    caseId: known?.id ?? '',
    dueAt,
    reason: 'Is the line still up?',
    state: 'waiting',
    createdAt: dueAt - 60 * MINUTE,
    by: 'JD',
    notifiedAt: null,
    snoozedFrom: null,
    tweetId: null,
    incidentId: null,
    ...more,
  };
  await put(hark, 'followUps', [row]);
}

/** Has the worker look through follow-ups, as a change in the panel does. */
const lookThrough = (): Promise<unknown> =>
  hark.inExtension(() => chrome.runtime.sendMessage({ hark: 'followUpsChanged', data: {} }));

describe('follow-ups', () => {
  test('are made in a case, and done, moved and taken back in the list', async () => {
    const { panel } = await caseInPanel();
    await panel.click('button[title="Key b"]');
    await panel.type('[aria-label="When"] input', 'Is the line up?');
    await panel.click('[aria-label="When"] li button');
    const [made] =
      (await eventually(async () => {
        const found = await followUps();
        return found.length === 1 ? found : null;
      }, 'a follow-up is kept')) ?? [];
    expect(made).toMatchObject({ reason: 'Is the line up?', state: 'waiting', notifiedAt: null });
    expect(new Date(made?.dueAt ?? 0).getHours()).toBe(9);
    await panel.waitFor('text/Tomorrow 09:00');
    // The history says it, too.
    await eventually(
      async () => (await panel.text('[aria-label="History"]')).includes('Is the line up?'),
      'the history tells of it',
    );

    await panel.press('Escape');
    await panel.press('4');
    await panel.waitFor('[data-follow-up]');
    await panel.press('j');
    await panel.press('y');
    // A check-in is written for this customer.
    expect(await panel.text('[data-follow-up]')).toMatch(/mara|line/i);
    await panel.press('x');
    await eventually(async () => (await followUps())[0]?.state === 'done', 'it is done');
    await panel.waitFor('text/Done: @');
    await panel.press('u');
    await eventually(async () => (await followUps())[0]?.state === 'waiting', 'it waits again');
    expect(await faultsInBothSchemes(hark, panel)).toEqual([]);
  });

  test('that cannot be read say what could be written', { tags: 'thorough' }, async () => {
    const { panel } = await caseInPanel();
    await panel.click('button[title="Key b"]');
    await panel.type('[aria-label="When"] form input', 'someday');
    await panel.press('Enter');
    expect(await panel.text('[aria-label="When"]')).toContain('“someday” could not be read. Write a time like');
    expect(await followUps()).toEqual([]);
  });

  test('fall due by an alarm, also with the worker stopped, and are told once', async () => {
    const { panel } = await caseInPanel();
    await promised(Date.now() + 3_000);
    await lookThrough();
    expect(await hark.badgeText()).toBe('');
    await hark.killWorker();
    // Chromium rings no earlier than half a minute after the alarm was set.
    await eventually(async () => (await followUps())[0]?.notifiedAt !== null, 'the alarm has rung', 50_000);
    await eventually(async () => (await hark.badgeText()) === '1', 'the button shows what is due');
    await panel.waitFor('text/1 follow-up is due');
    const [told] = await followUps();
    await hark.killWorker();
    await lookThrough();
    expect((await followUps())[0]?.notifiedAt).toBe(told?.notifiedAt);
  }, 90_000);

  test('that fell due while the browser was away are there at its start, oldest first', async () => {
    const { page } = await caseInPanel();
    await promised(Date.now() - 90 * MINUTE, { reason: 'The younger one' });
    await promised(Date.now() - 600 * MINUTE, { reason: 'The older one' });
    await hark.killWorker();
    await lookThrough();
    await eventually(async () => (await hark.badgeText()) === '2', 'the button shows two');
    const panel = await panelBeside(hark, page);
    await panel.press('4');
    await panel.waitFor('[data-follow-up]');
    const listed = await panel.inspect('[data-follow-up]');
    expect(listed.map(({ text }) => /The (younger|older) one/.exec(text)?.[1])).toEqual(['older', 'younger']);
    // A grouped or single item that is done goes from the button as well.
    await panel.press('j');
    await panel.press('x');
    await eventually(async () => (await hark.badgeText()) === '1', 'the button shows one');
  });
});
