import { describe, expect, it } from 'vitest';
import { firstNameIn } from './name';

describe('the first name in a display name', () => {
  it.each([
    ['Marnie Whitlow', 'Marnie'],
    ['priya 🌙', 'Priya'],
    ['ANGIE B', 'Angie'],
    ['Kuya Ramil 🛵', 'Ramil'],
    ['Tía Remedios', 'Remedios'],
    ['Dr Lena Sorrow', 'Lena'],
    ['mike (gantry lane)', 'Mike'],
    ['June at Lantern', 'June'],
    ['Beth in Oster Bay', 'Beth'],
    ['DeShawn O.', 'DeShawn'],
    ['Maëlle Corbin', 'Maëlle'],
    ['Inés Cordle', 'Inés'],
  ])('%s is %s', (display, name) => {
    expect(firstNameIn(display)).toBe(name);
  });

  it.each([
    '👾',
    '',
    'the scone witch',
    'A. Tolliver',
    'Mrs Dabney',
    'Frau Hempel',
    'Dr N. Amadi',
    "Ostler's Books",
    "Toffee's Nan",
    'Sunnyside B&B',
    'Dockside Dan',
    'Kerrow Lane Residents',
    'kestrel',
    'gus2000',
    '奥田れん',
    'Иво Петрак',
    'Lantern Cares',
    'Money Mentor 💸',
  ])('%j is nobody we could call by name', (display) => {
    expect(firstNameIn(display, ['Lantern'])).toBeNull();
  });
});
