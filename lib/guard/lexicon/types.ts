/** What the guard looks for, as lists of phrases (see `phrases.ts`). */
export const lists = [
  // Sales.
  'pitch',
  'pitchWords',
  'notPitch',
  'interest',
  'amends',
  // Personal data.
  'asking',
  'items',
  'softItems',
  'yours',
  'refusing',
  'privately',
  'oursAhead',
  'theirsAhead',
  'accountAhead',
  'secretAhead',
  'orderAhead',
  'address',
  // What an answer says, or does not.
  'accountState',
  'stock',
  'nextStep',
  'promise',
  'greeting',
  'filler',
  // Tone.
  'blame',
  'cheerful',
  // What the customer says.
  'trouble',
  'fury',
] as const;
export type List = (typeof lists)[number];

/** The guard's words in one language. */
export interface GuardLexicon extends Readonly<Record<List, string>> {
  /** X's language code. */
  lang: string;
  /** Words for the digits 0 to 9, alternatives with "|". */
  digits: readonly string[];
  /** How people write "@" and "." in words. */
  at: readonly string[];
  dot: readonly string[];
}

/** What each list holds, for whoever adds a language. */
export const meanings: Readonly<Record<List, string>> = {
  pitch: 'Calls to buy and offers that are hardly anything else.',
  pitchWords: 'Words that advertising has more of than answers have.',
  notPitch: 'What sounds like selling and is help ("feel free", "latest version").',
  interest: 'The customer asks for a price, an offer or a plan.',
  amends: 'Money that goes back to the customer.',
  asking: 'Verbs and questions that ask for something.',
  items: 'What nobody should write in public.',
  softItems: 'What should rather not be written in public.',
  yours: '"Your", wherever it stands.',
  refusing: 'The rep tells the customer not to post it.',
  privately: 'Direct messages and other private ways.',
  oursAhead: 'What introduces a number or address of the brand.',
  theirsAhead: 'What introduces a number or address of a person.',
  accountAhead: 'What announces an account number.',
  secretAhead: 'What announces a PIN or a password.',
  orderAhead: 'What announces an order or ticket number.',
  address: 'Words that go with a house number, as part of an address.',
  accountState: 'The state of an account; the telling word has a "!".',
  stock: 'Phrases that fit everybody and help nobody.',
  nextStep: 'What leads on: a thing to do, somebody who does it, a time.',
  promise: 'Something will be done, and the customer may wait for it.',
  greeting: 'Greetings.',
  filler: 'Words that carry nothing of what somebody said.',
  blame: 'It is the customer who is at fault.',
  cheerful: 'Good cheer.',
  trouble: 'A present trouble, beyond what triage knows.',
  fury: 'The customer is beside themselves, beyond what triage knows.',
};
