import { describe, expect, it } from 'vitest';
import { LONGEST_POST, weightedLength } from '../text/weight';
import { makeImpostorJudge, sayImpostor } from './impostor';
import { distance, glance } from './look-alike';
import { reportPage, warningFor } from './warning';

const judge = makeImpostorJudge({
  handles: ['LanternCares'],
  accounts: ['LanternNews', 'June_Lantern'],
  terms: ['Lantern', 'Lantern Mobile'],
});

describe('impostors', () => {
  it.each([
    ['Lantern_Cares', 'Lantern'],
    ['LanternCare5', 'Lantern Support'],
    ['LantemCares', 'Lantern'],
    ['IanternCares', 'Lantern Cares'],
    ['LannternCares', 'x'],
    ['LanternCare', ''],
    ['LanternCaresz', ''],
    ['L4ntern_Help', 'Help'],
    ['lantern_support', 'Lantern'],
    ['LanternHelpDesk1', 'Customer care'],
    ['Lantern_Refunds', 'Lantern'],
    ['helpLantern', 'Lantern'],
    ['qx81772', 'Lantern Support'],
    ['ask_help_77', 'Lаntern Cаres'],
    ['LanternMobileHelp', 'Lantern Mobile'],
  ])('@%s (%s) is marked', (handle, name) => {
    const found = judge({ handle, name });
    expect(found).not.toBeNull();
    expect(found && sayImpostor(found)).toMatch(/^@\w+ is not one of your accounts: .+\.$/);
  });

  it('marks weaker signs only where the account answers a customer', () => {
    for (const account of [
      { handle: 'Lantern_Official', name: 'Lantern ✔' },
      { handle: 'L4ntern', name: 'Lantern' },
    ]) {
      expect(judge({ ...account, answersCustomer: true })).not.toBeNull();
    }
    expect(judge({ handle: 'lantern_jones', name: 'Lantern', answersCustomer: true })).toBeNull();
  });

  it('never marks the brand’s own accounts', () => {
    for (const handle of ['LanternCares', 'lanterncares', 'LanternNews', 'June_Lantern']) {
      expect(judge({ handle, name: 'Lantern Support ✔', answersCustomer: true })).toBeNull();
    }
  });

  const names = [
    'Ada',
    'Lantern victim',
    'Ada (waiting for Lantern)',
    'still no help from Lantern',
    'Lantern hater 💔',
    'Jack O. Lantern',
    'Lantern Festival Whitten',
    'Paper Lantern Crafts',
    'The Green Lantern pub',
    'Care for Whitten',
    'Marnie | support the nurses',
    'Lantern Street Residents',
    'Lantern',
    '奥田れん',
    '',
  ];
  const handles = [
    'ada_w',
    'marnie_whit',
    'lanternvictim',
    'HatesLantern99',
    'lantern_fan',
    'green_lantern_jo',
    'NoHelpFromLantern',
    'lanternsupporter',
    'paperlanterns',
    'lantern',
    'Lanterns',
    'jacko_lantern',
    'lantern1987',
    'carer_in_whitten',
    'helpfulhannah',
    'support_our_bees',
    'lanternlane_cafe',
    'lantern_jones',
    'LanternCarol',
    'mylanternisdown',
    'CaresAboutCats',
    'team_fennick',
    'news_lass',
  ];

  it('passes over customers and others who merely name the brand', () => {
    const marked = handles.flatMap((handle) =>
      names.flatMap((name) => {
        const found = judge({ handle, name, answersCustomer: true });
        return found ? [`@${handle} (${name}): ${found.reasons.join(', ')}`] : [];
      }),
    );
    expect(marked).toEqual([]);
  });
});

describe('look-alikes', () => {
  it('look alike at a glance', () => {
    expect(glance('LаntеrnCаrеs')).toBe(glance('LanternCares'));
    expect(glance('L4ntern_Care5')).toBe(glance('lanterncares'));
    expect(glance('Lantern')).not.toBe(glance('Latern'));
  });

  it('counts letters', () => {
    expect(distance('lantern', 'latnern')).toBe(1);
    expect(distance('lantern', 'lanterns')).toBe(1);
    expect(distance('lantern', 'canteen')).toBe(2);
    expect(distance('', 'abc')).toBe(3);
  });
});

describe('warnings', () => {
  it.each(['en', 'de', 'es', 'fr', 'it', 'pt', 'in', 'tl', 'ja', null])('fit into a post (%s)', (lang) => {
    const text = warningFor('Lantern_Refunds1', ['LanternCares', 'LanternCaresUKxx', 'Third'], lang);
    expect(weightedLength(text)).toBeLessThanOrEqual(LONGEST_POST);
    expect(text).toContain('@Lantern_Refunds1');
    expect(text).toContain('@LanternCares');
    expect(text).not.toMatch(/[!{}]/);
  });

  it('lead to the account’s page', () => {
    expect(reportPage('Lantern_Refunds')).toBe('https://x.com/Lantern_Refunds');
  });
});
