import { median } from '../../kpi/median';
import { REFERENCE_DEG_C, stepModalBlock } from '../../sim/buildings/modal';
import { benchCity } from '../../synthesis/benchBuildings';
import {
  prepareBuildings,
  type BuildingsBench,
  type BuildingsBenchKind,
} from '../../synthesis/benchBuildingsRun';
import { benchYear } from '../../synthesis/benchSchedules';
import { cpuSeconds } from './benchClock';

const KINDS = ['scalar', 'f64', 'f32'] satisfies BuildingsBenchKind[];
/** The scalar loop runs so many of the buildings only: its speed does not depend on how many. */
const SCALAR_BUILDINGS = 500;
/** Of which every temperature is compared. */
const COMPARED_BUILDINGS = 200;

const HEAD = `Buildings: multi-node zones in modal form, million building-hours per second on one thread, by CPU time; medians of
interleaved rounds, ratios to the scalar loop of the same model in the same round. Sun on each building's planes, gains,
air exchange and set-points are reckoned at every step, inside the time; sums by archetype and feeder and the totals of
every building are kept, no series. Networks, uses and weather are made up. Errors of f32 are against f64.`;

/** Times the modal run of a city; prints markdown. */
export function benchBuildings(buildings: number, rounds: number): string {
  const city = benchCity(1);
  const year = benchYear();
  let whole = city;
  const compileS = cpuSeconds(() => (whole = benchCity(buildings)));
  const scalarCity = benchCity(Math.min(buildings, SCALAR_BUILDINGS));
  const runs = KINDS.map((kind) =>
    prepareBuildings({ buildings, kind }, kind === 'scalar' ? scalarCity : whole, year),
  );
  const hours = runs.map(({ block }) => block.buildingCount * year.stepCount);
  const seconds: number[][] = KINDS.map(() => []);
  runs.forEach((run) => run.solve(0, year.stepCount / 10));
  for (let round = 0; round < rounds; round += 1)
    runs.forEach((run, kind) => seconds[kind]!.push(cpuSeconds(() => run.solve(0, year.stepCount))));
  const peakMB = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  const rate = (kind: number): number => hours[kind]! / median(seconds[kind]!) / 1e6;
  const ratio = (kind: number): number =>
    median(seconds[kind]!.map((time, round) => (hours[kind]! / time) * (seconds[0]![round]! / hours[0]!)));
  const states = whole.buildings.reduce((sum, { zone }) => sum + zone.modeCount, 0) / buildings;
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    HEAD,
    [
      row([
        'Buildings',
        'States, mean',
        'Compile',
        'Scalar',
        'f64',
        'Ratio',
        'f32',
        'Ratio',
        'f64, year',
        'f32, year',
      ]),
      `|${' --- |'.repeat(10)}`,
      row([
        String(buildings),
        states.toFixed(1),
        `${compileS.toFixed(1)} s`,
        rate(0).toFixed(2),
        rate(1).toFixed(1),
        `${ratio(1).toFixed(1)} x`,
        rate(2).toFixed(1),
        `${ratio(2).toFixed(1)} x`,
        `${median(seconds[1]!).toFixed(2)} s (${(runs[1]!.block.memoryBytes / 2 ** 20).toFixed(0)} MB)`,
        `${median(seconds[2]!).toFixed(2)} s (${(runs[2]!.block.memoryBytes / 2 ** 20).toFixed(0)} MB)`,
      ]),
    ].join('\n'),
    `Peak of the process, both cities in memory: ${peakMB} MB.`,
    singleErrors(runs[1]!, runs[2]!),
  ].join('\n\n');
}

/** What single precision loses: annual heating and cooling of all buildings, every temperature of some. */
function singleErrors(double: BuildingsBench, single: BuildingsBench): string {
  const relative = (of: 'heatW' | 'coolW'): string => {
    let worst = 0;
    let [sum64, sum32] = [0, 0];
    double.city.buildings.forEach((_, building) => {
      const [exact, rough] = [double.block.totals(building)[of], single.block.totals(building)[of]];
      sum64 += exact;
      sum32 += rough;
      if (exact > 0) worst = Math.max(worst, Math.abs(rough - exact) / exact);
    });
    return `${worst.toExponential(1)} of a building's at worst, ${(Math.abs(sum32 - sum64) / sum64).toExponential(1)} of the sum`;
  };
  const compared = double.city.buildings.slice(0, COMPARED_BUILDINGS);
  const temperatures = ([double, single] as const).map(({ year }, kind) => {
    const city = { ...double.city, buildings: compared };
    const { block } = prepareBuildings({ buildings: compared.length, kind: KINDS[1 + kind]! }, city, year);
    const tempDegC = new Float64Array(compared.length * year.stepCount);
    stepModalBlock(block, 0, year.stepCount, {}, { tempDegC });
    return tempDegC;
  });
  let largest = 0;
  temperatures[0]!.forEach((temp, at) => {
    const error = Math.abs(temp - temperatures[1]![at]!);
    // Not Math.max, which a NaN would leave.
    if (!(error <= largest)) largest = error;
  });
  return `f32 against f64: annual heating ${relative('heatW')}; cooling ${relative('coolW')}; air temperature ${largest.toExponential(1)} K at worst (reference ${REFERENCE_DEG_C} degC).`;
}
