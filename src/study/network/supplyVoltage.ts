import type { CircuitSolution } from './solver';
import {
  lineVoltages,
  maxDeviationUnbalance,
  unbalanceFactor,
  type PhasorTriple,
} from '../../sim/powerflow/unbalance';

/** What the supply points are found in. */
export type SolvedNodes = Pick<CircuitSolution, 'nodes' | 'baseVoltageV'>;

/** What voltages are read from. */
export type NodeVoltages = Pick<CircuitSolution, 'voltageRe' | 'voltageIm'>;

/**
 * What a supply voltage is measured between: phase and earth; phase and the bus's node 4 where it has one (four-wire
 * low voltage with an explicit neutral), else earth; or two phases (three-wire networks).
 */
export type VoltageReference = 'earth' | 'neutral' | 'phaseToPhase';

/** Where one supply voltage is measured, and on which base. */
export interface SupplyPoint {
  readonly busId: string;
  /** Phase 1, 2, 3; for phase to phase the first of the pair 1-2, 2-3, 3-1. */
  readonly node: number;
  readonly plus: number;
  /** Row of the other node, -1 = earth. */
  readonly minus: number;
  readonly baseVoltageV: number;
}

/** A bus with three phases, rows of the solution. */
export interface ThreePhasePoint {
  readonly busId: string;
  readonly rows: readonly [number, number, number];
}

const PHASES = [1, 2, 3] as const;

/** Rows of every bus's nodes: busId -> node -> row. */
function rowsByBus(solution: SolvedNodes): Map<string, Map<number, number>> {
  const buses = new Map<string, Map<number, number>>();
  solution.nodes.forEach(({ busId, node }, row) => {
    const rows = buses.get(busId) ?? new Map<number, number>();
    buses.set(busId, rows.set(node, row));
  });
  return buses;
}

/** All supply points of a solution, in the order of its nodes. Same circuit, same points. */
export function supplyPoints(solution: SolvedNodes, reference: VoltageReference): SupplyPoint[] {
  const points: SupplyPoint[] = [];
  for (const [busId, rows] of rowsByBus(solution)) {
    for (const node of PHASES) {
      const plus = rows.get(node);
      if (plus === undefined) continue;
      const baseVoltageV = solution.baseVoltageV[plus]!;
      if (reference === 'phaseToPhase') {
        const minus = rows.get((node % 3) + 1);
        if (minus === undefined) continue;
        points.push({ busId, node, plus, minus, baseVoltageV: Math.sqrt(3) * baseVoltageV });
      } else {
        const neutral = reference === 'neutral' ? rows.get(4) : undefined;
        points.push({ busId, node, plus, minus: neutral ?? -1, baseVoltageV });
      }
    }
  }
  return points;
}

/** Voltage magnitudes in per unit of their base, one per supply point; NaN without supply. */
export function supplyVoltagesPu(solution: NodeVoltages, points: readonly SupplyPoint[]): Float64Array {
  return Float64Array.from(points, ({ plus, minus, baseVoltageV }) => {
    const re = solution.voltageRe[plus]! - (minus < 0 ? 0 : solution.voltageRe[minus]!);
    const im = solution.voltageIm[plus]! - (minus < 0 ? 0 : solution.voltageIm[minus]!);
    return Math.sqrt(re * re + im * im) / baseVoltageV;
  });
}

export function threePhasePoints(solution: SolvedNodes): ThreePhasePoint[] {
  const points: ThreePhasePoint[] = [];
  for (const [busId, rows] of rowsByBus(solution)) {
    const [a, b, c] = PHASES.map((node) => rows.get(node));
    if (a !== undefined && b !== undefined && c !== undefined) points.push({ busId, rows: [a, b, c] });
  }
  return points;
}

/** |V-|/|V+| per three-phase bus; ratio. */
export function unbalanceFactors(solution: NodeVoltages, points: readonly ThreePhasePoint[]): Float64Array {
  return Float64Array.from(points, (point) => unbalanceFactor(phasors(solution, point)));
}

/** Largest deviation of the line voltages from their mean (NEMA) per three-phase bus; ratio. */
export function maxDeviations(solution: NodeVoltages, points: readonly ThreePhasePoint[]): Float64Array {
  return Float64Array.from(points, (point) =>
    maxDeviationUnbalance(...lineVoltages(phasors(solution, point))),
  );
}

function phasors({ voltageRe, voltageIm }: NodeVoltages, { rows }: ThreePhasePoint): PhasorTriple {
  const [a, b, c] = rows;
  return [voltageRe[a]!, voltageIm[a]!, voltageRe[b]!, voltageIm[b]!, voltageRe[c]!, voltageIm[c]!];
}
