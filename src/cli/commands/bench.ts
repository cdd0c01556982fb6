import { parseArgs } from 'node:util';
import { availableParallelism } from 'node:os';
import { asGeoJson, scaledTown } from '../benchDistricts';
import { importDistrict } from '../../io';
import type { LoadCounts, Progress } from '../../engine/contract';
import { hardestChunks } from '../../kpi';
import { median } from '../../kpi/median';
import type { District } from '../../model/district';
import type { RunInput } from '../../model/run';
import type { Measure } from '../../model/scenario';
import { hashDistrict } from '../../scenario';
import { synthesiseNetwork } from '../../synthesis/network';
import { weatherOfDistrict } from '../../synthesis/weatherOfDistrict';
import { initialBlockState, simulateBlock } from '../../study/blockChunk';
import { blockCount, blockRange, compileRun, type CompiledRun } from '../../study/compiledRun';
import { networkChunk } from '../../study/networkChunk';
import { benchBuildings } from './benchBuildings';
import { benchPowerflow } from './benchPowerflow';
import { EXIT, required } from '../exit';
import { nodeEngine } from '../nodeEngine';
import { countOf, countsOf } from '../optionNumbers';
import { loadScenario, runInputOf, type LoadedDistrict } from '../runInput';

export const BENCH_USAGE =
  'bench [--only year|powerflow|buildings] [--zones 10000] [--buildings 500,5000] [--buses 100,1000,10000] [--rounds 3]';

const PHASES = 3;
const EDITED_EVERY = 20;
/** A winter week, for the stages that are timed alone. */
const CHUNK = 2;

function timedS<Value>(rounds: number, work: () => Value): { seconds: number; value: Value } {
  const seconds: number[] = [];
  let value!: Value;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    value = work();
    seconds.push((performance.now() - start) / 1000);
  }
  return { seconds: median(seconds), value };
}

/** Loads of one chunk for all buildings, in the layout the power flow takes. */
function chunkLoads(
  run: CompiledRun,
  states: readonly Float64Array[],
): { netPW: Float64Array; netQVar: Float64Array } {
  const steps = run.calendar.chunkSteps;
  const buildings = run.district.buildings.length;
  const netPW = new Float64Array(buildings * PHASES * steps);
  const netQVar = new Float64Array(buildings * PHASES * steps);
  states.forEach((state, block) => {
    const { from } = blockRange(buildings, block);
    const { loads } = simulateBlock(run, block, CHUNK, state);
    netPW.set(loads.netPW, from * PHASES * steps);
    netQVar.set(loads.netQVar, from * PHASES * steps);
  });
  return { netPW, netQVar };
}

/** What work gives, and the largest resident set meanwhile. */
async function peakOf<Value>(work: () => Promise<Value>): Promise<{ value: Value; bytes: number }> {
  let bytes = 0;
  const watch = setInterval(() => (bytes = Math.max(bytes, process.memoryUsage().rss)), 20);
  const value = await work();
  clearInterval(watch);
  return { value, bytes };
}

/** Years of engines that keep nothing. */
async function timedYears(input: RunInput, rounds: number): Promise<number> {
  const years: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const engine = nodeEngine(undefined, { cache: false });
    const start = performance.now();
    required(await engine.run(input), EXIT.calculationFailed);
    years.push((performance.now() - start) / 1000);
    engine.dispose();
  }
  return median(years);
}

/** The year of an edit that changes how every twentieth building is heated, after that of the district as it was. */
async function timedEdits(input: RunInput, rounds: number): Promise<{ seconds: number; counts: LoadCounts }> {
  const engine = nodeEngine(undefined);
  required(await engine.run(input), EXIT.calculationFailed);
  const seconds: number[] = [];
  let counts: LoadCounts = { computed: 0, reused: 0 };
  for (let round = 0; round < rounds; round += 1) {
    // Other buildings every time: results of a whole run would be found again.
    const baseEdits = input.district.buildings
      .filter((_, row) => row % EDITED_EVERY === round % EDITED_EVERY)
      .map(({ id, heating }) => {
        const value = heating === 'airHeatPump' ? 'gasBoiler' : 'airHeatPump';
        return { buildingId: id, field: 'heating' as const, value };
      });
    const start = performance.now();
    const edited = { ...input, baseEdits };
    const onProgress = ({ loads }: Progress) => (counts = loads ?? counts);
    required(await engine.run(edited, { onProgress }), EXIT.calculationFailed);
    seconds.push((performance.now() - start) / 1000);
  }
  engine.dispose();
  return { seconds: median(seconds), counts };
}

/** One measure on every third building that may take it: what a planner sees at once, and the year that follows. */
async function timedMeasure(input: RunInput, rounds: number): Promise<{ lookS: number; yearS: number }> {
  const engine = nodeEngine(undefined);
  const baseline = required(await engine.run(input), EXIT.calculationFailed);
  const chunks = hardestChunks(baseline, input.weather.tempDegC);
  const looks: number[] = [];
  const years: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Another share every time: results of a whole run would be found again.
    const adoption = 0.3 + 0.01 * round;
    const measure: Measure = { id: 'bench', type: 'heatPumps', adoption, parameters: {} };
    const changed = { ...input, scenario: { ...input.scenario, measures: [measure] } };
    const start = performance.now();
    required(await engine.preview(changed, chunks), EXIT.calculationFailed);
    looks.push((performance.now() - start) / 1000);
    required(await engine.run(changed), EXIT.calculationFailed);
    years.push((performance.now() - start) / 1000);
  }
  engine.dispose();
  return { lookS: median(looks), yearS: median(years) };
}

async function benchDistrict(buildings: number, rounds: number): Promise<Record<string, string>> {
  const geoJson = asGeoJson(scaledTown(buildings));
  const imported = timedS(1, () =>
    required(importDistrict([{ name: 'bench.geojson', text: geoJson }], { climate: 'centralEurope' })),
  );
  const network = timedS(1, () => required(synthesiseNetwork(imported.value.district)));
  const district: District = network.value;
  const loaded: LoadedDistrict = {
    district,
    districtSha256: hashDistrict(district),
    weather: required(weatherOfDistrict(district)),
    baseEdits: [],
  };
  const input = runInputOf(loaded, loadScenario(undefined, loaded), 3600);
  const blocks = blockCount(district.buildings.length);
  const compiled = timedS(rounds, () => {
    const run = required(compileRun(input));
    const states = Array.from({ length: blocks }, (_, block) => initialBlockState(run, block));
    return { run, states };
  });
  const { run, states } = compiled.value;
  const loads = timedS(rounds, () => chunkLoads(run, states));
  const solveWeek = () => networkChunk(run, CHUNK, { ...loads.value, storageNetW: new Float64Array(0) });
  // The first week compiles the kernel and the district's factors, once for the 52 of a year.
  const firstFlow = timedS(1, solveWeek);
  const flow = timedS(rounds, solveWeek);
  const chunks = run.calendar.stepCount / run.calendar.chunkSteps;
  const years = await peakOf(() => timedYears(input, rounds));
  const edits = await peakOf(() => timedEdits(input, rounds));
  const measure = await timedMeasure(input, rounds);
  const buses = run.rows.busIds.length;
  const s = (seconds: number) => `${seconds.toFixed(2)} s`;
  const mb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
  return {
    Buildings: String(district.buildings.length),
    Buses: String(buses),
    'Import (GeoJSON)': s(imported.seconds),
    'Network synthesis': s(network.seconds),
    'Compile, warm-up': s(compiled.seconds),
    'Loads, one thread': `${s(loads.seconds * chunks)} (${((district.buildings.length * run.calendar.chunkSteps) / loads.seconds / 1e6).toFixed(1)} M building-hours/s)`,
    'Power flow, one thread': `${s(flow.seconds * chunks)} (${((buses * run.calendar.chunkSteps) / flow.seconds / 1e6).toFixed(2)} M bus-steps/s)`,
    'First week of power flow': s(firstFlow.seconds),
    [`Whole year, ${availableParallelism()} workers`]: s(years.value),
    'The same after 5 % were edited': `${s(edits.value.seconds)} (${edits.value.counts.computed} computed, ${edits.value.counts.reused} reused)`,
    'One measure (heat pumps, 30 %): first look': s(measure.lookS),
    'the whole year, from the change on': s(measure.yearS),
    'Peak memory': `${mb(years.bytes)}, with loads kept ${mb(edits.bytes)}`,
  };
}

/** Times every stage for districts of several sizes; medians, seeded inputs, one machine. */
export async function bench(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      buildings: { type: 'string', default: '500,5000' },
      zones: { type: 'string', default: '10000' },
      buses: { type: 'string', default: '100,1000,10000' },
      rounds: { type: 'string', default: '3' },
    },
  });
  const zones = countOf('--zones', values.zones, BENCH_USAGE);
  const rounds = countOf('--rounds', values.rounds, BENCH_USAGE);
  const buses = countsOf('--buses', values.buses, BENCH_USAGE);
  const sizes = countsOf('--buildings', values.buildings, BENCH_USAGE);
  if (values.only === '' || values.only === 'buildings')
    process.stdout.write(`${benchBuildings(zones, rounds)}\n\n`);
  if (values.only === 'buildings') return EXIT.done;
  if (values.only !== 'year') process.stdout.write(`${await benchPowerflow(buses, rounds)}\n\n`);
  if (values.only === 'powerflow') return EXIT.done;
  const columns: Record<string, string>[] = [];
  for (const size of sizes) columns.push(await benchDistrict(size, rounds));
  const rows = Object.keys(columns[0]!).map(
    (name) => `| ${[name, ...columns.map((column) => column[name])].join(' | ')} |`,
  );
  const [head, ...body] = rows;
  const rule = `|${' --- |'.repeat(columns.length + 1)}`;
  process.stdout.write(`${[head, rule, ...body].join('\n')}\n`);
  return EXIT.done;
}
