import { describe, expect, it } from 'vitest';
import { END_USES } from '../../../src/model/run';
import type { Building } from '../../../src/model/building';
import { allocate } from '../../../src/sim/arrays/layout';
import { RUN_RESULTS } from '../../../src/sim/arrays/results';
import { occupantsOf } from '../../../src/study/money/occupants';
import type { RunResult } from '../../../src/study/runResult';
import { householdOf } from '../../../src/sim/devices/household';
import { manyHouses } from '../../measures/districts';

/**
 * A restaurant under three flats. The cheapest wrong program bills flats for what is drawn for them, although the run has scaled it or
 * feedback has saved of it: the difference would be the restaurant's.
 */
const SEED = 5;
const YEAR_S = 365 * 86_400;
const LIGHTS_J = 9e11;
const flats = (change: Partial<Building> = {}): Building => ({
  ...manyHouses(1).buildings[0]!,
  ...{ use: 'restaurant', households: 3, ...change },
});
function electricityJ(building: Building): readonly number[] {
  const sizes = { building: 1, endUse: END_USES.length, state: 0, carrier: 3, bus: 0, branch: 0, transformer: 0, feeder: 0, storage: 0, step: 1, chunk: 0, stateChunk: 0, one: 1 }; // prettier-ignore
  const table = allocate(RUN_RESULTS, sizes);
  table.buildingEndUseJ[END_USES.indexOf('appliancesAndLight')] = LIGHTS_J;
  return occupantsOf(building, 0, { table } as unknown as RunResult, SEED).map((one) => one.electricityJ);
}
const drawnJ = (index: number): number => householdOf(SEED, flats().id, index, 'restaurant').meanW * YEAR_S;

describe('parts of what a building draws', () => {
  it('are of a flat its appliances as drawn, and the rest the business’s', () => {
    const parts = electricityJ(flats());
    [0, 1, 2].forEach((index) => expect(parts[index]! / drawnJ(index)).toBeCloseTo(1, 12));
    expect(parts[3]! / (LIGHTS_J - drawnJ(0) - drawnJ(1) - drawnJ(2))).toBeCloseTo(1, 12);
  });

  it('are scaled where the run scales the households', () => {
    const householdElectricity = { value: 1.8, source: 'a meter', quality: 'accurate_measurement' } as const;
    const parts = electricityJ(flats({ householdElectricity }));
    [0, 1, 2].forEach((index) => expect(parts[index]! / drawnJ(index)).toBeCloseTo(1.8, 12));
    expect(parts[3]! / (LIGHTS_J - 1.8 * (drawnJ(0) + drawnJ(1) + drawnJ(2)))).toBeCloseTo(1, 12);
  });

  it('are less of those alone who save by what their meter shows', () => {
    const parts = electricityJ(flats({ consumptionFeedback: { households: [1], savedShare: 0.04 } }));
    [1, 0.96, 1].forEach((share, index) => expect(parts[index]! / drawnJ(index)).toBeCloseTo(share, 12));
    expect(parts.reduce((sum, one) => sum + one, 0) / LIGHTS_J).toBeCloseTo(1, 12);
  });
});
