import { describe, expect, test } from 'vitest';
import type { AuditLine } from '../lib/audit/line';
import { faultsInBothSchemes } from './support/axe';
import { cases, eventually, putDesk, rows } from './support/desk';
import { type Bench, browserName, useBrowser } from './support/fixture';
import { type PolicyWay, underPolicy, unfitFor } from './support/policy';

/** What a team lead might set, with one thing wrong in it. */
const settings = {
  watchlist: { value: { handles: ['Lantern', 'LanternCares'], terms: ['Lantern'] }, locked: true },
  facts: { value: [{ topic: 'outage', channel: 'status', link: 'https://lantern.example/status' }], locked: true },
  snippets: { value: [{ title: 'Hello', text: 'Hi {customer.name}' }] },
  guard: { value: { tone: 'off' }, locked: true },
  retentionDays: { value: 0 },
};

/** A case that nobody has touched for two months. */
async function closedLongAgo(hark: Bench): Promise<void> {
  const at = Date.now() - 60 * 24 * 60 * 60 * 1000;
  const nothing = { account: '', place: '', note: '' };
  await putDesk(hark, {
    customers: [
      {
        ...{ id: 'p', handles: ['mira_k'], handle: 'mira_k', name: 'Mira', namedByRep: false, joined: [] },
        ...{ ...nothing, createdAt: at },
      },
    ],
    cases: [
      {
        ...{ id: 'c', number: 1, customerId: 'p', openedFor: 'mira_k', status: 'closed', topic: 'outage', tags: [] },
        ...{ priority: 'normal', route: 'support', owner: null, openedAs: null, openedAt: at, updatedAt: at },
        ...{ resolvedAt: null, waitingSince: null },
      },
    ],
    entries: [],
  });
}

const ways: PolicyWay[] =
  browserName === 'chromium' ? ['chromium: system policy'] : ['firefox: policies.json', 'firefox: managed storage'];

describe.each(ways)('a policy (%s)', (way) => {
  const unfit = unfitFor(way);
  const tags = way === 'firefox: managed storage' ? ['thorough'] : [];
  test.skipIf(unfit)(`sets up Hark and is shown as what it is${unfit ? ` (${unfit})` : ''}`, { tags }, async () => {
    const { site } = await useBrowser();
    await underPolicy(way, settings, site, async ({ hark, change }) => {
      // Marks from the first page on, though nobody has set anything here.
      const page = await hark.newPage(new URL('/home?calm=1', site.origin).href);
      await page.waitForSelector('[data-hark="mark"]');

      const view = await hark.openExtensionPage('options.html');
      await view.waitFor('role/heading[Before you post]');
      await view.waitFor('text/Set by your team');
      const [handles] = await view.inspect('textarea[name="handles"]');
      expect(handles).toMatchObject({ value: 'Lantern\nLanternCares', disabled: true });
      expect(await view.inspect('role/button[Add a fact]')).toEqual([]);
      await view.waitFor('text/https://lantern.example/status');
      expect((await view.inspect('role/combobox[Tone]'))[0]).toMatchObject({ value: 'off', disabled: true });
      expect((await view.inspect('role/combobox[Says nothing]'))[0]).toMatchObject({ disabled: false });
      await view.waitFor('role/button[Add a snippet]');
      await view.waitFor('text/Hi {customer.name}');
      const lines = await rows<AuditLine>(hark as Bench, 'audit');
      expect(lines.map(({ act, count }) => [act, count])).toEqual([['policy-applied', 4]]);
      if (way === 'firefox: managed storage') return;

      expect(await faultsInBothSchemes(hark, view)).toEqual([]);
      const diagnostics = await hark.openExtensionPage('diagnostics.html');
      await diagnostics.waitFor('text/not used: At least one day.');
      await diagnostics.close();
      if (!change) return;

      await closedLongAgo(hark as Bench);
      await change({ watchlist: { value: { handles: ['Lantern', 'LanternHelp'] } }, retentionDays: { value: 30 } });
      await eventually(
        async () => {
          const [now] = await view.inspect('textarea[name="handles"]');
          return now?.value === 'Lantern\nLanternHelp' && !now.disabled;
        },
        'the page shows the new policy',
        20_000,
      );
      await view.waitFor('role/button[Add a fact]');
      await eventually(async () => (await cases(hark as Bench)).length === 0, 'the new policy has purged the old case');
    });
  });
});
