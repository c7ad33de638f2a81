/** Reading what a command is given. Plain JavaScript, no packages. */

/** The browsers that tests run in. */
export const BROWSERS = ['chromium', 'firefox'];

/**
 * Reads an option with a list such as "unit,build"; without one, all that is known. Ends the run with a plain sentence at
 * a name that is not among the known ones.
 *
 * @template {string} Name
 * @param {string | undefined} list
 * @param {Name[]} known
 * @returns {Name[]} in the order in which they are known
 */
export function choose(list, known) {
  const chosen = list?.split(',') ?? known;
  const unknown = chosen.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    console.error(`"${unknown}" is not one of ${known.join(', ')}.`);
    process.exit(2);
  }
  return known.filter((name) => chosen.includes(name));
}
