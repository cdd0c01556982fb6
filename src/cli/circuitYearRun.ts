import { writeCsv } from '../io/csv';
import type { Circuit } from '../model/circuit';
import type { SeriesOptions } from '../sim/powerflow/circuit';
import { circuitYear, type CircuitYear, EN_50160_LIMITS } from '../study/network';
import { EXIT, required, usageFailure } from './exit';
import { writeResults } from './resultFiles';
import { readYearLoads } from './yearLoads';

export interface YearRunOptions extends Pick<SeriesOptions, 'kind' | 'stepS' | 'controls'> {
  /** Steps of the shapes; by default a year of them. */
  readonly steps: number | undefined;
  readonly out: string | undefined;
  readonly losses: string | undefined;
}

const YEAR_S = 8760 * 3600;

/** Many steps of a circuit: by a file of loads, or by its own shapes. Writes extremes per node and per branch. */
export function powerflowYear(circuit: Circuit, loads: string, options: YearRunOptions): number {
  const { kind, stepS, controls } = options;
  const fromShapes = loads === 'shapes';
  if (!fromShapes && options.steps !== undefined) {
    throw usageFailure('--steps goes with --year shapes.', 'A file of loads has as many steps as rows.');
  }
  const series: SeriesOptions = fromShapes
    ? { kind, stepS, controls, stepCount: options.steps ?? Math.round(YEAR_S / stepS) }
    : { kind, stepS, controls, ...readYearLoads(loads, circuit) };
  const year = required(
    circuitYear(circuit, series, {
      vMinPu: EN_50160_LIMITS.vMinPu,
      vMaxPu: EN_50160_LIMITS.vMaxPu,
      unbalanceMax: EN_50160_LIMITS.unbalanceMax,
      voltageReference: EN_50160_LIMITS.voltageReference,
      windows: [],
    }),
  );
  const { extremes } = year;
  process.stdout.write(
    `circuit ${circuit.name}: ${extremes.steps} steps of ${stepS} s\n` +
      `steps without solution: ${extremes.stepsWithoutSolution}\n` +
      `control actions: ${year.controlActions}\n` +
      `total losses: ${extremes.totalLossWh / 1000} kWh\n` +
      `EN 50160 (${extremes.en50160.basis}): ${extremes.en50160.verdict}\n`,
  );
  if (extremes.stepsWithoutSolution > 0) return unsolved(circuit, year);
  writeResults([
    { path: options.out, content: () => voltageExtremesCsv(year) },
    { path: options.losses, content: () => branchExtremesCsv(year) },
  ]);
  return EXIT.done;
}

/** Steps count from 1, as --step does. */
const stepNumber = (step: number): number | null => (step < 0 ? null : step + 1);

function voltageExtremesCsv({ extremes }: CircuitYear): string {
  const columns = [
    'bus',
    'phase',
    'v_min_pu',
    'v_min_step',
    'v_max_pu',
    'v_max_step',
    'hours_under',
    'hours_over',
  ];
  const rows = extremes.voltages.map((row) => [
    row.busId,
    row.node,
    row.min,
    stepNumber(row.minStep),
    row.max,
    stepNumber(row.maxStep),
    row.hoursUnder,
    row.hoursOver,
  ]);
  return writeCsv(columns, rows);
}

function branchExtremesCsv({ extremes }: CircuitYear): string {
  const columns = [
    'kind',
    'element',
    'loading_max_percent',
    'loading_max_step',
    'hours_above_80',
    'hours_above_100',
    'hours_above_120',
    'losses_kwh',
  ];
  const rows = extremes.branches.map((row) => [
    row.kind,
    row.id,
    100 * row.max,
    stepNumber(row.maxStep),
    row.hoursAbove80,
    row.hoursAbove100,
    row.hoursAbove120,
    row.lossWh / 1000,
  ]);
  return writeCsv(columns, rows);
}

function unsolved(circuit: Circuit, { extremes }: CircuitYear): number {
  process.stderr.write(
    `error: ${circuit.name}: power flow: no solution in ${extremes.stepsWithoutSolution} of ${extremes.steps} steps. ` +
      'The load exceeds what the network can carry; lower it or reinforce the network. [flow-unsolved]\n',
  );
  return EXIT.calculationFailed;
}
