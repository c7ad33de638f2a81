import { describe, expect, it } from 'vitest';
import { addPreset, differences, readForm, readFormLeniently, toForm } from './form';
import { emptyWatchlist } from './watchlist';

const form = toForm({ ...emptyWatchlist, handles: ['LanternHelp'], terms: ['Lantern Fibre', 'Glowbox'] });

describe('a watchlist’s form', () => {
  it('has one item a line and is read back', () => {
    expect(form.terms).toBe('Lantern Fibre\nGlowbox');
    expect(readForm(form)).toMatchObject({ ok: true, watchlist: { terms: ['Lantern Fibre', 'Glowbox'] } });
  });

  it('names the line of a problem, not counting what is empty', () => {
    const result = readForm({ ...form, handles: 'LanternHelp\n\n  \nnot a handle' });
    expect(result).toMatchObject({ ok: false, problems: [{ list: 'handles', line: 3 }] });
  });

  it('says of the whole list that it is empty', () => {
    expect(readForm({ ...form, handles: '' })).toMatchObject({
      ok: false,
      problems: [{ list: 'handles', line: null }],
    });
  });

  it('can be tried out while it has problems', () => {
    expect(readFormLeniently({ ...form, handles: '', languages: 'en\n??' })).toMatchObject({
      handles: [],
      terms: ['Lantern Fibre', 'Glowbox'],
      languages: ['en'],
    });
  });

  it('takes a preset’s words once', () => {
    const preset = {
      id: 'p',
      label: '',
      about: '',
      lists: { categories: ['Wifi', 'cable'], exclusions: ['cable car'] },
    };
    const once = addPreset({ ...form, categories: 'wifi' }, preset);
    expect(once.categories).toBe('wifi\ncable');
    expect(addPreset(once, preset)).toEqual(once);
  });
});

describe('differences', () => {
  it('names what comes and what goes', () => {
    const from = { ...emptyWatchlist, handles: ['A'], terms: ['x', 'y'] };
    expect(differences(from, { ...from, terms: ['y', 'z'] })).toEqual([
      { list: 'terms', added: ['z'], removed: ['x'] },
    ]);
    expect(differences(from, from)).toEqual([]);
  });
});
