import { fold } from '../text/words';
import { type Features, featuresOf, readText } from './features';

/** Stands for a name of the brand, so that what is learned of one brand's tweets holds for another's. */
export const NAME = 'xbrand';

/**
 * A text with the brand's names masked, and how they were written.
 *
 * @param names the names as they stand in the text
 */
export function masked(text: string, names: readonly string[]): { text: string; facts: string[] } {
  let rest = text;
  const facts = new Set<string>();
  for (const name of names) {
    const bare = name.replace(/^[#＃]/, '');
    const exact = rest.indexOf(bare);
    const at = exact === -1 ? fold(rest).indexOf(fold(bare)) : exact;
    const written = at === -1 ? '' : rest.slice(at, at + bare.length);
    // Folding may shift places in rare scripts; then nothing is masked.
    if (written === '' || fold(written) !== fold(bare)) continue;
    const first = written[0] ?? '';
    if (first !== first.toLowerCase() && at > 0) facts.add('name in capitals');
    if (first === first.toLowerCase()) facts.add('name in small letters');
    if (at === 0) facts.add('name first');
    rest = rest.replaceAll(written, NAME);
    if (rest.includes(`#${NAME}`)) facts.add('name as hashtag');
  }
  return { text: rest, facts: [...facts] };
}

/** The features that tell whether a name means the company: what stands around it, not which name it is. */
export function featuresAround(text: string, lang: string | null, names: readonly string[]): Features {
  const { text: rest, facts } = masked(text, names);
  return featuresOf(rest, readText(rest, lang), facts);
}
