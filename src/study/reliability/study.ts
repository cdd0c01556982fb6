import type { Factors } from '../../kpi';
import { transformerRatings } from '../../kpi/dynamicRating';
import { reliabilityIndices, type ReliabilityIndices } from '../../kpi/reliability';
import type { District } from '../../model/district';
import { fail, settle, type Issue, type Outcome } from '../../model/outcome';
import type { RunResult } from '../runResult';
import { busDemand, type BusDemand } from './customers';
import { outages, type Outage } from './outages';
import { protectedNetwork } from './protectedNetwork';
import { fedTree } from './fedTree';

/** Indices with the energy that is not supplied. */
export interface YearIndices extends ReliabilityIndices {
  /** J; NaN without a run. */
  readonly notSuppliedJ: number;
}

/** What is expected of a bus in a year; of every customer there. */
export interface BusReliability {
  readonly withoutSupplySPerYear: number;
}

/** Reliability of a district from failure rates and topology. */
export interface ReliabilityStudy {
  readonly customersServed: number;
  readonly demand: BusDemand;
  readonly outages: readonly Outage[];
  /** Of a mean year: sum over places of failures a year times what each does. */
  readonly expected: YearIndices;
  /** [bus] in the order of the network. */
  readonly buses: readonly BusReliability[];
}

interface Known {
  readonly district: District;
  readonly factors: Factors;
  readonly study: Outcome<ReliabilityStudy>;
}

/** Of each year the study last asked for: indicators, scorecard and report all ask for the same. */
const studies = new WeakMap<RunResult, Known>();

/**
 * Expected reliability: with lambda_e failures a year of place e, N_eg customers and r_eg the duration of its group g,
 * SAIFI = sum lambda_e N_eg / N_T, SAIDI = sum lambda_e r_eg N_eg / N_T, ENS = sum lambda_e r_eg P_eg with P the mean power.
 * One failure at a time; the upstream grid and busbars never fail. Without a run ratings are checked with an estimate and
 * ENS is not told. A transformer with a dynamic rating carries in restoration what the course of its own year lets it carry.
 */
export function reliabilityStudy(
  district: District,
  factors: Factors,
  run?: RunResult,
): Outcome<ReliabilityStudy> {
  const known = run === undefined ? undefined : studies.get(run);
  if (known?.district === district && known.factors === factors) return known.study;
  const study = studied(district, factors, run);
  if (run !== undefined) studies.set(run, { district, factors, study });
  return study;
}

function studied(
  district: District,
  factors: Factors,
  run: RunResult | undefined,
): Outcome<ReliabilityStudy> {
  const { network } = district;
  if (network === null) return fail([noNetwork(district)]);
  const ratings =
    run === undefined ? undefined : transformerRatings(run.table, run.stepS, network.transformers);
  const net = protectedNetwork(network, ratings);
  const demand = busDemand({ ...district, network }, run);
  const customersServed = demand.customers.reduce((sum, customers) => sum + customers, 0);
  const all = outages(net, demand, factors);
  const expected = indicesOf(all, (one) => one.place.failuresPerYear, customersServed);
  if (!expected.ok) return expected;
  const { loops } = fedTree(net, demand.peakW, (row) => !net.branches[row]!.open);
  const issues = [...loopIssues(district, loops), ...unconnectedIssues(district, demand.unconnected)];
  const buses = busReliability(all, network.buses.length);
  return settle({ customersServed, demand, outages: all, expected: expected.value, buses }, issues);
}

/** Indices of a year in which each outage happens so many times. */
export function indicesOf(
  all: readonly Outage[],
  timesOf: (one: Outage, row: number) => number,
  customersServed: number,
): Outcome<YearIndices> {
  const interruptions = all.flatMap((one, row) => {
    const times = timesOf(one, row);
    return times > 0 ? one.groups.map((group) => ({ ...group, times })) : [];
  });
  const indices = reliabilityIndices(interruptions, customersServed);
  if (!indices.ok) return indices;
  const notSuppliedJ = interruptions.reduce(
    (sum, { times, durationS, meanW }) => sum + times * durationS * meanW,
    0,
  );
  return settle({ ...indices.value, notSuppliedJ }, indices.issues);
}

function busReliability(all: readonly Outage[], count: number): BusReliability[] {
  const seconds = new Float64Array(count);
  for (const { place, durationS } of all) {
    durationS.forEach((s, bus) => {
      if (s > 0) seconds[bus] = seconds[bus]! + place.failuresPerYear * s;
    });
  }
  return Array.from(seconds, (withoutSupplySPerYear) => ({ withoutSupplySPerYear }));
}

function noNetwork({ id }: District): Issue {
  return {
    severity: 'error',
    code: 'reliability-no-network',
    source: id,
    field: 'network',
    message: 'The district has no network that could fail.',
    remedy: 'Give it one, or have one laid.',
  };
}

function loopIssues({ id }: District, loops: number): Issue[] {
  if (loops === 0) return [];
  return [
    {
      severity: 'warning',
      code: 'reliability-loops',
      source: id,
      value: String(loops),
      message:
        'Closed loops: ratings are checked along one tree of each, not with the flow that would divide.',
      remedy: 'Open the loops where they are run open, or take restoration as a screening.',
    },
  ];
}

function unconnectedIssues({ id }: District, unconnected: number): Issue[] {
  if (unconnected === 0) return [];
  return [
    {
      severity: 'note',
      code: 'reliability-unconnected',
      source: id,
      value: String(unconnected),
      message: 'Customers of buildings without a connection are not served and not counted.',
      remedy: 'Connect them if they should be.',
    },
  ];
}
