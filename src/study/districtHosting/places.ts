import type { District } from '../../model/district';
import { downstreamBranches, downstreamBuildings, type CompiledNetwork } from '../../sim/powerflow/network';
import type { HostedTechnology } from '../network/hostedTechnology';
import type { HostingSite } from '../network/hostingAllocation';
import type { CompiledRun } from '../compiledRun';
import type { HostingYear } from './districtHosting';

/** A feeder (by the line that leaves the busbar), all feeders of a transformer, or the customers of one bus. */
export interface HostPlace {
  readonly kind: 'feeder' | 'transformer' | 'bus';
  readonly id: string;
  /** Row among all branches; of a bus, of the one that feeds it. */
  readonly branch: number;
}

/** All of a kind, or those behind a branch (by its id) alone. */
export function hostPlaces(
  { rows, network }: CompiledRun,
  kind: HostPlace['kind'],
  behindId?: string,
): readonly HostPlace[] {
  const places = placesOf({ rows, network }, kind);
  if (behindId === undefined) return places;
  const above = rows.branchIds.indexOf(behindId);
  const behind = new Set(above < 0 ? [] : downstreamBranches(network, above));
  return places.filter(({ branch }) => behind.has(branch));
}

function placesOf(
  { rows, network }: Pick<CompiledRun, 'rows' | 'network'>,
  kind: HostPlace['kind'],
): readonly HostPlace[] {
  if (kind === 'transformer')
    return rows.transformerIds.map((id, row) => ({ kind, id, branch: rows.lineCount + row }));
  if (kind === 'feeder')
    return rows.feederIds.map((id, row) => ({ kind, id, branch: network.feederBranch[row]! }));
  const hasCustomer = new Set(network.loadBus);
  return rows.busIds.flatMap((id, row): HostPlace[] => {
    const position = network.busPosition[row]!;
    const branch = position < 0 ? -1 : network.positionBranch[position]!;
    return branch < 0 || !hasCustomer.has(row) ? [] : [{ kind, id, branch }];
  });
}

const PHASE_NUMBER = { a: 1, b: 2, c: 3 } as const;

/** Where units can stand: panels one site a building, cars and heat pumps one a customer (a household, or a building without). */
export function sitesOf(
  { buildings }: District,
  network: CompiledNetwork,
  { kind, id: placeId, branch }: HostPlace,
  { id }: HostedTechnology,
): readonly HostingSite[] {
  return Array.from(downstreamBuildings(network, branch)).flatMap((row): HostingSite[] => {
    const { id: buildingId, connection, households } = buildings[row]!;
    if (connection === null || (kind === 'bus' && connection.busId !== placeId)) return [];
    const phases = connection.phases.map((phase) => PHASE_NUMBER[phase]);
    const customers = id === 'photovoltaic' ? 1 : Math.max(1, households);
    return Array.from({ length: customers }, (_, customer) => ({
      id: customers === 1 ? buildingId : `${buildingId}#${customer}`,
      busId: connection.busId,
      phases,
    }));
  });
}

/** Of the strongest irradiance of the year: with less, panels are far from full power. */
const SUN_SHARE = 0.5;

/** Where generation is judged: steps in which the sun lets panels give much, and the sunniest of them. */
export interface SunnySteps {
  readonly isSunny: (step: number) => boolean;
  readonly sunniest: number;
}

export function sunnySteps({ input, calendar }: CompiledRun): SunnySteps {
  const { ghiWPerM2 } = input.weather;
  const sunniestHour = extremeStep(ghiWPerM2, 1);
  const leastWPerM2 = SUN_SHARE * ghiWPerM2[sunniestHour]!;
  return {
    isSunny: (step) => ghiWPerM2[Math.floor(step / calendar.stepsPerHour)]! >= leastWPerM2,
    sunniest: sunniestHour * calendar.stepsPerHour,
  };
}

/**
 * Steps of the year at which a place is judged. For loads (`sun` null): where its power, the loading above it and the loading of
 * its lines were largest and its voltage lowest. For generation, of the sunny steps alone: where the power of the place and of the
 * transformer above it was least, where the voltage of a bus stood at its highest, and the sunniest.
 */
export function hostSteps(
  network: CompiledNetwork,
  year: HostingYear,
  { branch }: HostPlace,
  sun: SunnySteps | null,
): readonly number[] {
  const { table } = year;
  const isLoad = sun === null;
  const isJudged = sun?.isSunny ?? (() => true);
  const behind = downstreamBranches(network, branch);
  const buses = Array.from(behind, (row) =>
    network.branchReversed[row] === 1 ? network.branchFromBus[row]! : network.branchToBus[row]!,
  );
  const [voltage, voltageStep, sign] = isLoad
    ? [table.busVMinPu, table.busVMinStep, -1]
    : [table.busVMaxPu, table.busVMaxStep, 1];
  const judgedBuses = buses.filter((bus) => isJudged(voltageStep[bus]!));
  const steps = new Set<number>(sun === null ? [] : [sun.sunniest]);
  const [first] = judgedBuses;
  if (first !== undefined) {
    const extreme = judgedBuses.reduce(
      (best, bus) => (sign * voltage[bus]! > sign * voltage[best]! ? bus : best),
      first,
    );
    steps.add(voltageStep[extreme]!);
  }
  for (const powerW of seriesAbove(network, year, branch)) {
    const step = extremeStep(powerW, isLoad ? 1 : -1, isJudged);
    if (step >= 0) steps.add(step);
  }
  if (isLoad) {
    const fullest = behind.reduce((best, row) =>
      table.branchLoadingMax[row]! > table.branchLoadingMax[best]! ? row : best,
    );
    steps.add(table.branchLoadingMaxStep[fullest]!);
  }
  return [...steps].sort((a, b) => a - b);
}

/** Power into a feeder and of the transformer above it, W. */
function seriesAbove(
  network: CompiledNetwork,
  { table, rows, stepCount }: HostingYear,
  branch: number,
): readonly Float64Array[] {
  const feeder = rows.feederIds.indexOf(rows.branchIds[branch]!);
  const above =
    branch >= rows.lineCount ? branch - rows.lineCount : transformerAbove(network, branch, rows.lineCount);
  const rowOf = (table: Float64Array, row: number): Float64Array[] =>
    row < 0 ? [] : [table.subarray(row * stepCount, (row + 1) * stepCount)];
  return [...rowOf(table.feederPW, feeder), ...rowOf(table.transformerPW, above)];
}

function transformerAbove(
  { branchPosition, positionBranch, busPosition, branchFromBus, branchToBus }: CompiledNetwork,
  branch: number,
  lineCount: number,
): number {
  let at = branch;
  while (at >= 0 && at < lineCount) {
    const position = branchPosition[at]!;
    const ends = [busPosition[branchFromBus[at]!]!, busPosition[branchToBus[at]!]!];
    const parent = ends.find((end) => end !== position) ?? -1;
    at = parent < 0 ? -1 : positionBranch[parent]!;
  }
  return at < 0 ? -1 : at - lineCount;
}

/** The first of the steps asked for with the largest (sign 1) or smallest (-1) value; -1 where none is asked for. */
export function extremeStep(
  values: Float64Array,
  sign: 1 | -1,
  isAsked: (step: number) => boolean = () => true,
): number {
  let best = -1;
  for (let step = 0; step < values.length; step += 1)
    if (isAsked(step) && (best < 0 || sign * values[step]! > sign * values[best]!)) best = step;
  return best;
}
