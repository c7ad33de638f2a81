import { accountState } from './account-state';
import { alreadyAnswered } from './already-answered';
import { buttingIn } from './butting-in';
import type { Check } from './check';
import { misdirected } from './misdirected';
import { personalData } from './personal-data';
import { sales } from './sales';
import { salesInOutage } from './sales-in-outage';
import { sameWords } from './same-words';
import { saysNothing } from './says-nothing';
import { tone } from './tone';

/** All checks, in the order in which they are told. To add one, add a file, name it here and in `types.ts`. */
export const checks: readonly Check[] = [
  personalData,
  misdirected,
  sales,
  alreadyAnswered,
  accountState,
  salesInOutage,
  tone,
  saysNothing,
  buttingIn,
  sameWords,
];
