import { beforeEach, describe, expect, test } from 'vitest';
import type { Fact } from '../lib/facts/fact';
import type { Policy } from '../lib/guard/types';
import type { Snippet } from '../lib/replies/snippets';
import { faultsInBothSchemes } from './support/axe';
import type { View } from './support/browser';
import { eventually, put, rows, setUpDesk } from './support/desk';
import { type Bench, useBrowser } from './support/fixture';
import { fieldHolds } from './support/rep';

let hark: Bench;

beforeEach(async () => {
  hark = await useBrowser();
  await setUpDesk(hark);
});

async function openSettings(): Promise<View> {
  const view = await hark.openExtensionPage('options.html');
  await view.waitFor('role/heading[Service facts]');
  await view.waitFor('role/heading[Before you post]');
  return view;
}

async function stored<Value>(key: string): Promise<Value | undefined> {
  const settings = await rows<{ key: string; value: Value }>(hark, 'settings');
  return settings.find((row) => row.key === key)?.value;
}

async function save(view: View): Promise<void> {
  await view.click('role/button[Save]');
  await view.waitGone('text/Not saved');
}

/** Chooses a value of a list, as the keyboard does. */
async function choose(view: View, selector: string, value: string): Promise<void> {
  await view.waitFor(selector);
  await view.probe(
    (probe, wanted, chosen) => {
      const list = probe.one(wanted) as HTMLSelectElement;
      list.value = chosen;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    },
    selector,
    value,
  );
}

const line = (fields: Partial<Fact> & { id: string }): Fact => ({
  topic: 'billing',
  channel: 'phone',
  text: '0800 555 010',
  link: null,
  lang: null,
  ...fields,
});

describe('service facts', () => {
  test('are written, checked in plain words, and kept', async () => {
    const view = await openSettings();
    await view.waitFor('text/Add your status page');
    await view.click('role/button[Add a fact]');
    await view.type('input[name="fact-topic"]', 'Outage');
    await choose(view, 'role/combobox[Channel]', 'status');
    await view.type('input[name="fact-link"]', 'lantern.example/status');
    await view.waitFor('text/A link begins with https://');
    await view.click('role/button[Save]');
    await eventually(
      async () => (await view.inspect('input[name="fact-link"]'))[0]?.focused,
      'the wrong field has the focus',
    );
    expect(await stored('facts')).toBeUndefined();

    await view.press('Control+a');
    await view.type('input[name="fact-link"]', '');
    await view.press('Control+a');
    for (const letter of 'https://lantern.example/status') await view.press(letter);
    await fieldHolds(view, 'input[name="fact-link"]', 'https://lantern.example/status');
    expect(await faultsInBothSchemes(hark, view)).toEqual([]);
    await save(view);
    expect(await stored<Fact[]>('facts')).toMatchObject([
      { topic: 'outage', channel: 'status', text: '', link: 'https://lantern.example/status', lang: null },
    ]);
    await view.reload();
    await view.waitFor('text/https://lantern.example/status');
  });

  test('say where two contradict each other, are put in order, and come back after they were removed', async () => {
    await put(hark, 'settings', [
      { key: 'facts', value: [line({ id: 'a' }), line({ id: 'b', text: '0800 555 011' })] },
      { key: 'offered', value: { phone: 12 } },
    ]);
    const view = await openSettings();
    await view.waitFor('text/“0800 555 011” says otherwise');
    await view.waitFor('text/phone 12');
    await view.click('role/button[Move down: Phone, Billing]');
    await save(view);
    expect((await stored<Fact[]>('facts'))?.map(({ id }) => id)).toEqual(['b', 'a']);
    await view.click('role/button[Remove Phone, Billing]');
    await view.waitGone('text/says otherwise');
    await view.click('[role="status"] button:not([aria-label])');
    await view.waitFor('text/says otherwise');
  });

  test('come in several lines from a table, and say which line cannot be used', async () => {
    const view = await openSettings();
    await view.click('role/button[Paste several]');
    await view.waitFor('role/textbox[Lines]');
    await view.click('role/textbox[Lines]');
    const lines = ['billing, phone, 0800 555 010', 'speed, pigeon, coo', 'outage, notice, We know'];
    for (const [at, words] of lines.entries()) {
      if (at > 0) await view.press('Enter');
      for (const letter of words) await view.press(letter === ' ' ? 'Space' : letter);
    }
    await view.waitFor('text/Line 2: “pigeon” is no channel.');
    expect(await faultsInBothSchemes(hark, view)).toEqual([]);
    await view.click('role/button[Add 2]');
    await save(view);
    expect((await stored<Fact[]>('facts'))?.map(({ channel }) => channel)).toEqual(['phone', 'notice']);
  });
});

describe('snippets', () => {
  test('show at once what they read for a customer and what is missing', async () => {
    const view = await openSettings();
    await view.click('role/button[Add a snippet]');
    await view.type('input[name="snippet-title"]', 'Hello');
    await view.type('textarea[name="snippet-text"]', 'Hi ');
    await view.click('role/button[Placeholder]');
    await view.click('role/menuitem[{customer.name}]');
    await fieldHolds(view, 'textarea[name="snippet-text"]', 'Hi {customer.name}');
    await view.waitFor('text/Hi Marta');
    await eventually(
      async () => (await view.inspect('textarea[name="snippet-text"]'))[0]?.focused,
      'the field has the focus again',
    );
    for (const letter of ', ring {fact.phone}') await view.press(letter === ' ' ? 'Space' : letter);
    await view.waitFor('text/No service fact says it: Phone.');
    for (const letter of ' {my.dog}') await view.press(letter === ' ' ? 'Space' : letter);
    await view.waitFor('text/There is no placeholder {my.dog}.');
    expect(await faultsInBothSchemes(hark, view)).toEqual([]);
    for (let at = 0; at < ' {my.dog}'.length; at++) await view.press('Backspace');
    await view.waitGone('text/There is no placeholder');
    await save(view);
    expect(await stored<Snippet[]>('snippets')).toMatchObject([
      { title: 'Hello', text: 'Hi {customer.name}, ring {fact.phone}' },
    ]);
  });
});

describe('the guard', () => {
  test('is softened and switched off check by check, with undo', async () => {
    const view = await openSettings();
    await choose(view, 'role/combobox[Tone]', 'off');
    await eventually(async () => (await stored<Policy>('guardPolicy'))?.tone === 'off', 'tone is off');
    await choose(view, 'role/combobox[Sales copy into a complaint]', 'hint');
    await eventually(async () => (await stored<Policy>('guardPolicy'))?.sales === 'hint', 'sales only hints');
    await view.click('[role="status"] button:not([aria-label])');
    await eventually(async () => (await stored<Policy>('guardPolicy'))?.sales === undefined, 'sales speaks again');
    expect(await stored<Policy>('guardPolicy')).toEqual({ tone: 'off' });
    expect(await faultsInBothSchemes(hark, view)).toEqual([]);
  });

  test('offers to soften what is mostly overridden, to the rep whose figures they are', async () => {
    const sayings = Array.from({ length: 12 }, (_, at) => ({
      id: `00000000-0000-4000-8000-0000000000${at + 10}`,
      at: Date.now() - at * 1000,
      by: 'JD',
      checks: [{ id: 'sales', level: 'hold' }],
      outcome: at < 9 ? 'posted' : 'edited',
      reason: at < 9 ? 'asked' : null,
    }));
    await put(hark, 'guardSayings', [...sayings, { ...sayings[0], id: 'other', by: 'MK' }]);
    const view = await openSettings();
    await view.waitFor('text/held 12, posted anyway 9, mended 3');
    await view.click('role/button[Soften: Sales copy into a complaint]');
    await eventually(async () => (await stored<Policy>('guardPolicy'))?.sales === 'hint', 'sales only hints');
    await view.waitGone('role/button[Soften: Sales copy into a complaint]');
  });

  test('forgets a number of ours, and remembers it again', async () => {
    await put(hark, 'settings', [{ key: 'guardOurs', value: ['0800 555 010', 'care@lantern.example'] }]);
    const view = await openSettings();
    await view.click('role/button[Forget 0800 555 010]');
    await eventually(
      async () => (await stored<string[]>('guardOurs'))?.join() === 'care@lantern.example',
      'it is forgotten',
    );
    await view.click('[role="status"] button:not([aria-label])');
    await eventually(async () => (await stored<string[]>('guardOurs'))?.length === 2, 'it is back');
  });
});
