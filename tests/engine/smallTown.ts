import type { District } from '../../src/model/district';
import type { RunInput } from '../../src/model/run';
import type { Measure, MeasureType, Scenario } from '../../src/model/scenario';
import { baselineScenario, hashDistrict } from '../../src/scenario';
import { synthesiseNetwork } from '../../src/synthesis/network';
import { generateTown } from '../../src/synthesis/town';
import { weatherOfDistrict } from '../../src/synthesis/weatherOfDistrict';

const BUILDINGS = 40;

/** A corner of the reference town with a network of its own: big enough for every measure, small enough for many years. */
export function smallTown(buildings = BUILDINGS): District {
  const town = generateTown(11);
  const outcome = synthesiseNetwork({
    ...town,
    id: 'small-town',
    buildings: town.buildings.slice(0, buildings),
  });
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('; '));
  return outcome.value;
}

export function inputOf(district: District, scenario?: Partial<Scenario>): RunInput {
  const weather = weatherOfDistrict(district);
  if (!weather.ok) throw new Error('no weather');
  return {
    district,
    baseEdits: [],
    weather: weather.value,
    scenario: { ...baselineScenario(district, hashDistrict(district), 2026), ...scenario },
    stepS: 3600,
  };
}

export function measure(type: MeasureType, adoption: number): Measure {
  return { id: type, type, adoption, parameters: {} };
}
