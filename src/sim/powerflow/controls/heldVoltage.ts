import type { Circuit, CircuitGenerator } from '../../../model/circuit';
import type { CompiledCircuit } from '../circuit/compileCircuit';
import { phaseRatingV } from '../circuit/injectionRows';
import type { RowPowers } from '../circuit/powers';
import { type Instruments, meanPhaseV } from './measure';

/** Generators that hold the mean of their phase voltages by reactive power, within its limits (OpenDSS model 3). */
const holdsVoltage = (generator: CircuitGenerator): boolean =>
  generator.enabled && generator.model === 'constantPConstantV' && generator.heldVoltagePu !== undefined;

export const hasHeldVoltages = (circuit: Circuit): boolean => circuit.generators.some(holdsVoltage);

interface Holder {
  readonly generator: CircuitGenerator;
  readonly setPointPu: number;
  /** Across a phase. */
  readonly ratedV: number;
  readonly qMinVar: number;
  readonly qMaxVar: number;
  readonly row: number;
  readonly rowCount: number;
}

/** Voltages within this of the set point are held, per unit of the rating. */
const TOLERANCE_PU = 1e-9;
const MAX_ROUNDS = 40;
/** Share of the rating by which reactive power is moved to see what the voltages make of it. */
const PROBE = 1e-3;

export interface Held {
  readonly powers: RowPowers;
  /** Every generator holds its voltage or stands at a limit. */
  readonly settled: boolean;
}

/**
 * Reactive powers q (README, 20) at which v(q) = set point, or q at a limit with the voltage beyond its reach: chord method with the
 * sensitivities dv/dq at the start, over the generators that are not stuck at a limit. `solve` gives null without solution.
 */
export function holdVoltages(
  { circuit, injections }: CompiledCircuit,
  offered: RowPowers,
  solve: (powers: RowPowers) => Instruments | null,
): Held {
  const holders = circuit.generators.flatMap((generator, at): Holder[] => {
    const row = injections.generatorRow[at]!;
    if (!holdsVoltage(generator) || row < 0) return [];
    const { heldVoltagePu, qMinVar = -Infinity, qMaxVar = Infinity } = generator;
    const rowCount = injections.generatorRowCount[at]!;
    const { connection, phases, ratedVoltageV } = generator;
    const ratedV = phaseRatingV(connection, phases, ratedVoltageV);
    return [{ generator, setPointPu: heldVoltagePu!, ratedV, qMinVar, qMaxVar, row, rowCount }];
  });
  const powersAt = (q: readonly number[]): RowPowers => {
    const qVar = offered.qVar.slice();
    holders.forEach(({ row, rowCount }, k) => qVar.fill((0 - q[k]!) / rowCount, row, row + rowCount));
    return { pW: offered.pW, qVar };
  };
  const missing = (q: readonly number[]): number[] | null => {
    const read = solve(powersAt(q));
    return read === null
      ? null
      : holders.map((holder) => holder.setPointPu - meanPhaseV(holder.generator, read) / holder.ratedV);
  };
  let q = holders.map(({ generator, qMinVar, qMaxVar }) => within(generator.qVar, qMinVar, qMaxVar));
  let off = missing(q);
  if (off === null) return { powers: powersAt(q), settled: true };
  let slopes: number[][] | null = null;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const gap = off;
    const free = holders.flatMap(({ qMinVar, qMaxVar }, k) =>
      (q[k]! >= qMaxVar && gap[k]! >= 0) || (q[k]! <= qMinVar && gap[k]! <= 0) ? [] : [k],
    );
    if (free.every((k) => Math.abs(gap[k]!) < TOLERANCE_PU)) return { powers: powersAt(q), settled: true };
    slopes ??= sensitivities(holders, q, gap, missing);
    const step = slopes === null ? null : solveDense(slopes, free, gap);
    if (step === null) break;
    q = q.map((value, k) => within(value + (step.get(k) ?? 0), holders[k]!.qMinVar, holders[k]!.qMaxVar));
    off = missing(q);
    if (off === null) break;
  }
  return { powers: powersAt(q), settled: false };
}

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** [row k][column m]: rise of voltage k for one var more of generator m; null where a probe has no solution. */
function sensitivities(
  holders: readonly Holder[],
  q: readonly number[],
  gap: readonly number[],
  missing: (q: readonly number[]) => number[] | null,
): number[][] | null {
  const columns = holders.map(({ generator }, m) => {
    const probe = PROBE * Math.max(generator.ratedSVa, 1);
    const moved = missing(q.map((value, k) => (k === m ? value + probe : value)));
    return moved?.map((value, k) => (gap[k]! - value) / probe) ?? null;
  });
  if (columns.some((column) => column === null)) return null;
  return holders.map((_, k) => columns.map((column) => column![k]!));
}

/** Gaussian elimination with row pivots over the free rows and columns; null when singular. */
function solveDense(
  matrix: readonly (readonly number[])[],
  free: readonly number[],
  right: readonly number[],
): ReadonlyMap<number, number> | null {
  const n = free.length;
  const rows = free.map((row) => [...free.map((column) => matrix[row]![column]!), right[row]!]);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let row = k + 1; row < n; row++) {
      if (Math.abs(rows[row]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = row;
    }
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    const head = rows[k]!;
    if (!(Math.abs(head[k]!) > 0)) return null;
    for (let row = 0; row < n; row++) {
      if (row === k) continue;
      const factor = rows[row]![k]! / head[k]!;
      for (let column = k; column <= n; column++) rows[row]![column]! -= factor * head[column]!;
    }
  }
  return new Map(free.map((row, k) => [row, rows[k]![n]! / rows[k]![k]!]));
}
