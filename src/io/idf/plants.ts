import type { HeatingOrCooling, Zone } from '../../model/buildingModel/types';
import type { Field, IdfDocument } from './document';
import type { Writing } from './surfaces';

/** Set-points that stand for "off": no zone gets there. */
const OFF_HEATING_DEG_C = -60;
const OFF_COOLING_DEG_C = 120;
/** Supply air of the ideal system: EnergyPlus's own defaults, moved where a set-point comes near. */
const SUPPLY_DEG_C = { heating: 50, cooling: 13 } as const;
const SUPPLY_APART_K = 10;

/** Thermostats and ideal loads systems of the zones that are heated or cooled. */
export function writePlants(writing: Writing): void {
  for (const zone of writing.model.zones) {
    if (!zone.heating && !zone.cooling) continue;
    const setpoints = setpointsOf(zone, writing);
    const name = writing.document.name('zone', zone.id, zone.id);
    writeThermostat(name, setpoints, writing);
    writeIdealLoads(zone, name, setpoints, writing.document);
    reportRadiation(zone, 'heating', writing.document);
    reportRadiation(zone, 'cooling', writing.document);
  }
}

interface Setpoints {
  readonly heatingDegC: Float64Array;
  readonly coolingDegC: Float64Array;
}

/** Both set-points by steps with "off" as a temperature; cooling is never below heating, which EnergyPlus would refuse. */
function setpointsOf(zone: Zone, { schedules, document }: Writing): Setpoints {
  const read = (plant: HeatingOrCooling | undefined, off: number): Float64Array =>
    schedules.values(plant?.setpointDegC, NaN).map((value) => (Number.isNaN(value) ? off : value));
  const heatingDegC = read(zone.heating, OFF_HEATING_DEG_C);
  const wanted = read(zone.cooling, OFF_COOLING_DEG_C);
  const coolingDegC = wanted.map((value, step) => Math.max(value, heatingDegC[step]!));
  const crossed = wanted.reduce((count, value, step) => count + (value < heatingDegC[step]! ? 1 : 0), 0);
  if (crossed > 0) {
    document.report('warning', 'idf-setpoints', `zone "${zone.id}"`, {
      message: `The cooling set-point is below that of heating in ${crossed} steps of the year; it is raised to it there.`,
      remedy: 'Put the cooling set-point at or above the heating set-point.',
    });
  }
  return { heatingDegC, coolingDegC };
}

function writeThermostat(
  name: string,
  { heatingDegC, coolingDegC }: Setpoints,
  { document, schedules }: Writing,
): void {
  const control = `${name} dual setpoint`;
  document.object(
    'ZoneControl:Thermostat',
    ['Name', `${name} thermostat`],
    ['Zone or ZoneList Name', name],
    ['Control Type Schedule Name', schedules.constant(4, 'Control Type')],
    ['Control 1 Object Type', 'ThermostatSetpoint:DualSetpoint'],
    ['Control 1 Name', control],
  );
  document.object(
    'ThermostatSetpoint:DualSetpoint',
    ['Name', control],
    [
      'Heating Setpoint Temperature Schedule Name',
      schedules.write(`${name} heat to`, 'Temperature', heatingDegC),
    ],
    [
      'Cooling Setpoint Temperature Schedule Name',
      schedules.write(`${name} cool to`, 'Temperature', coolingDegC),
    ],
  );
}

function writeIdealLoads(zone: Zone, name: string, setpoints: Setpoints, document: IdfDocument): void {
  const highest = setpoints.heatingDegC.reduce((most, value) => Math.max(most, value), 0);
  const lowest = setpoints.coolingDegC.reduce((least, value) => Math.min(least, value), 100);
  const system = `${name} ideal loads`;
  const list = `${name} equipment`;
  document.object(
    'ZoneHVAC:EquipmentConnections',
    ['Zone Name', name],
    ['Zone Conditioning Equipment List Name', list],
    ['Zone Air Inlet Node or NodeList Name', `${name} inlet node`],
    ['Zone Air Exhaust Node or NodeList Name', ''],
    ['Zone Air Node Name', `${name} air node`],
    ['Zone Return Air Node or NodeList Name', `${name} return node`],
  );
  document.object(
    'ZoneHVAC:EquipmentList',
    ['Name', list],
    ['Load Distribution Scheme', 'SequentialLoad'],
    ['Zone Equipment 1 Object Type', 'ZoneHVAC:IdealLoadsAirSystem'],
    ['Zone Equipment 1 Name', system],
    ['Zone Equipment 1 Cooling Sequence', 1],
    ['Zone Equipment 1 Heating or No-Load Sequence', 1],
    ['Zone Equipment 1 Sequential Cooling Fraction Schedule Name', ''],
    ['Zone Equipment 1 Sequential Heating Fraction Schedule Name', ''],
  );
  document.object(
    'ZoneHVAC:IdealLoadsAirSystem',
    ['Name', system],
    ['Availability Schedule Name', ''],
    ['Zone Supply Air Node Name', `${name} inlet node`],
    ['Zone Exhaust Air Node Name', ''],
    ['System Inlet Air Node Name', ''],
    [
      'Maximum Heating Supply Air Temperature {C}',
      Math.min(Math.max(SUPPLY_DEG_C.heating, highest + SUPPLY_APART_K), 99),
    ],
    ['Minimum Cooling Supply Air Temperature {C}', Math.min(SUPPLY_DEG_C.cooling, lowest - SUPPLY_APART_K)],
    ['Maximum Heating Supply Air Humidity Ratio {kgWater/kgDryAir}', 0.0156],
    ['Minimum Cooling Supply Air Humidity Ratio {kgWater/kgDryAir}', 0.0077],
    ...limitFields('Heating', 'Maximum Sensible Heating Capacity {W}', zone.heating),
    ...limitFields('Cooling', 'Maximum Total Cooling Capacity {W}', zone.cooling),
    ['Heating Availability Schedule Name', ''],
    ['Cooling Availability Schedule Name', ''],
    ['Dehumidification Control Type', 'None'],
    ['Cooling Sensible Heat Ratio', 1],
    ['Humidification Control Type', 'None'],
    ['Design Specification Outdoor Air Object Name', ''],
    ['Outdoor Air Inlet Node Name', ''],
    ['Demand Controlled Ventilation Type', 'None'],
    ['Outdoor Air Economizer Type', 'NoEconomizer'],
    ['Heat Recovery Type', 'None'],
    ['Sensible Heat Recovery Effectiveness', 0],
    ['Latent Heat Recovery Effectiveness', 0],
  );
}

function limitFields(kind: string, capacityLabel: string, plant: HeatingOrCooling | undefined): Field[] {
  const capacityW = plant?.capacityW;
  return [
    [`${kind} Limit`, capacityW === undefined ? 'NoLimit' : 'LimitCapacity'],
    [`Maximum ${kind} Air Flow Rate {m3/s}`, ''],
    [capacityLabel, capacityW ?? ''],
  ];
}

function reportRadiation(zone: Zone, plant: 'heating' | 'cooling', document: IdfDocument): void {
  const share = zone[plant]?.convectiveShare ?? 1;
  if (share >= 1) return;
  document.report('warning', 'idf-convective-share', `zone "${zone.id}" ${plant}`, {
    message:
      'The ideal loads system works on the air alone; the radiant share of this plant is not carried over.',
    remedy: `Set ${plant}.convectiveShare to 1 before comparing, or expect a slightly lower load from EnergyPlus.`,
    value: share,
  });
}
