import type { Building } from '../../model/building';
import type { District } from '../../model/district';
import type { Issue } from '../../model/outcome';
import type { RunInput } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import type { WeatherYear } from '../../model/weather';
import { CALIBRATED_SOURCE } from '../../study/calibration';
import { scenarioCosts } from '../../study/scenarioCosts';
import type { AppState } from '../appState';
import { BASELINE_ID } from '../document';
import { standingPreview } from '../previews';
import { runInputOf, runOf, scenarioOf, scenariosOf } from '../selectors';
import { districtOf, indexOf } from '../view/effective';
import { packageCosts, type PackageCosts, type PackageMoney } from './cashFlow';
import { fusePart, networkParts, type ConnectionPart } from './connection';
import { buildingFigures, type BuildingFigures } from './figures';
import { offersOf, type Offer, type OfferedType } from './offers';
import { packagesOf } from './packages';
import type { CalibrationStudy, OwnYear } from './types';

/** How sure the figures of the network are: of the year, of a first look at its hardest weeks, or of older inputs. */
export type PartsState = 'year' | 'provisional' | 'old' | 'none';

const LESS_SURE: readonly PartsState[] = ['year', 'provisional', 'old', 'none'];

/** How sure a change between two states is: as sure as the worse of both. */
export const worsePartsState = (a: PartsState, b: PartsState): PartsState =>
  LESS_SURE.indexOf(a) > LESS_SURE.indexOf(b) ? a : b;

/** One state of a building: the present, or a package. */
export interface BuildingState {
  readonly scenario: Scenario;
  readonly district: District;
  /** Null while its year is computed. */
  readonly figures: BuildingFigures | null;
  /** Why its year could not be computed. */
  readonly failure: readonly Issue[] | null;
  /** Its fuse and what lies behind it, nearest first. */
  readonly parts: readonly ConnectionPart[];
  readonly partsState: PartsState;
  readonly costs: PackageCosts | null;
  readonly money: PackageMoney | null;
}

/** The building on screen, corrected and before any measure. */
export function subjectOf(state: AppState): Building | null {
  const { selection } = state;
  const district = districtOf(state, BASELINE_ID);
  if (selection?.kind !== 'building' || district === null) return null;
  return indexOf(district).building.get(selection.id) ?? null;
}

/** Id of the package on screen; null where another scenario is. */
export function activePackageId(state: AppState): string | null {
  const { activeId, selection } = state;
  if (selection?.kind !== 'building') return null;
  const packages = packagesOf(scenariosOf(state), selection.id);
  return packages.some(({ scenario }) => scenario.id === activeId) ? activeId : null;
}

/** The building's own year in a scenario; null unless it is there for today's inputs. */
export function ownYearOf(state: AppState, scenarioId: string, buildingId: string): OwnYear | null {
  return ofToday(state, scenarioId, buildingId, state.building.years[scenarioId]);
}

/** Why the building's own year could not be computed; null where it has not failed for today's inputs. */
export function yearFailureOf(
  state: AppState,
  scenarioId: string,
  buildingId: string,
): readonly Issue[] | null {
  return ofToday(state, scenarioId, buildingId, state.building.failedYears[scenarioId])?.issues ?? null;
}

function ofToday<Year extends { readonly input: RunInput; readonly buildingId: string }>(
  state: AppState,
  scenarioId: string,
  buildingId: string,
  year: Year | undefined,
): Year | null {
  const scenario = scenarioOf(state, scenarioId);
  if (year === undefined || scenario === undefined || year.buildingId !== buildingId) return null;
  return year.input === runInputOf(state, scenario) ? year : null;
}

/** What became of a calibration: its numbers are in force, can be taken over, or were fitted to a building of other numbers. */
export type CalibrationStanding = 'taken' | 'open' | 'outdated';

export function calibrationStanding(state: AppState, study: CalibrationStudy): CalibrationStanding {
  const { baseEdits } = state.history.present;
  const edits = study.answer?.edits ?? [];
  if (edits.length > 0 && edits.every((edit) => baseEdits.includes(edit))) return 'taken';
  const own = baseEdits.filter(({ buildingId }) => buildingId === study.buildingId);
  const isSame =
    own.length === study.baseEdits.length && own.every((edit, at) => edit === study.baseEdits[at]);
  return isSame ? 'open' : 'outdated';
}

/** Fields of the corrections that came from a calibration against a meter, each once. */
export function calibratedNumbers({ history }: AppState): readonly string[] {
  const fields = history.present.baseEdits.flatMap(({ field, value }) => {
    const isCalibrated =
      typeof value === 'object' &&
      value !== null &&
      'source' in value &&
      value.source.startsWith(CALIBRATED_SOURCE);
    return isCalibrated ? [field] : [];
  });
  return [...new Set(fields)];
}

/** The present first, then the packages by their letters. */
export function statesShown(state: AppState, buildingId: string): readonly string[] {
  return [BASELINE_ID, ...packagesOf(scenariosOf(state), buildingId).map(({ scenario }) => scenario.id)];
}

const figuresOf = new WeakMap<OwnYear, BuildingFigures | null>();
const fuseOf = new WeakMap<OwnYear, ConnectionPart | null>();
/** A scenario's costs by building. */
const costsOf = new WeakMap<RunInput, Map<string, PackageCosts | null>>();

function remembered<Key, Value>(
  known: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  compute: () => Value,
): Value {
  const present = known.get(key);
  if (present !== undefined) return present;
  const value = compute();
  known.set(key, value);
  return value;
}

export function buildingStateOf(
  state: AppState,
  scenarioId: string,
  buildingId: string,
): BuildingState | null {
  const scenario = scenarioOf(state, scenarioId);
  const district = districtOf(state, scenarioId);
  const input = scenario === undefined ? null : runInputOf(state, scenario);
  if (scenario === undefined || district === null || input === null) return null;
  const year = ownYearOf(state, scenarioId, buildingId);
  const figures =
    year === null ? null : remembered(figuresOf, year, () => buildingFigures({ scenario, district, year }));
  const fuse =
    year === null ? null : remembered(fuseOf, year, () => fusePart(district, buildingId, year.loads));
  const { parts, partsState } = partsOf(state, scenarioId, district, buildingId);
  const costsIn = remembered(costsOf, input, () => new Map<string, PackageCosts | null>());
  const costs = remembered(costsIn, buildingId, () => {
    const outcome = scenarioCosts(input);
    return outcome.ok ? packageCosts(outcome.value.lines, buildingId) : null;
  });
  const money = costs === null || figures === null ? null : { costs, billEurPerYear: figures.totalBillEur };
  return {
    ...{ scenario, district, figures, partsState, costs, money },
    failure: yearFailureOf(state, scenarioId, buildingId),
    parts: fuse === null ? parts : [fuse, ...parts],
  };
}

function partsOf(
  state: AppState,
  scenarioId: string,
  district: District,
  buildingId: string,
): Pick<BuildingState, 'parts' | 'partsState'> {
  const { status, result } = runOf(state, scenarioId);
  const look = standingPreview(state, scenarioId);
  if (status !== 'ready' && look !== null)
    return { parts: networkParts(district, buildingId, look.preview), partsState: 'provisional' };
  if (result === null) return { parts: [], partsState: 'none' };
  // A year of other steps: its moments in those that the page counts now.
  const perStep = result.stepS / state.stepS;
  const parts = networkParts(district, buildingId, result);
  return {
    parts: perStep === 1 ? parts : parts.map((part) => ({ ...part, step: Math.floor(part.step * perStep) })),
    partsState: status === 'ready' ? 'year' : 'old',
  };
}

interface Offered {
  readonly standing: District;
  readonly scenario: Scenario | null;
  readonly buildingId: string;
  readonly offers: ReadonlyMap<OfferedType, Offer>;
}
const offered = new WeakMap<District, Offered>();

/** What can be done to the building on screen as its package stands; the same map as long as nothing of it changes. */
export function offersShown(state: AppState): ReadonlyMap<OfferedType, Offer> | null {
  const subject = subjectOf(state);
  const base = districtOf(state, BASELINE_ID);
  if (subject === null || base === null) return null;
  const id = activePackageId(state);
  const scenario = id === null ? null : (scenarioOf(state, id) ?? null);
  const standing = id === null ? base : districtOf(state, id)!;
  const known = offered.get(base);
  if (known?.standing === standing && known.scenario === scenario && known.buildingId === subject.id)
    return known.offers;
  const weather: WeatherYear = state.loaded!.weather;
  const offers = offersOf(subject.id, { base, weather, scenario, standing });
  offered.set(base, { standing, scenario, buildingId: subject.id, offers });
  return offers;
}
