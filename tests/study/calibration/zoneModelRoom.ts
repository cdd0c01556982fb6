import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBuildingFile } from '../../../src/io/buildingFile';
import type { BuildingModel, HeatingOrCooling, Zone } from '../../../src/model/buildingModel';
import type { Outcome } from '../../../src/model/outcome';
import { normal, randomKey } from '../../../src/sim/numeric/random';
import type { MeteredHours, MeteredUse } from '../../../src/study/calibration';

export function valueIn<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.issues.map(({ code, message }) => `${code}: ${message}`).join(' '));
}

const FILE = join(import.meta.dirname, '../../validation/bestest/cases/600.json');

/** One light room with two south windows, from the validation cases. */
export const room: BuildingModel = valueIn(readBuildingFile(readFileSync(FILE, 'utf8'), '600.json'));

/** The room with other figures in its only zone; written out here, not by the code under test. */
export function roomWith(change: {
  readonly airChangesPerH?: number;
  readonly gainW?: number;
  readonly heating?: HeatingOrCooling;
  readonly cooling?: HeatingOrCooling | 'none';
}): BuildingModel {
  const [zone] = room.zones as [Zone];
  const { cooling: usual, ...rest } = zone;
  const cooling = change.cooling ?? usual;
  return {
    ...room,
    zones: [
      {
        ...rest,
        infiltration: { airChangesPerH: change.airChangesPerH ?? zone.infiltration!.airChangesPerH },
        gains: [{ ...zone.gains![0]!, powerW: change.gainW ?? zone.gains![0]!.powerW }],
        heating: change.heating ?? zone.heating!,
        ...(cooling !== undefined && cooling !== 'none' && { cooling }),
      },
    ],
  };
}

/** A meter that shows these hours of the weather year, each with keyed noise of a share of its value. */
export function meterOf(powerW: Float64Array, use: MeteredUse, noise = 0, seed = 1): MeteredHours {
  const key = randomKey(seed, 'room', 'meter noise');
  return {
    pW: powerW.map((value, hour) => value * (1 + noise * normal(key, hour))),
    rowOfHour: Float64Array.from(powerW.keys()),
    monthOfHour: Int32Array.from(powerW.keys(), (hour) => 2023 * 12 + Math.min(11, Math.floor(hour / 730))),
    use,
  };
}
