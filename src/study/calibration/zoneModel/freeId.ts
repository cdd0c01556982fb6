const LONGEST_ID = 200;

/** The id wished for, with a number behind it where others have it already. */
export function freeId(wish: string, others: readonly { readonly id: string }[]): string {
  const taken = new Set(others.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` ${number}`;
    const id = wish.slice(0, LONGEST_ID - ending.length) + ending;
    if (!taken.has(id)) return id;
  }
}
