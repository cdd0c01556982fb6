import { cos, RAD_PER_DEG } from '../sim/numeric/elementary';

export function cosDeg(angleDeg: number): number {
  return cos(angleDeg * RAD_PER_DEG);
}
