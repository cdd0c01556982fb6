/**
 * Power of a station handed out to the cars that want some in one step, in whole units: the car with the least laxity
 *
 *   laxity = time until departure - energy still asked for / power of the charger
 *
 * gets all it can take, then the next, until nothing is left: the least-laxity-first rule of real-time scheduling, as ACN-Sim charges
 * cars by it (acnportal eb0bfcf8, algorithms/sorted_algorithms.py: sort, then the largest feasible rate one by one). The rule looks at
 * no load to come, as a controller in a station does. Ties go to the car that comes first in `cars`.
 *
 * It is no optimum: where room gets scarce later, a plan that knew the loads to come could leave less unserved.
 *
 * `wanted`, `laxity` and `allotted` are by car; only those of `cars` are read or written.
 */
export function allotByLaxity(
  headroom: number,
  cars: readonly number[],
  wanted: Float64Array,
  laxity: Float64Array,
  allotted: Float64Array,
): void {
  const place = new Map(cars.map((car, at) => [car, at]));
  const urgent = cars
    .filter((car) => wanted[car]! > 0)
    .sort((a, b) => laxity[a]! - laxity[b]! || place.get(a)! - place.get(b)!);
  let left = headroom;
  for (const car of cars) allotted[car] = 0;
  for (const car of urgent) {
    if (!(left > 0)) return;
    const power = Math.min(wanted[car]!, left);
    allotted[car] = power;
    left -= power;
  }
}

/**
 * Largest active power p >= 0 of further loads with Q/P = tan that leaves the apparent power of a station within a limit,
 * (P + p)^2 + (Q + tan p)^2 <= S^2; 0 where the limit is passed without them.
 */
export function headroomW(limitVa: number, pW: number, qVar: number, tan: number): number {
  const square = 1 + tan * tan;
  const half = pW + tan * qVar;
  const root = half * half - square * (pW * pW + qVar * qVar - limitVa * limitVa);
  return root > 0 ? Math.max(0, (Math.sqrt(root) - half) / square) : 0;
}
