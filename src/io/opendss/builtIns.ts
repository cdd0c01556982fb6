import { growthShapeClass } from './curves';
import type { DssObject } from './definitions';
import { loadShapeClass } from './loadShape';
import type { Session } from './session';

/** A day of OpenDSS's own, which scripts may name without defining it. */
const DAY = [
  ...[0.677, 0.6256, 0.6087, 0.5833, 0.58028, 0.6025, 0.657, 0.7477, 0.832, 0.88, 0.94, 0.989],
  ...[0.985, 0.98, 0.9898, 0.999, 1, 0.958, 0.936, 0.913, 0.876, 0.876, 0.828, 0.756],
];

/** What OpenDSS has before a script begins: LoadShape.default and GrowthShape.default. */
export function addBuiltIns(session: Session): ReadonlySet<DssObject> {
  const shape = loadShapeClass.create('default', session);
  Object.assign(shape, { points: DAY.length, p: [...DAY] });
  session.objects(loadShapeClass).set(shape.id, shape);
  const growth = growthShapeClass.create('default', session);
  Object.assign(growth, { points: 2, years: [1, 20], factors: [1.025, 1.025] });
  session.objects(growthShapeClass).set(growth.id, growth);
  return new Set([shape, growth]);
}
