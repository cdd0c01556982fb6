import { MEASURES } from '../measures';
import type { Building } from '../model/building';
import type { District } from '../model/district';
import type { MeasureAtYear } from '../model/scenario';
import { targetOf } from './selectors';

/**
 * The district with a measure in place at the selected elements (null: at all). A measure taken at buildings sees the selected
 * ones only, and what it made of them is put in their places: who is not selected keeps its identity, whatever the measure
 * does. Where nothing changes, the district itself.
 */
export function applyAt(
  district: District,
  measure: MeasureAtYear,
  seed: number,
  selected: ReadonlySet<string> | null,
): District {
  const definition = MEASURES[measure.type];
  if (selected === null) return definition.apply(district, measure, seed);
  if (targetOf(measure.type) !== 'building')
    return definition.apply(district, measure, seed, (id) => selected.has(id));
  const buildings = district.buildings.filter(({ id }) => selected.has(id));
  if (buildings.length === district.buildings.length) return definition.apply(district, measure, seed);
  if (buildings.length === 0) return district;
  const part: District = { ...district, buildings };
  const changed = definition.apply(part, measure, seed);
  return changed === part
    ? district
    : { ...changed, buildings: merged(district.buildings, changed.buildings) };
}

function merged(all: readonly Building[], changed: readonly Building[]): readonly Building[] {
  const byId = new Map(changed.map((building) => [building.id, building]));
  return all.map((building) => byId.get(building.id) ?? building);
}
