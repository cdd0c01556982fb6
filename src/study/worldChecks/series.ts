import type { Building } from '../../model/building';
import { fail, succeed, type Outcome } from '../../model/outcome';
import type { Measure } from '../../model/scenario';
import type { CompiledRun } from '../compiledRun';
import { allAt, caseRun, heatPumpsAt, panelsAt, withCars, type Site } from './cases';
import { residentialFeeders, type LvFeeder } from './feeders';
import { solveWeeks, type WeekExtremes } from './solveWeeks';
import { coldestChunks, sunniestChunk } from './weeks';

/** A technology at rising shares, the district without devices first. A share without a solution ends the list. */
export interface ShareSeries {
  readonly shares: readonly number[];
  readonly extremes: readonly WeekExtremes[];
  /** The share whose power flow has no solution. */
  readonly unsolvedAt?: number;
}

export interface NetworkSeries extends Readonly<Record<Technology, ShareSeries>> {
  readonly base: CompiledRun;
  readonly feeders: readonly LvFeeder[];
  readonly fifth: FifthOfHouseholds;
}

/** The district with heat pumps in about a fifth of its households, in the coldest weeks. */
export interface FifthOfHouseholds {
  readonly share: number;
  readonly sourceW: Float64Array;
}

export interface NetworkSettings {
  readonly coldWeeks: number;
  /** Cars a household; the rest are shares of those who may have the device. */
  readonly vehicles: readonly number[];
  readonly coordinated: readonly number[];
  readonly heatPumps: readonly number[];
  readonly panels: readonly number[];
  readonly together: readonly number[];
}

export const NETWORK_SETTINGS: NetworkSettings = {
  coldWeeks: 2,
  vehicles: [0.2, 0.4, 0.55, 0.7, 1, 1.5, 2, 3],
  coordinated: [1, 2, 4],
  heatPumps: [0.2, 0.4, 0.7, 1],
  panels: [0.45, 0.7, 1],
  together: [0.2, 0.4, 0.55, 0.7, 1],
};

const FIFTH = 0.2;

/** A step of the work, before it is done. */
export type Stage = string;

/** One technology to be raised. */
interface Rise {
  readonly name: string;
  readonly shares: readonly number[];
  readonly chunks: readonly number[];
  /** Without devices, in the same weeks. */
  readonly start: WeekExtremes;
  readonly runAt: (share: number) => Outcome<CompiledRun>;
}

type Technology = 'vehicles' | 'coordinated' | 'heatPumps' | 'panels' | 'together';

/** Solves every case; yields what comes next, so that a shell can say so or stop. */
export function* networkSeries(
  site: Site,
  settings: NetworkSettings,
): Generator<Stage, Outcome<NetworkSeries>> {
  yield 'the network without devices';
  const compiled = caseRun(site, [], []);
  if (!compiled.ok) return compiled;
  const base = compiled.value;
  const cold = coldestChunks(site.weather, settings.coldWeeks);
  const rises = risesOf(site, settings, base, cold);
  if (!rises.ok) return rises;
  const series: Partial<Record<Technology, ShareSeries>> = {};
  for (const technology of Object.keys(rises.value) as Technology[]) {
    const risen = yield* rising(rises.value[technology]);
    if (!risen.ok) return risen;
    series[technology] = risen.value;
  }
  yield 'heat pumps in a fifth of households';
  const fifth = fifthOfHouseholds(site, base, cold);
  if (!fifth.ok) return fifth;
  const all = series as Record<Technology, ShareSeries>;
  return succeed({ ...all, base, feeders: residentialFeeders(base), fifth: fifth.value });
}

function risesOf(
  site: Site,
  settings: NetworkSettings,
  base: CompiledRun,
  cold: readonly number[],
): Outcome<Record<Technology, Rise>> {
  const sunny = [sunniestChunk(site.weather)];
  const inCold = solveWeeks(base, cold);
  if (!inCold.ok) return inCold;
  const inSun = solveWeeks(base, sunny);
  if (!inSun.ok) return inSun;
  const cars = (control: 'unmanaged' | 'valleyFilling') => (perHousehold: number) =>
    caseRun({ ...site, district: withCars(site.district, perHousehold, control) }, [], [base]);
  const measures = (at: (share: number) => Measure[]) => (share: number) => caseRun(site, at(share), [base]);
  const winter = { chunks: cold, start: inCold.value };
  const summer = { chunks: sunny, start: inSun.value };
  const both = { chunks: [...cold, ...sunny], start: widened(inCold.value, inSun.value) };
  const { vehicles, coordinated, heatPumps, panels, together } = settings;
  return succeed({
    vehicles: { name: 'cars', shares: vehicles, ...winter, runAt: cars('unmanaged') },
    coordinated: { name: 'coordinated cars', shares: coordinated, ...winter, runAt: cars('valleyFilling') },
    heatPumps: { name: 'heat pumps', shares: heatPumps, ...winter, runAt: measures(heatPumpsAt) },
    panels: { name: 'panels', shares: panels, ...summer, runAt: measures(panelsAt) },
    together: { name: 'all together', shares: together, ...both, runAt: measures(allAt) },
  });
}

function* rising({ name, shares, chunks, start, runAt }: Rise): Generator<Stage, Outcome<ShareSeries>> {
  const [solvedShares, extremes] = [[0], [start]];
  for (const share of shares) {
    yield `${name}: ${Math.round(100 * share)} %`;
    const run = runAt(share);
    if (!run.ok) return run;
    const solved = solveWeeks(run.value, chunks);
    if (!solved.ok) {
      // Beyond what the network can carry at all: no more cars would mend it.
      if (solved.issues.every(({ code }) => code === 'flow-unsolved'))
        return succeed({ shares: solvedShares, extremes, unsolvedAt: share });
      return fail(solved.issues);
    }
    solvedShares.push(share);
    extremes.push(solved.value);
  }
  return succeed({ shares: solvedShares, extremes });
}

function widened(a: WeekExtremes, b: WeekExtremes): WeekExtremes {
  return {
    vMinPu: a.vMinPu.map((v, row) => Math.min(v, b.vMinPu[row]!)),
    vMaxPu: a.vMaxPu.map((v, row) => Math.max(v, b.vMaxPu[row]!)),
    loadingMax: a.loadingMax.map((loading, row) => Math.max(loading, b.loadingMax[row]!)),
    sourceW: Float64Array.from([...a.sourceW, ...b.sourceW]),
  };
}

const householdsOf = (buildings: readonly Building[]) =>
  buildings.reduce((sum, { households }) => sum + households, 0);

/** Only boilers and direct electricity are replaced, so the measure is taken at a larger share of these. */
function fifthOfHouseholds(site: Site, base: CompiledRun, cold: readonly number[]) {
  const { buildings } = site.district;
  const all = householdsOf(buildings);
  const eligible = buildings.filter(({ heating }) =>
    ['gasBoiler', 'oilBoiler', 'directElectric'].includes(heating),
  );
  const adoption = Math.min(1, (FIFTH * all) / Math.max(1, householdsOf(eligible)));
  const run = caseRun(site, heatPumpsAt(adoption), [base]);
  if (!run.ok) return run;
  const solved = solveWeeks(run.value, cold);
  if (!solved.ok) return solved;
  const pumped = run.value.district.buildings.filter(({ heating }) => heating === 'airHeatPump');
  const share = all === 0 ? 0 : householdsOf(pumped) / all;
  return succeed({ share, sourceW: solved.value.sourceW });
}
