import { extras } from '../data/extras';
import { generate } from '../data/generate';
import { people } from '../data/people';
import { tweets } from '../data/tweets';
import type { PracticePerson, PracticeTweet } from '../data/types';

/** The hand-written content and, on request, generated tweets behind it. */
export function content(more: number, seed: number): { people: PracticePerson[]; tweets: PracticeTweet[] } {
  return { people, tweets: [...tweets, ...extras, ...(more ? generate(more, seed) : [])] };
}
