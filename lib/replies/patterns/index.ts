import { answer } from './answer';
import { ask } from './ask';
import { sorryNotUs, sorryNotUsBriefly } from './not-ours';
import type { Pattern } from './pattern';
import { takePrivate } from './private';
import { thanks, thanksBriefly, thanksWithHistory } from './thanks';

/** All ways to answer; of those that suit a tweet, three are offered, in this order. To add one, name it here. */
export const patterns: readonly Pattern[] = [
  answer,
  takePrivate,
  ask,
  thanks,
  thanksWithHistory,
  thanksBriefly,
  sorryNotUs,
  sorryNotUsBriefly,
];
