import * as header from './header';
import type { ModalBuilding } from './types';

const rows = new WeakMap<ModalBuilding, Float64Array>();

/** [ROW_NUMBERS] What the step needs of a building besides its modes; made once, for the scalar loop and the kernel. */
export function rowNumbers(building: ModalBuilding): Float64Array {
  const known = rows.get(building);
  if (known) return known;
  const { zone, heating, cooling } = building;
  const gain = (convectiveShare: number): number =>
    convectiveShare * zone.airKPerW + (1 - convectiveShare) * zone.radiantKPerW;
  const row = new Float64Array(header.ROW_NUMBERS);
  row.set(zone.direct);
  row[header.AIR_LATER] = zone.airLaterKPerW;
  row[header.RADIANT_LATER] = zone.radiantLaterKPerW;
  row[header.REST] = zone.restK;
  row[header.AIR_GAIN] = zone.airKPerW;
  row[header.RADIANT_GAIN] = zone.radiantKPerW;
  row[header.HEATING_GAIN] = gain(heating.convectiveShare);
  row[header.HEATING_PER_K] = 1 / gain(heating.convectiveShare);
  row[header.HEATING_CONVECTIVE] = heating.convectiveShare;
  row[header.HEATING_RADIATIVE] = 1 - heating.convectiveShare;
  row[header.HEATING_CAPACITY] = heating.capacityW;
  row[header.COOLING_GAIN] = gain(cooling.convectiveShare);
  row[header.COOLING_PER_K] = 1 / gain(cooling.convectiveShare);
  row[header.COOLING_CONVECTIVE] = cooling.convectiveShare;
  row[header.COOLING_RADIATIVE] = 1 - cooling.convectiveShare;
  row[header.COOLING_CAPACITY] = cooling.capacityW;
  row[header.PERSON_POWER] = building.personW;
  row[header.APPLIANCE_POWER] = building.applianceW;
  row[header.RADIATIVE_SHARE] = building.radiativeShare;
  row[header.INFILTRATION] = building.infiltrationWPerK;
  row[header.VENTILATION] = building.ventilationWPerK;
  rows.set(building, row);
  return row;
}
