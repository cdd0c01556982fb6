import type { Ventilation, Zone } from '../../model/buildingModel/types';
import type { Writing } from './surfaces';

/** Recovery is bypassed this much above the heating set-point; without one, above 20 degC + 2 K. As the reference solver has it. */
const BYPASS_ABOVE_K = 2;
const USUAL_HEATING_DEG_C = 20;
const ALWAYS = -100;

/** Zones, what leaks and blows through them, their gains and furniture. `airJPerM3K` is that of the air they hold. */
export function writeZones(writing: Writing, airJPerM3K: number): void {
  for (const zone of writing.model.zones) {
    const name = zoneName(zone.id, writing);
    writing.document.object(
      'Zone',
      ['Name', name],
      ['Direction of Relative North {deg}', 0],
      ['X Origin {m}', 0],
      ['Y Origin {m}', 0],
      ['Z Origin {m}', 0],
      ['Type', 1],
      ['Multiplier', 1],
      ['Ceiling Height {m}', zone.volumeM3 / zone.floorAreaM2],
      ['Volume {m3}', zone.volumeM3],
      ['Floor Area {m2}', zone.floorAreaM2],
    );
    writeFurniture(zone, name, airJPerM3K, writing);
    writeInfiltration(zone, name, writing);
    (zone.ventilation ?? []).forEach((each, index) => writeVentilation(zone, name, each, index, writing));
    writeGains(zone, name, writing);
  }
  writeExchanges(writing);
}

const zoneName = (id: string, { document }: Writing): string => document.name('zone', id, id);

function writeFurniture(
  { volumeM3, furnitureJPerK }: Zone,
  name: string,
  airJPerM3K: number,
  { document }: Writing,
): void {
  if (!furnitureJPerK) return;
  document.object(
    'ZoneCapacitanceMultiplier:ResearchSpecial',
    ['Name', document.name('capacitance', name, `${name} furniture`)],
    ['Zone or ZoneList Name', name],
    ['Temperature Capacity Multiplier', 1 + furnitureJPerK / (volumeM3 * airJPerM3K)],
    ['Humidity Capacity Multiplier', 1],
    ['Carbon Dioxide Capacity Multiplier', 1],
    ['Generic Contaminant Capacity Multiplier', 1],
  );
}

function writeInfiltration({ infiltration }: Zone, name: string, { document, schedules }: Writing): void {
  if (!infiltration) return;
  document.object(
    'ZoneInfiltration:DesignFlowRate',
    ['Name', document.name('infiltration', name, `${name} infiltration`)],
    ['Zone or ZoneList or Space or SpaceList Name', name],
    ['Schedule Name', schedules.factor(infiltration.course)],
    ['Design Flow Rate Calculation Method', 'AirChanges/Hour'],
    ['Design Flow Rate {m3/s}', ''],
    ['Flow Rate per Floor Area {m3/s-m2}', ''],
    ['Flow Rate per Exterior Surface Area {m3/s-m2}', ''],
    ['Air Changes per Hour {1/hr}', infiltration.airChangesPerH],
    ['Constant Term Coefficient', 1],
    ['Temperature Term Coefficient', 0],
    ['Velocity Term Coefficient', 0],
    ['Velocity Squared Term Coefficient', 0],
  );
}

/**
 * A flow with recovery is two: the share that is not recovered always, the rest while the recovery is bypassed. The ideal loads
 * system has a recovery of its own, but it works only while that system heats or cools.
 */
function writeVentilation(
  zone: Zone,
  name: string,
  each: Ventilation,
  index: number,
  writing: Writing,
): void {
  const flowM3PerS = ((each.airChangesPerH ?? 0) * zone.volumeM3) / 3600 + (each.flowM3PerS ?? 0);
  const recovery = each.heatRecoveryShare ?? 0;
  const wanted = `${name} ${each.name ?? `ventilation ${index + 1}`}`;
  const { byK = ALWAYS, aboveDegC = ALWAYS } = each.onlyCooling ?? {};
  const part = (suffix: string, share: number, deltaK: number, minimum: number | string): void =>
    writeFlow(wanted + suffix, name, each, flowM3PerS * share, deltaK, minimum, writing);
  if (recovery < 1) part('', 1 - recovery, byK, aboveDegC);
  if (recovery <= 0) return;
  part(' bypass', recovery, Math.max(byK, 0), bypassSchedule(zone, name, aboveDegC, writing));
  writing.document.report('note', 'idf-heat-recovery', `zone "${zone.id}" ventilation[${index}]`, {
    message:
      'Heat recovery is written as two flows: the share that is not recovered, and the rest while the recovery is bypassed.',
    remedy:
      'Nothing to do: this is what Gridtwin computes. EnergyPlus counts the smaller flow as outdoor air.',
    value: recovery,
  });
}

function bypassSchedule(zone: Zone, name: string, aboveDegC: number, { schedules }: Writing): string {
  const held = schedules.values(zone.heating?.setpointDegC, NaN);
  const above = held.map((setpoint) =>
    Math.max((Number.isNaN(setpoint) ? USUAL_HEATING_DEG_C : setpoint) + BYPASS_ABOVE_K, aboveDegC),
  );
  return schedules.write(`${name} bypass above`, 'Temperature', above);
}

function writeFlow(
  wanted: string,
  zone: string,
  { course }: Ventilation,
  flowM3PerS: number,
  deltaK: number,
  minimum: number | string,
  { document, schedules }: Writing,
): void {
  const scheduled = typeof minimum === 'string';
  document.object(
    'ZoneVentilation:DesignFlowRate',
    ['Name', document.name('ventilation', `${zone}/${wanted}`, wanted)],
    ['Zone or ZoneList or Space or SpaceList Name', zone],
    ['Schedule Name', schedules.factor(course)],
    ['Design Flow Rate Calculation Method', 'Flow/Zone'],
    ['Design Flow Rate {m3/s}', flowM3PerS],
    ['Flow Rate per Floor Area {m3/s-m2}', ''],
    ['Flow Rate per Person {m3/s-person}', ''],
    ['Air Changes per Hour {1/hr}', ''],
    ['Ventilation Type', 'Balanced'],
    ['Fan Pressure Rise {Pa}', 0],
    ['Fan Total Efficiency', 1],
    ['Constant Term Coefficient', 1],
    ['Temperature Term Coefficient', 0],
    ['Velocity Term Coefficient', 0],
    ['Velocity Squared Term Coefficient', 0],
    ['Minimum Indoor Temperature {C}', scheduled ? ALWAYS : Math.min(minimum, 100)],
    ['Minimum Indoor Temperature Schedule Name', scheduled ? minimum : ''],
    ['Maximum Indoor Temperature {C}', 100],
    ['Maximum Indoor Temperature Schedule Name', ''],
    ['Delta Temperature {deltaC}', deltaK],
  );
}

function writeGains({ id, gains }: Zone, name: string, { document, schedules }: Writing): void {
  (gains ?? []).forEach((gain, index) => {
    const wanted = `${name} ${gain.name ?? `gain ${index + 1}`}`;
    document.object(
      'OtherEquipment',
      ['Name', document.name('equipment', `${id}/${index}`, wanted)],
      ['Fuel Type', 'None'],
      ['Zone or ZoneList or Space or SpaceList Name', name],
      ['Schedule Name', schedules.factor(gain.course)],
      ['Design Level Calculation Method', 'EquipmentLevel'],
      ['Design Level {W}', gain.powerW],
      ['Power per Floor Area {W/m2}', ''],
      ['Power per Person {W/person}', ''],
      ['Fraction Latent', 0],
      ['Fraction Radiant', gain.radiativeShare],
      ['Fraction Lost', 0],
    );
  });
}

/** ZoneMixing warms or cools the zone that receives: one object each way. */
function writeExchanges(writing: Writing): void {
  const { document, schedules, model } = writing;
  (model.airExchanges ?? []).forEach(({ zones: [a, b], flowM3PerS, course }, index) => {
    for (const [to, from] of [
      [a, b],
      [b, a],
    ] as const) {
      const wanted = `${from} to ${to}`;
      document.object(
        'ZoneMixing',
        ['Name', document.name('mixing', `${index}/${wanted}`, wanted)],
        ['Zone or Space Name', zoneName(to, writing)],
        ['Schedule Name', schedules.factor(course)],
        ['Design Flow Rate Calculation Method', 'Flow/Zone'],
        ['Design Flow Rate {m3/s}', flowM3PerS],
        ['Flow Rate per Floor Area {m3/s-m2}', ''],
        ['Flow Rate per Person {m3/s-person}', ''],
        ['Air Changes per Hour {1/hr}', ''],
        ['Source Zone or Space Name', zoneName(from, writing)],
        ['Delta Temperature {deltaC}', 0],
      );
    }
  });
}
