import { hash32, seeded } from '../src/ids';
import type { PracticeTweet } from './types';

/**
 * Thousands of further tweets for measuring, put together from parts. They are meant to be many and varied in length
 * and form, not to be read; the hand-written ones are for reading.
 */

type Truth = PracticeTweet['truth'];

interface Mould {
  weight: number;
  truth: Truth;
  write: (pick: Pick) => string;
}

type Pick = <T>(values: readonly T[]) => T;

const FIRST =
  'ada bruno celia dorin elke farid greta hamo ines jorin katya lumo mirek nadia otis petra quill rosa senna tomas ulla vanja wren yusuf zita'.split(
    ' ',
  );
const SECOND =
  'bakes draws runs knits fishes reads sails sings codes paints hikes cooks skates gardens whistles naps'.split(' ');
const PLACES = [
  'Brook Lane',
  'the harbour',
  'Mill Hill',
  'Eastgate',
  'the old town',
  'Fernley',
  'Kiln Street',
  'Upper Tarn',
  'Sorrel Park',
  'the tram depot',
];
const THINGS = ['router', 'box', 'remote', 'bill', 'sim card', 'line', 'wifi', 'landline', 'signal', 'app'];
const SHOWS = [
  'the final',
  'the bake-off',
  'my exam',
  'a video call',
  'the match',
  'the season finale',
  'my own wedding rehearsal',
];
const SPANS = [
  'an hour',
  'two hours',
  'since breakfast',
  'three days',
  'a week',
  'since the storm',
  'since Tuesday',
  'half the night',
];
const MOODS = ['😤', '😡', '🙄', '😩', '😭', '🤯', '😑', ''];
const JOYS = ['🎉', '🔥', '❤️', '⭐', '👍', '😀', ''];
const PETS = ['cat', 'dog', 'tortoise', 'parrot', 'goat', 'neighbour’s rooster'];
const FOODS = ['soup', 'dumplings', 'lemon cake', 'pickles', 'a very large pretzel', 'plum jam', 'toast'];
const TAGS = ['#slowmorning', '#rain', '#tramlife', '#nofilter', '#weekend', '#lostandfound'];

const need = (about: Truth['about'], intent: Truth['intent'], actionable = true): Truth => ({
  about,
  intent,
  actionable,
});

const MOULDS: Mould[] = [
  {
    weight: 4,
    truth: need('mention', 'complaint'),
    write: (p) =>
      `@Lantern ${p(['no', 'zero', 'still no', 'once again no'])} ${p(THINGS)} in ${p(PLACES)} for ${p(SPANS)} ${p(MOODS)}`,
  },
  {
    weight: 3,
    truth: need('mention', 'question'),
    write: (p) =>
      `@LanternCares ${p(['how do I', 'is there a way to', 'can someone help me'])} ${p(['move', 'reset', 'cancel', 'pair', 'find'])} my ${p(THINGS)} before ${p(SHOWS)}?`,
  },
  {
    weight: 3,
    truth: need('brand', 'complaint'),
    write: (p) =>
      `lantern ${p(['down', 'gone again', 'asleep'])} in ${p(PLACES)}. ${p(['Missed', 'There goes', 'So much for'])} ${p(SHOWS)} ${p(MOODS)}`,
  },
  {
    weight: 2,
    truth: need('brand', 'praise', false),
    write: (p) => `Credit where due: Lantern fixed my ${p(THINGS)} in ${p(SPANS)} ${p(JOYS)}`,
  },
  {
    weight: 2,
    truth: need('category', 'complaint'),
    write: (p) => `Is anyone else’s internet dead around ${p(PLACES)}? ${p(SPANS)} now ${p(MOODS)}`,
  },
  {
    weight: 2,
    truth: need('none', 'other', false),
    write: (p) => `Bought a paper lantern for ${p(PLACES)}, the ${p(PETS)} ate it ${p(JOYS)}`,
  },
  {
    weight: 8,
    truth: need('none', 'other', false),
    write: (p) =>
      `My ${p(PETS)} and I made ${p(FOODS)}. ${p(['No regrets.', 'Some regrets.', 'The kitchen will recover.', 'Recipe on request.'])} ${p(TAGS)}`,
  },
  {
    weight: 6,
    truth: need('none', 'other', false),
    write: (p) =>
      `${p(['Heard on the tram', 'Seen in the market', 'Overheard at the dentist'])}: “${p(['never trust a man with two umbrellas', 'my grandmother invented that', 'it is not a hat, it is a decision', 'I only came for the biscuits'])}” ${p(JOYS)}`,
  },
  {
    weight: 4,
    truth: need('none', 'other', false),
    write: (p) =>
      `${p(PLACES)} at six in the morning.\n\n${p(['Nobody about but', 'Only', 'Just me and'])} a ${p(PETS)}.\n\n${p(TAGS)} ${p(TAGS)}`,
  },
  {
    weight: 3,
    truth: need('none', 'news', false),
    write: (p) =>
      `Roadworks near ${p(PLACES)} until Friday, buses leave from ${p(PLACES)} instead https://council.example/works/${p(['a17', 'mill-bridge', 'night-closures-and-diversions'])}`,
  },
  {
    weight: 3,
    truth: need('none', 'other', false),
    write: (p) =>
      `A thought on ${p(FOODS)}, in several parts. ${'It keeps, it travels, it forgives, and it never asks where you were. '.repeat(p([2, 3, 5]))}That is all.`,
  },
];

/** Each mould as often as it weighs. */
const BAG = MOULDS.flatMap((mould) => Array.from({ length: mould.weight }, () => mould));

/** The same count and seed always give the same tweets. */
export function generate(count: number, seed: number): PracticeTweet[] {
  const random = seeded(hash32(`generate/${seed}`));
  const pick: Pick = (values) => values[Math.floor(random() * values.length)] as (typeof values)[number];
  const tweets: PracticeTweet[] = [];
  let ago = 20;
  for (let i = 0; i < count; i++) {
    ago += 0.5 + random() * 6;
    const mould = pick(BAG);
    const text = mould.write(pick).trim();
    const tweet: PracticeTweet = {
      key: `g${seed}-${i}`,
      by: `${pick(FIRST)}_${pick(SECOND)}${Math.floor(random() * 9)}`.slice(0, 15),
      text,
      lang: 'en',
      ago: Math.round(ago * 10) / 10,
      truth: mould.truth,
    };
    const form = random();
    const earlier = tweets[Math.floor(random() * tweets.length)];
    if (form < 0.12) tweet.photos = 1 + Math.floor(random() * 4);
    else if (form < 0.16) tweet.video = true;
    else if (form < 0.24 && earlier) tweet.quote = earlier.key;
    else if (form < 0.3) tweet.repostBy = `${pick(FIRST)}_${pick(SECOND)}`;
    else if (form < 0.33 && text.length > 120) tweet.truncateAt = 90;
    else if (form < 0.36) tweet.edited = true;
    else if (form < 0.39) tweet.card = { title: `All about ${pick(FOODS)}`, domain: 'notebook.example' };
    if (random() < 0.15 && earlier && earlier.ago > 0) {
      // An answer has to be younger than what it answers: let it answer something that came before it in time.
      const parent = tweets[Math.floor(random() * Math.min(tweets.length, 40))];
      if (parent && !parent.replyTo)
        tweets.push({ ...tweet, key: `${tweet.key}r`, replyTo: parent.key, ago: Math.max(1, parent.ago - 3) });
    }
    tweets.push(tweet);
  }
  return tweets.slice(0, count);
}
