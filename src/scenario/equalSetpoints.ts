import { isSameBuilding } from '../measures/revert';
import type { Building, Overridable, Retrofit } from '../model/building';
import type { District } from '../model/district';

/** Work that lets rooms be cooler, or warm for fewer hours. */
const TEMPERATURE_WORK = ['setback', 'thermostat'] as const satisfies readonly (keyof Retrofit)[];
/** Own numbers that say how warm or cold rooms are kept. */
const SETPOINTS = [
  'heatingSetpointDegC',
  'heatingSetbackDegC',
  'coolingSetpointDegC',
  'coolingSetbackDegC',
] as const satisfies readonly Overridable[];

/** `own` with the named members as they are in `reference`; undefined where none is left. */
function withMembersOf<Table extends object>(
  own: Table | undefined,
  reference: Table | undefined,
  names: readonly (keyof Table)[],
): Table | undefined {
  const merged: Partial<Table> = { ...own };
  for (const name of names) {
    const value = reference?.[name];
    if (value === undefined) delete merged[name];
    else merged[name] = value;
  }
  return Object.keys(merged).length > 0 ? (merged as Table) : undefined;
}

function buildingAtSetpoints(building: Building, baseline: Building): Building {
  const { retrofit, overrides, flexibleHeating: _, ...rest } = building;
  const { flexibleHeating } = baseline;
  const heldRetrofit = withMembersOf(retrofit, baseline.retrofit, TEMPERATURE_WORK);
  const heldOverrides = withMembersOf(overrides, baseline.overrides, SETPOINTS);
  const held: Building = {
    ...rest,
    ...(heldRetrofit === undefined ? {} : { retrofit: heldRetrofit }),
    ...(heldOverrides === undefined ? {} : { overrides: heldOverrides }),
    ...(flexibleHeating === undefined ? {} : { flexibleHeating }),
  };
  if (isSameBuilding(held, baseline)) return baseline;
  return isSameBuilding(held, building) ? building : held;
}

/**
 * The changed district with the temperatures of the baseline: set-backs, thermostats, flexible and own set-points of each
 * building as they were, everything else as it is. Buildings that differ in nothing else are the baseline's own objects.
 */
export function atSetpointsOf(baseline: District, changed: District): District {
  if (changed.buildings === baseline.buildings) return changed;
  const before = new Map(baseline.buildings.map((building) => [building.id, building]));
  let isDifferent = false;
  const buildings = changed.buildings.map((building) => {
    const reference = before.get(building.id);
    const held = reference === undefined ? building : buildingAtSetpoints(building, reference);
    isDifferent ||= held !== building;
    return held;
  });
  if (!isDifferent) return changed;
  const isBaseline =
    buildings.length === baseline.buildings.length &&
    buildings.every((one, i) => one === baseline.buildings[i]);
  return { ...changed, buildings: isBaseline ? baseline.buildings : buildings };
}

/** A saving of energy need taken apart; the two parts sum to the whole. */
export interface NeedSaving {
  /** Fabric and systems: what is saved while rooms are as warm as before. */
  readonly atEqualSetpointsJ: number;
  /** Cooler rooms or fewer warm hours: no gain of the fabric, paid for with comfort. */
  readonly byTemperatureJ: number;
  readonly totalJ: number;
}

/**
 * before - equal and equal - after, with `equal` the need of `atSetpointsOf(baseline, changed)`. Lowering a set-point is
 * the whole of the second part and none of the first.
 */
export function fabricGain(beforeJ: number, atEqualSetpointsJ: number, afterJ: number): NeedSaving {
  return {
    atEqualSetpointsJ: beforeJ - atEqualSetpointsJ,
    byTemperatureJ: atEqualSetpointsJ - afterJ,
    totalJ: beforeJ - afterJ,
  };
}
