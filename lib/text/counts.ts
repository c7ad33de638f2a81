const numbers = new Intl.NumberFormat('en');

/** A number with its thousands apart. */
export const sayNumber = (value: number): string => numbers.format(value);

/** "1 case", "1,200 cases". */
export const sayCount = (count: number, one: string, several = `${one}s`): string =>
  `${sayNumber(count)} ${count === 1 ? one : several}`;
