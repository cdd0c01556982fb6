import type { Building, ElectricVehicles } from '../model/building';
import type { MeasureType } from '../model/scenario';
import { takesPart } from './adoption';
import { mapBuildings, type MeasureDefinition } from './definition';

/** Electric cars of a building when this share of households has one. Each household has its own draw. */
function drawnCount(building: Building, seed: number, adoption: number): number {
  let count = 0;
  for (let household = 0; household < building.households; household += 1) {
    // Both vehicle measures draw the same households: managed against unmanaged compares the same cars.
    if (takesPart(seed, `${building.id}#${household}`, 'vehicles', adoption)) count += 1;
  }
  return count;
}

function withVehicles(building: Building, count: number, control: ElectricVehicles['control']): Building {
  const present = building.vehicles?.count ?? 0;
  if (count === 0 || (count <= present && building.vehicles?.control === control)) return building;
  return { ...building, vehicles: { ...building.vehicles, count: Math.max(present, count), control } };
}

function vehicleMeasure(
  type: MeasureType,
  control: ElectricVehicles['control'],
  label: string,
  changes: string,
): MeasureDefinition {
  return {
    type,
    label,
    group: 'electricity',
    effect: 'system',
    adoptionOf: 'of households own an electric car',
    changes,
    parameters: [],
    applicability: ({ households }) =>
      households > 0 ? { applicable: true } : { applicable: false, reason: 'There is no household here.' },
    eligible: (district) =>
      district.buildings.filter((building) => building.households > 0).map((building) => building.id),
    apply: (district, measure, seed) =>
      mapBuildings(district, (building) =>
        withVehicles(building, drawnCount(building, seed, measure.adoption), control),
      ),
  };
}

export const vehiclesUnmanaged = vehicleMeasure(
  'vehiclesUnmanaged',
  'unmanaged',
  'Electric cars, unmanaged',
  'Cars charge at home at full power from the moment they arrive.',
);

export const vehiclesManaged = vehicleMeasure(
  'vehiclesManaged',
  'managed',
  'Electric cars, managed',
  'The same cars and the same energy, spread over the hours they stand at home; all cars of a building share one control.',
);
