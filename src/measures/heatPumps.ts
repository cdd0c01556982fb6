import type { Building } from '../model/building';
import { takesPart } from './adoption';
import { mapBuildings, type MeasureDefinition } from './definition';

const REPLACED = ['gasBoiler', 'oilBoiler', 'directElectric'] as const;

function hasReplaceableHeating(building: Building): boolean {
  return (REPLACED as readonly string[]).includes(building.heating);
}

export const heatPumps: MeasureDefinition = {
  type: 'heatPumps',
  label: 'Heat pumps',
  adoptionOf: 'of buildings heated by boiler or direct electricity',
  changes: 'Space heating and hot water come from an air-source heat pump instead of the present system.',
  parameters: [],
  eligible: (district) => district.buildings.filter(hasReplaceableHeating).map((building) => building.id),
  apply: (district, measure, seed) =>
    mapBuildings(district, (building) =>
      hasReplaceableHeating(building) && takesPart(seed, building.id, 'heatPumps', measure.adoption)
        ? { ...building, heating: 'airHeatPump' }
        : building,
    ),
};
