import type { District } from '../../model/district';
import { fail, succeed, type Outcome } from '../../model/outcome';
import type { BaseEdit } from '../../model/scenario';
import { applyBaseEdits } from '../../scenario';
import type { RunResult } from '../runResult';
import { computedPeakW, peakPlaces, type MeasuredPeak, type PeakPlace } from './elements';

/** The base year of the district under corrections. */
export type RunWith = (edits: readonly BaseEdit[]) => Promise<Outcome<RunResult>>;

export interface PeakFit {
  readonly place: PeakPlace;
  readonly beforeW: number;
  readonly afterW: number;
  /** Measured less computed, after. */
  readonly residualW: number;
  /** On the electricity of its homes. */
  readonly factor: number;
  /** Set where the factor stands at the end of what it may be, or that of a home with its own factor before. */
  readonly atBound: 'lower' | 'upper' | null;
  /** Homes whose own factor stands at the end of what that may be: they are moved less than the others. */
  readonly homesAtBound: number;
}

export interface PeakCalibration {
  readonly fits: readonly PeakFit[];
  /** To be laid behind the corrections that were there; none where nothing is to be moved. */
  readonly edits: readonly BaseEdit[];
  readonly runs: number;
}

/** Beyond it the households are not what is wrong. */
export const FACTOR_BOUNDS = [0.5, 2] as const;
/** Of a home together with what it had before. */
export const HOME_BOUNDS = [0.2, 5] as const;
const MOST_RUNS = 6;
/** Of the measured peak: nearer than a meter is right. */
const NEAR = 0.005;

interface Moved {
  readonly place: PeakPlace;
  readonly beforeW: number;
  factor: number;
  computedW: number;
  /** The point before, for the slope. */
  last: { readonly factor: number; readonly computedW: number } | null;
}

const bounded = (factor: number, [least, most]: readonly [number, number] = FACTOR_BOUNDS): number =>
  Math.min(most, Math.max(least, factor));

/**
 * Moves the electricity of the households behind each measured element by one factor until the computed peak meets the
 * measured one, or the factor meets its bounds: secant steps, a run of the year each. Where a peak is met already, or no home
 * stands behind it, nothing is moved; without peaks nothing is run.
 */
export async function calibratePeaks(
  district: District,
  baseEdits: readonly BaseEdit[],
  peaks: readonly MeasuredPeak[],
  fileName: string,
  runWith: RunWith,
): Promise<Outcome<PeakCalibration>> {
  const places = peakPlaces(district, peaks);
  if (!places.ok) return places;
  if (places.value.length === 0) return succeed({ fits: [], edits: [], runs: 0 });
  const first = await solved(baseEdits, runWith);
  if (!first.ok) return first;
  const moved = places.value.map((place): Moved => {
    const computedW = computedPeakW(first.value, place);
    return { place, beforeW: computedW, factor: 1, computedW, last: null };
  });
  const base = applyBaseEdits(district, baseEdits).district;
  const editsOf = (): readonly BaseEdit[] => moved.flatMap((each) => editsFor(base, each, fileName));
  let runs = 1;
  while (runs < MOST_RUNS) {
    const open = moved.filter((each) => advance(each));
    if (open.length === 0) break;
    const run = await solved([...baseEdits, ...editsOf()], runWith);
    if (!run.ok) return run;
    runs += 1;
    for (const each of moved) each.computedW = computedPeakW(run.value, each.place);
  }
  return succeed({ fits: moved.map((each) => fitOf(base, each)), edits: editsOf(), runs });
}

/** A year with steps that have no solution has no peaks to hold against measured ones. */
async function solved(edits: readonly BaseEdit[], runWith: RunWith): Promise<Outcome<RunResult>> {
  const run = await runWith(edits);
  if (!run.ok) return run;
  const { iterations } = run.value.table;
  const unsolved = iterations.reduce((count, used) => count + (used < 0 ? 1 : 0), 0);
  if (unsolved === 0) return run;
  return fail([
    {
      severity: 'error',
      code: 'flow-unsolved',
      source: 'peaks',
      value: `${unsolved} of ${iterations.length} steps`,
      message: 'The power flow of the base year has steps without a solution: its peaks are none.',
      remedy: 'The load exceeds what the network can carry; correct the network or the loads first.',
    },
  ]);
}

/** Sets the next factor; false where there is none to try. */
function advance(each: Moved): boolean {
  const { place, factor, computedW, last } = each;
  const residualW = place.peakW - computedW;
  if (place.homeIds.length === 0 || !(Math.abs(residualW) > NEAR * place.peakW)) return false;
  const slope = last === null ? Number.NaN : (computedW - last.computedW) / (factor - last.factor);
  // The first step takes the households for all of it; later ones know how much of it they are.
  const wanted = slope > 0 ? factor + residualW / slope : (factor * place.peakW) / computedW;
  const next = bounded(Number.isFinite(wanted) && wanted > 0 ? wanted : factor);
  if (Math.abs(next - factor) < 1e-4) return false;
  each.last = { factor, computedW };
  each.factor = next;
  return true;
}

function fitOf(district: District, each: Moved): PeakFit {
  const { place, beforeW, computedW, factor } = each;
  const [lower, upper] = FACTOR_BOUNDS;
  const [least, most] = HOME_BOUNDS;
  const held = homesOf(district, each).filter(({ wanted }) => wanted < least || wanted > most);
  const isLow = factor === lower || (held.length > 0 && factor < 1);
  const isHigh = factor === upper || (held.length > 0 && factor > 1);
  return {
    place,
    beforeW,
    afterW: computedW,
    residualW: place.peakW - computedW,
    factor,
    atBound: isLow ? 'lower' : isHigh ? 'upper' : null,
    homesAtBound: held.length,
  };
}

/** Homes behind a place with the factor that each would have, on top of what it has by itself or by an earlier correction. */
function homesOf({ buildings }: District, { place, factor }: Moved) {
  const homes = new Set(place.homeIds);
  return buildings
    .filter(({ id }) => homes.has(id))
    .map(({ id, householdElectricity }) => ({ id, wanted: factor * (householdElectricity?.value ?? 1) }));
}

function editsFor(district: District, each: Moved, fileName: string): BaseEdit[] {
  const { place, factor } = each;
  if (factor === 1) return [];
  return homesOf(district, each).map(({ id, wanted }) => ({
    buildingId: id,
    field: 'householdElectricity',
    value: {
      value: bounded(wanted, HOME_BOUNDS),
      source: `measured peak of ${place.kind} ${place.elementId}, ${fileName}`,
      quality: 'estimation_assumptions',
    },
  }));
}

/** Corrections with those that were found: of the same field of a building the later one stands. */
export function withCorrections(
  before: readonly BaseEdit[],
  found: readonly BaseEdit[],
): readonly BaseEdit[] {
  const key = ({ buildingId, field }: BaseEdit): string => `${field} ${buildingId}`;
  const replaced = new Set(found.map(key));
  return [...before.filter((old) => !replaced.has(key(old))), ...found];
}
