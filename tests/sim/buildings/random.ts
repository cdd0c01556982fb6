/** Numbers in [0, 1) from a seed: Lehmer's generator with the multiplier of MINSTD. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
