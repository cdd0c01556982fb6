/** A number of things with its word: `no measures`, `1 element`, `12 elements`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;
