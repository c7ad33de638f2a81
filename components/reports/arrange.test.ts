import { expect, it } from 'vitest';
import type { Section } from '../../lib/reports/sections/section';
import { arrange } from './arrange';

const section = (id: string, bars: number): Section => ({
  ...{ id, group: 'about', question: '?', answer: '', notes: [], definitions: [], table: { columns: [], rows: [] } },
  picture: {
    ...{ kind: 'bars', series: null, whole: null },
    points: Array.from({ length: bars }, () => ({ key: '', label: '', parts: [1], says: '', pick: null })),
  },
});

it('keeps sections in their order, those beside each other in columns about as tall', () => {
  const sections = [section('wide', 3), section('tall', 12), section('a', 4), section('b', 4), section('c', 3)];
  const arranged = arrange(sections, ({ id }) => id === 'wide');
  const ids = arranged.map((part) =>
    'wide' in part ? part.wide.id : part.columns.map((column) => column.map(({ id }) => id)),
  );
  expect(ids).toEqual([
    'wide',
    [
      ['tall', 'a'],
      ['b', 'c'],
    ],
  ]);
  expect(arrange([section('alone', 1)], () => false)).toMatchObject([{ columns: [[{ id: 'alone' }], []] }]);
});
