import centralEurope from '../../../scenarios/climates/centralEurope.json';
import hotDesert from '../../../scenarios/climates/hotDesert.json';
import hotMonsoon from '../../../scenarios/climates/hotMonsoon.json';
import humidTropic from '../../../scenarios/climates/humidTropic.json';
import mediterranean from '../../../scenarios/climates/mediterranean.json';
import nordic from '../../../scenarios/climates/nordic.json';
import { readClimateNormals } from './check';
import type { ClimateNormals } from './normals';

export const CLIMATE_NAMES = [
  'nordic',
  'centralEurope',
  'mediterranean',
  'hotDesert',
  'hotMonsoon',
  'humidTropic',
] as const;
export type ClimateName = (typeof CLIMATE_NAMES)[number];

function shipped(name: ClimateName, content: unknown): ClimateNormals {
  const outcome = readClimateNormals(content, `${name}.json`);
  if (outcome.ok) return outcome.value;
  // A broken file of our own is a defect of the build; the tests read every one.
  throw new Error(outcome.issues.map((issue) => `${issue.field ?? ''}: ${issue.message}`).join('; '));
}

/** The climates that come with the project. */
export const CLIMATES: Readonly<Record<ClimateName, ClimateNormals>> = {
  nordic: shipped('nordic', nordic),
  centralEurope: shipped('centralEurope', centralEurope),
  mediterranean: shipped('mediterranean', mediterranean),
  hotDesert: shipped('hotDesert', hotDesert),
  hotMonsoon: shipped('hotMonsoon', hotMonsoon),
  humidTropic: shipped('humidTropic', humidTropic),
};

/** Normals of a shipped climate, or undefined for a name that is none. */
export function climateNormals(name: string): ClimateNormals | undefined {
  return CLIMATE_NAMES.find((known) => known === name) === undefined
    ? undefined
    : CLIMATES[name as ClimateName];
}
