import type { Topic } from '../cases/case';
import { fold, wordsOf } from '../text/words';
import { type Channel, channels, type Fact, isBare } from './fact';

/** What a fact is looked for. */
export interface Need {
  text: string;
  topic: Topic;
  /** The language of the reply. */
  lang: string;
  /** Which channels fit, best first; the others fit as well, but less. */
  channels: readonly Channel[];
  /** The brand's own names and handles: they stand in every question and answer none. */
  brand?: readonly string[];
}

/** Words that tell nothing of what is asked, in any of the languages; folded. */
const COMMON = new Set(
  (
    'a about after also an and any anyone are at be been but by can cant could did do does doing dont else for from get ' +
    'give got had has have hello help here hi how i if im in into is it its ive just know last like me more much my need ' +
    'new no not now of off on one only or our out page please right say see since so some still tell thank thanks that ' +
    'the their them then there they this time to today too up us use want was we were what when where which who why will ' +
    'with would you your open link read write find full live all ' +
    'el la los las un una y o de del en por para con sin que como cuando donde cual mi mis tu su sus me se lo le les no si ' +
    'ya es son hay he ha tengo tiene puedo hola buenas gracias favor aqui ' +
    'um uma e os as do da dos das no na nos nas em por com sem qual quando onde meu minha seu sua voce ta nao sim ja tem ' +
    'le les des du et ou dans pour avec sans est sont je tu il elle on nous vous mon ma mes votre vos que qui quoi quand ' +
    'comment pas ne plus ce cette bonjour merci ' +
    'der die das den dem ein eine und oder in im mit ohne fur von zu bei ist sind ich du er sie es wir ihr mein meine wie ' +
    'wann wo was wer warum nicht kein keine auf an noch schon auch hallo danke bitte man ' +
    'il lo gli i di del della dei in per con senza che come quando dove chi io tu noi voi mio mia non piu sono avete ma ' +
    'ang ng mga sa na ko mo nyo niyo po ba yung lang naman kung paano saan kailan ano kasi di hindi may wala ' +
    'yang dan di ke dari ini itu saya aku bisa gimana bagaimana kapan dimana apa ada ga gak nggak tidak kak min ya kalau atau untuk'
  ).split(' '),
);
/** Endings that make no other word. */
const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:'s|es|s|ing|ed)$/, '') : word).slice(0, 7);

/** The words of a text that say what it is about. */
export function tellingWords(text: string, without: readonly string[] = []): Set<string> {
  const left = new Set(without.map(fold));
  const words = wordsOf(text).flatMap(({ folded }) => {
    const plain = folded.replace(/'s$/, '');
    return plain.length < 2 || COMMON.has(plain) || left.has(plain) ? [] : [stem(plain)];
  });
  return new Set(words);
}

/** Facts that a reply in this language can hold: in its own words, or of no language. */
export function inLanguage(facts: readonly Fact[], lang: string): Fact[] {
  return facts.filter((fact) => fact.lang === null || fact.lang === lang || isBare(fact) || fact.link !== null);
}

/** How well a fact answers; 0 if it does not. */
function fitness(fact: Fact, need: Need, asked: ReadonlySet<string>): number {
  const own = tellingWords(`${fact.topic} ${fact.text}`, need.brand);
  const shared = [...asked].filter((word) => own.has(word)).length;
  const sameTopic = fact.topic === need.topic && need.topic !== 'other';
  if (!sameTopic && shared === 0) return 0;
  const place = need.channels.indexOf(fact.channel);
  // A page on the right topic that cannot answer this kind of question is no answer.
  const channel = place === -1 ? 0 : 1 - place / channels.length;
  if (place === -1 && shared === 0) return 0;
  const language = fact.lang === need.lang ? 0.5 : 0;
  return (sameTopic ? 2 : 0) + Math.min(shared, 4) * 1.2 + channel + language;
}

/** The facts that answer, best first; of equal ones, the one that stands first in the settings. */
export function factsFor(facts: readonly Fact[], need: Need): Fact[] {
  const asked = tellingWords(need.text, need.brand);
  return inLanguage(facts, need.lang)
    .map((fact) => ({ fact, fitness: fitness(fact, need, asked) }))
    .filter(({ fitness }) => fitness > 0)
    .sort((one, other) => other.fitness - one.fitness)
    .map(({ fact }) => fact);
}

/** The fact that answers best, or null. */
export function factFor(facts: readonly Fact[], need: Need): Fact | null {
  return factsFor(facts, need)[0] ?? null;
}

/** The first way to reach the brand among some channels, whatever it is about. */
export function wayTo(facts: readonly Fact[], wanted: readonly Channel[], lang: string): Fact | null {
  for (const channel of wanted) {
    const found = inLanguage(facts, lang).filter((fact) => fact.channel === channel);
    const best = found.find((fact) => fact.topic === 'other') ?? found[0];
    if (best) return best;
  }
  return null;
}
