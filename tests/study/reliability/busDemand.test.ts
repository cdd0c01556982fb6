import { describe, expect, it } from 'vitest';
import { FACTORS } from '../../../src/kpi';
import type { BuildingUse } from '../../../src/model/building';
import { END_USES } from '../../../src/model/run';
import { allocate } from '../../../src/sim/arrays/layout';
import { RUN_RESULTS } from '../../../src/sim/arrays/results';
import type { RunResult } from '../../../src/study/runResult';
import { reliabilityStudy } from '../../../src/study/reliability';
import { customersOf } from '../../../src/model/customers';
import { busDemand } from '../../../src/study/reliability/customers';
import { districtOf, HOMES, RING } from '../../measures/network/ring';

const district = districtOf(RING, HOMES);
const YEAR_S = 8760 * 3600;

/** Two steps; every home imports 1 kW on average, the last 14 kW; the stations peak at 8, 3 and 30 kW. */
function madeRun(): RunResult {
  const { buildings, network } = district;
  const transformerIds = network!.transformers.map(({ id }) => id);
  const sizes = { building: buildings.length, endUse: END_USES.length, state: 0, carrier: 3, bus: 0, branch: 0, transformer: 3, feeder: 0, storage: 0, step: 2, chunk: 0, stateChunk: 0, one: 1 }; // prettier-ignore
  const table = allocate(RUN_RESULTS, sizes);
  buildings.forEach(({ households }, row) => (table.buildingImportJ[row] = households * 1000 * YEAR_S));
  table.transformerPW.set([5000, 8000, 3000, 1000, -40_000, 30_000]);
  const names = { branchIds: [], busIds: [], feederIds: [], storageIds: [], lineCount: 0, endUses: END_USES };
  return {
    ...{ engineVersion: 'x', inputHash: 'x', resultHash: 'x', stepS: 3600, stepCount: 2, chunkSteps: 2 },
    ...{ startWeekday: 0, utcOffsetMin: 0, table },
    rows: { ...names, buildingIds: buildings.map(({ id }) => id), transformerIds },
  };
}

const at = (column: Float64Array, busId: string) => column[RING.buses.findIndex(({ id }) => id === busId)];

describe('customers and power at the buses', () => {
  it('are one a household, and one business in a building that is no home or holds nobody', () => {
    const of = (use: BuildingUse) => [0, 1, 14].map((households) => customersOf({ use, households }));
    expect(of('apartment')).toEqual([1, 1, 14]);
    // A restaurant under fourteen flats is a fifteenth customer.
    expect(of('restaurant')).toEqual([1, 2, 15]);
  });

  it('come from the run: the mean of imports, and the peak of the station shared by imports', () => {
    const { meanW, peakW, customers, basis } = busDemand({ ...district, network: RING }, madeRun());
    expect(basis).toBe('run');
    expect(at(meanW, 'a1')).toBeCloseTo(1000, 9);
    expect(at(meanW, 'c1')).toBeCloseTo(14_000, 8);
    // Five homes share 8 kW.
    expect(at(peakW, 'a1')).toBeCloseTo(1600, 9);
    expect(at(peakW, 'b1')).toBeCloseTo(3000, 9);
    expect(at(peakW, 'c1')).toBeCloseTo(30_000, 8);
    expect(at(customers, 'c1')).toBe(14);
  });

  it('are those of its own meter for a building at MV, whatever transformer stands above it', () => {
    // The grid behind a transformer from 110 kV, and a factory at the ring.
    const above = { ...RING.transformers[2]!, id: 'T-HV', fromBusId: 'HV', toBusId: 'MV-0' };
    const network = {
      ...RING,
      buses: [...RING.buses, { ...RING.buses[0]!, id: 'HV', nominalVoltageV: 110_000 }],
      transformers: [...RING.transformers, above],
      sources: [{ ...RING.sources[0]!, busId: 'HV' }],
    };
    const [first, ...others] = district.buildings;
    const factory = { ...first!, connection: { ...first!.connection!, busId: 'MV-C' } };
    const run = madeRun();
    const peaksW = Float64Array.of(...run.table.transformerPW, 90_000, 80_000);
    run.table.buildingNetMaxW[0] = 7000;
    const made = {
      ...run,
      rows: { ...run.rows, transformerIds: [...run.rows.transformerIds, 'T-HV'] },
      table: { ...run.table, transformerPW: peaksW },
    };
    const { peakW } = busDemand({ ...district, buildings: [factory, ...others], network }, made);
    expect(peakW[network.buses.findIndex(({ id }) => id === 'MV-C')]).toBe(7000);
    // Four homes are left to share the 8 kW of their station.
    expect(at(peakW, 'a2')).toBeCloseTo(2000, 9);
  });

  it('tell the energy that is not supplied', () => {
    const outcome = reliabilityStudy(district, FACTORS, madeRun());
    if (!outcome.ok) throw new Error('no study');
    const { notSuppliedJ, customerMin } = outcome.value.expected;
    // 1 kW a customer: as many kW min as customer minutes.
    expect(notSuppliedJ / 60_000).toBeCloseTo(customerMin, 9);
  });

  it('without a run are the estimate that measures rank by, and no mean', () => {
    const { meanW, peakW, basis } = busDemand({ ...district, network: RING });
    expect(basis).toBe('estimate');
    expect(at(meanW, 'a1')).toBeNaN();
    // pylovo: 30 kW a household, of which 7 % stay.
    expect(at(peakW, 'c1')).toBeCloseTo(14 * 2100, 9);
  });
});
