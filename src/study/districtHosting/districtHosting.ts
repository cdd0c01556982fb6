import { transformerRatings } from '../../kpi/dynamicRating';
import type { Limits } from '../../model/limits';
import type { Network } from '../../model/network';
import { succeed, type Outcome } from '../../model/outcome';
import type { RunInput } from '../../model/run';
import { yearBeforeOf, type YearBefore } from '../canConnect/answer';
import { judge, type StepViolation } from '../canConnect/judge';
import { extremesOf, solveGroups, type Extremes } from '../canConnect/solved';
import { YearLoads, type StepLoads } from '../canConnect/yearLoads';
import { compileRun, type CompiledRun } from '../compiledRun';
import type { HostedTechnology } from '../network/hostedTechnology';
import { HostingAllocation, type HostingSite } from '../network/hostingAllocation';
import type { RunResult } from '../runResult';
import { isAsking, Looked, type HostingCriteria } from './criteria';
import { hostPlaces, hostSteps, sitesOf, sunnySteps, type HostPlace } from './places';

export interface DistrictHostingSettings {
  readonly technology: HostedTechnology;
  readonly by: HostPlace['kind'];
  /** Id of a branch: only the places behind it; all of the district where absent. */
  readonly behind?: string;
  readonly limits: Limits;
  readonly seed: number;
  readonly draws: number;
  /** A place that takes more is said to take at least this. */
  readonly maxW: number;
  /** Limits beside voltage band and loading. */
  readonly criteria?: HostingCriteria;
}

/** What one random allocation of units found. */
export interface HostDraw {
  readonly draw: number;
  /** Whole units at once, and their power. */
  readonly units: number;
  readonly capacityW: number;
  /** What one unit more breaks; undefined up to `maxW`. */
  readonly binding: StepViolation | undefined;
}

/** Over the allocations: whatever they are, half of them (the lower one of two), and the best. */
export interface PlaceHosting {
  readonly place: HostPlace;
  readonly sites: number;
  readonly smallest: HostDraw;
  readonly median: HostDraw;
  readonly largest: HostDraw;
  readonly draws: readonly HostDraw[];
  /** Of the year, at which it was judged. */
  readonly steps: readonly number[];
}

export interface DistrictHosting {
  readonly label: 'screening';
  readonly settings: DistrictHostingSettings;
  readonly places: readonly PlaceHosting[];
  /** Places without a customer. */
  readonly empty: readonly string[];
  readonly conditions: readonly string[];
}

const CONDITIONS = [
  'One place at a time: nothing is added anywhere else, and what the rest of the district adds at the same time would take from it.',
  'All units at full power at the same moment, at the hours of the year that were hardest for the place without them (panels: of those with at least half of the strongest sun); no control, no reinforcement, no protection, no flicker.',
  'A transformer with a dynamic rating keeps that of the year without the units.',
  'Batteries of the network do what they did without the units. What was beyond a limit before counts only where it gets worse.',
] as const;

/**
 * Hosting capacity of every feeder or transformer of a district in the year that was run: units of a technology are added one
 * by one in a random order of the sites (after EPRI 1026640, keyed by seed, draw and site) until the power flow breaks a limit.
 */
export function districtHosting(
  input: RunInput,
  result: RunResult,
  settings: DistrictHostingSettings,
): Outcome<DistrictHosting> {
  const compiled = compileRun(input);
  if (!compiled.ok) return compiled;
  const { network } = compiled.value.district;
  const year = hostingYearOf(result, network?.transformers);
  const counting = hosting(compiled.value, year, [settings]);
  for (;;) {
    const { done, value } = counting.next();
    if (done === true) return succeed(value[0]!);
  }
}

/** What a question has to know of the year, so that it can be asked in a worker. */
export interface HostingYear extends YearBefore {
  readonly stepS: number;
  readonly table: YearBefore['table'] & Pick<RunResult['table'], 'feederPW'>;
}

export function hostingYearOf(result: RunResult, transformers?: Network['transformers']): HostingYear {
  const year = yearBeforeOf(result, transformers);
  return { ...year, stepS: result.stepS, table: { ...year.table, feederPW: result.table.feederPW } };
}

/** Of the time it takes, what the loads of the year cost beside the search. */
const LOADS_SHARE = 0.4;

/** A place that has been answered, and the row of its question. */
export interface FoundPlace {
  readonly question: number;
  readonly found: PlaceHosting;
}

/** After each step. */
export interface HostingStep {
  /** 0 to 1. */
  readonly share: number;
  /** Where the step has finished a place. */
  readonly place: FoundPlace | null;
}

/**
 * The same for several questions over one set of loads, place by place. Places that an earlier asking of the same questions has
 * finished (`present`) are taken as they are.
 */
export function* hosting(
  run: CompiledRun,
  year: HostingYear,
  questions: readonly DistrictHostingSettings[],
  present: readonly FoundPlace[] = [],
): Generator<HostingStep, readonly DistrictHosting[]> {
  const asked = questions.map((settings, question) => askedPlaces(run, year, settings, present.filter((one) => one.question === question))); // prettier-ignore
  const open = asked.flatMap(({ known }) => known.filter(({ present }) => present === undefined));
  const all = [...new Set(open.flatMap(({ steps }) => steps))];
  all.sort((a, b) => a - b);
  const yearLoads = new YearLoads(run, year.table, year.charging);
  const chunks = all.length === 0 ? 0 : 1 + Math.floor(all.at(-1)! / run.calendar.chunkSteps);
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    yearLoads.chunk(chunk);
    yield { share: (LOADS_SHARE * (chunk + 1)) / chunks, place: null };
  }
  const loads = yearLoads.columns(all);
  const { transformers = run.district.network!.transformers } = year;
  const ratings = transformerRatings(year.table, year.stepS, transformers);
  const before = extremesOf(year.table, ratings);
  let done = 0;
  const answers: DistrictHosting[] = [];
  for (const [question, { settings, known, empty }] of asked.entries()) {
    const places: PlaceHosting[] = [];
    for (const { place, sites, steps, present: finished } of known) {
      if (finished !== undefined) {
        places.push(finished);
        continue;
      }
      const draws = hostAt(run, before, { sites, steps, loads: columnsOf(loads, all, steps) }, settings);
      const found = { place, sites: sites.length, ...rangeOf(draws), draws, steps };
      places.push(found);
      done += 1;
      yield { share: LOADS_SHARE + ((1 - LOADS_SHARE) * done) / open.length, place: { question, found } };
    }
    answers.push({ label: 'screening', settings, places, empty, conditions: CONDITIONS });
  }
  return answers;
}

/** Places with a customer, the steps each is judged at and what is known of it; the ids of those without. */
function askedPlaces(
  run: CompiledRun,
  year: HostingYear,
  settings: DistrictHostingSettings,
  present: readonly FoundPlace[],
) {
  const { technology, by, behind } = settings;
  const sun = technology.direction === 'load' ? null : sunnySteps(run);
  const finished = new Map(present.map(({ found }) => [found.place.id, found]));
  const found = hostPlaces(run, by, behind).map((place) => ({
    place,
    sites: sitesOf(run.district, run.network, place, technology),
  }));
  const known = found
    .filter(({ sites }) => sites.length > 0)
    .map((one) => ({
      ...one,
      steps: hostSteps(run.network, year, one.place, sun),
      present: finished.get(one.place.id),
    }));
  const empty = found.filter(({ sites }) => sites.length === 0).map(({ place }) => place.id);
  return { settings, known, empty };
}

function rangeOf(draws: readonly HostDraw[]): Pick<PlaceHosting, 'smallest' | 'median' | 'largest'> {
  const sorted = [...draws].sort((a, b) => a.units - b.units || a.draw - b.draw);
  return { smallest: sorted[0]!, median: sorted[(sorted.length - 1) >> 1]!, largest: sorted.at(-1)! };
}

/** Some of the columns that lie side by side. */
function columnsOf(loads: StepLoads, all: readonly number[], steps: readonly number[]): StepLoads {
  const columns = steps.map((step) => all.indexOf(step));
  const pick = (values: Float64Array): Float64Array =>
    Float64Array.from({ length: (values.length / loads.steps) * columns.length }, (_, at) => {
      const row = Math.floor(at / columns.length);
      return values[row * loads.steps + columns[at % columns.length]!]!;
    });
  return {
    steps: steps.length,
    netPW: pick(loads.netPW),
    netQVar: pick(loads.netQVar),
    storageNetW: pick(loads.storageNetW),
  };
}

interface Hosted {
  readonly sites: readonly HostingSite[];
  readonly steps: readonly number[];
  readonly loads: StepLoads;
}

interface Search {
  readonly allocation: HostingAllocation;
  readonly draw: number;
  /** Fits; at least one more does not, from `brokenUnits` on. */
  fineUnits: number;
  brokenUnits: number;
  binding: StepViolation | undefined;
}

/** All draws in step: each doubles until something breaks, then halves; they are solved together. */
function hostAt(
  run: CompiledRun,
  before: Extremes,
  hosted: Hosted,
  { technology, limits, seed, draws, maxW, criteria = {} }: DistrictHostingSettings,
): HostDraw[] {
  const mostUnits = Math.max(1, Math.floor(maxW / technology.unitW));
  const searches = Array.from({ length: draws }, (_, draw): Search => ({
    allocation: new HostingAllocation(hosted.sites, technology, seed, draw),
    draw,
    fineUnits: 0,
    brokenUnits: Infinity,
    binding: undefined,
  }));
  const probeOf = ({ fineUnits, brokenUnits }: Search): number =>
    brokenUnits === Infinity
      ? Math.min(mostUnits, Math.max(1, 2 * fineUnits))
      : Math.floor((fineUnits + brokenUnits) / 2);
  const isOpen = ({ fineUnits, brokenUnits }: Search): boolean =>
    fineUnits < mostUnits && brokenUnits - fineUnits > 1;
  const without = isAsking(criteria) ? lookedAt(run, hosted, hosted.loads, before) : undefined;
  for (let open = searches; open.length > 0; open = open.filter(isOpen)) {
    const probes = open.map(probeOf);
    const loads = withUnits(run, hosted, open.map(({ allocation }, i) => allocation.powers(probes[i]! * technology.unitW))); // prettier-ignore
    const looked = without === undefined ? undefined : new Looked(run, loads.steps);
    solveGroups(run.network, hosted.steps, loads, before.ratings, looked?.see).forEach((after, i) => {
      const search = open[i]!;
      const beyond = without === undefined ? [] : looked!.broken(without, i, hosted.steps, criteria);
      const [broken] = [...judge(after, before, run.rows, limits).broken, ...beyond].sort(
        (a, b) => b.usage - a.usage,
      );
      if (broken === undefined) search.fineUnits = probes[i]!;
      else [search.brokenUnits, search.binding] = [probes[i]!, broken];
    });
  }
  return searches.map(({ draw, fineUnits, binding }) => ({
    draw,
    units: fineUnits,
    capacityW: fineUnits * technology.unitW,
    binding,
  }));
}

/** The same steps without units, where something is asked of the change. */
function lookedAt(run: CompiledRun, { steps }: Hosted, loads: StepLoads, { ratings }: Extremes): Looked {
  const looked = new Looked(run, loads.steps);
  solveGroups(run.network, steps, loads, ratings, looked.see);
  return looked;
}

const PHASES = 3;

/** The steps once for every group, each with its own units added. */
function withUnits(
  { network, rows }: CompiledRun,
  { steps, loads }: Hosted,
  groups: readonly ReturnType<HostingAllocation['powers']>[],
): StepLoads {
  const columns = steps.length * groups.length;
  const repeat = (values: Float64Array): Float64Array => {
    const wide = new Float64Array((values.length / loads.steps) * columns);
    for (let row = 0; row * loads.steps < values.length; row += 1) {
      const own = values.subarray(row * loads.steps, (row + 1) * loads.steps);
      for (let group = 0; group < groups.length; group += 1)
        wide.set(own, row * columns + group * steps.length);
    }
    return wide;
  };
  const [netPW, netQVar, storageNetW] = [loads.netPW, loads.netQVar, loads.storageNetW].map(repeat) as [Float64Array, Float64Array, Float64Array]; // prettier-ignore
  const buildingAt = new Map<string, number>();
  network.loadBus.forEach((bus, building) => {
    if (bus >= 0 && !buildingAt.has(rows.busIds[bus]!)) buildingAt.set(rows.busIds[bus]!, building);
  });
  groups.forEach((powers, group) => {
    for (const { busId, phases, direction, pW, qVar } of powers) {
      const sign = (direction === 'load' ? 1 : -1) / phases.length;
      for (const phase of phases) {
        const at = (buildingAt.get(busId)! * PHASES + phase - 1) * columns + group * steps.length;
        for (let step = 0; step < steps.length; step += 1) {
          netPW[at + step]! += sign * pW;
          netQVar[at + step]! += sign * qVar;
        }
      }
    }
  });
  return { steps: columns, netPW, netQVar, storageNetW };
}
