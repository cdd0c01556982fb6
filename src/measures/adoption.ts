import { randomKey, uniform } from '../sim/numeric/random';

/**
 * Whether an element takes part: its own draw, keyed by (seed, element, measure), lies below the adoption. Raising the
 * adoption keeps everybody who was in; adoption 0 reaches nobody, adoption 1 everybody.
 */
export function takesPart(seed: number, elementId: string, purpose: string, adoption: number): boolean {
  return uniform(randomKey(seed, elementId, purpose), 0) < adoption;
}
