import type { Building } from '../../model/building';
import type { District } from '../../model/district';
import type { RunInput } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import type { WeatherYear } from '../../model/weather';
import { scenarioCosts } from '../../study/scenarioCosts';
import type { AppState } from '../appState';
import { BASELINE_ID } from '../document';
import { standingPreview } from '../previews';
import { baselineResult, runInputOf, runOf, scenarioOf, scenariosOf } from '../selectors';
import { districtOf, indexOf } from '../view/effective';
import { packageCosts, type PackageCosts, type PackageMoney } from './cashFlow';
import { fusePart, networkParts, type ConnectionPart } from './connection';
import { buildingFigures, type BuildingFigures } from './figures';
import { offersOf, type Offer, type OfferedType } from './offers';
import { buildingOfPackage, packagesOf } from './packages';
import type { OwnYear } from './types';

/** How sure the figures of the network are: of the year, of a first look at its hardest weeks, or of older inputs. */
export type PartsState = 'year' | 'provisional' | 'old' | 'none';

/** One state of a building: the present, or a package. */
export interface BuildingState {
  readonly scenario: Scenario;
  readonly district: District;
  /** Null while its year is computed. */
  readonly figures: BuildingFigures | null;
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
export function activePackageId({ activeId, selection }: AppState): string | null {
  return selection?.kind === 'building' && buildingOfPackage(activeId) === selection.id ? activeId : null;
}

/** The present first, then the packages by their letters. */
export function statesShown(state: AppState, buildingId: string): readonly string[] {
  return [BASELINE_ID, ...packagesOf(scenariosOf(state), buildingId).map(({ scenario }) => scenario.id)];
}

const figuresOf = new WeakMap<OwnYear, BuildingFigures | null>();
const fuseOf = new WeakMap<OwnYear, ConnectionPart | null>();
const costsOf = new WeakMap<RunInput, PackageCosts | null>();

function remembered<Key extends object, Value>(
  known: WeakMap<Key, Value>,
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
  const layout = runOf(state, scenarioId).result ?? baselineResult(state);
  if (scenario === undefined || district === null || input === null) return null;
  const kept = state.building.years[scenarioId];
  const year = kept?.input === input && kept.buildingId === buildingId ? kept : null;
  const figures =
    year === null || layout === null
      ? null
      : remembered(figuresOf, year, () => buildingFigures({ scenario, district, year, result: layout }));
  const fuse =
    year === null ? null : remembered(fuseOf, year, () => fusePart(district, buildingId, year.loads));
  const { parts, partsState } = partsOf(state, scenarioId, district, buildingId);
  const costs = remembered(costsOf, input, () => {
    const outcome = scenarioCosts(input);
    return outcome.ok ? packageCosts(outcome.value.lines, buildingId) : null;
  });
  const money = costs === null || figures === null ? null : { costs, billEurPerYear: figures.totalBillEur };
  return {
    ...{ scenario, district, figures, partsState, costs, money },
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
  return {
    parts: networkParts(district, buildingId, result),
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
