import { basisOf, districtKpis } from '../../../src/kpi';
import { END_USES } from '../../../src/model/run';
import type { Scenario } from '../../../src/model/scenario';
import { allocate } from '../../../src/sim/arrays/layout';
import { RUN_RESULTS, type RunTable } from '../../../src/sim/arrays/results';
import type { RunResult } from '../../../src/study/runResult';
import type { ScenarioYear } from '../../../src/study/scenarioYear';
import { handmade } from '../../scenario/selectors/street';

export const HOURS = 8760;

export interface Rows {
  readonly buses?: readonly string[];
  readonly lines?: readonly string[];
  readonly transformers?: readonly string[];
}

/** A year of hours that nobody has solved: every number is the test's own. Starts on a Monday. */
export function handYear(
  scenario: Scenario,
  fill: (table: RunTable) => void = () => undefined,
  { buses = ['b1', 'b2'], lines = ['l1', 'l2'], transformers = ['t1'] }: Rows = {},
): ScenarioYear {
  const table = allocate(RUN_RESULTS, {
    building: 1,
    endUse: END_USES.length,
    state: 1,
    carrier: 3,
    bus: buses.length,
    branch: lines.length + transformers.length,
    transformer: transformers.length,
    feeder: 1,
    storage: 0,
    step: HOURS,
    chunk: 53,
    stateChunk: 14,
    one: 1,
  });
  table.iterations.fill(3);
  table.busVMinPu.fill(1);
  table.busVMaxPu.fill(1);
  fill(table);
  const rows = {
    buildingIds: ['h'],
    busIds: buses,
    branchIds: [...lines, ...transformers],
    lineCount: lines.length,
    transformerIds: transformers,
    feederIds: ['f'],
    storageIds: [],
    endUses: END_USES,
  };
  const result: RunResult = {
    engineVersion: 'test',
    inputHash: '',
    resultHash: '',
    stepS: 3600,
    stepCount: HOURS,
    chunkSteps: 168,
    startWeekday: 0,
    utcOffsetMin: 60,
    rows,
    table,
  };
  return { scenario, district: handmade, result, kpis: districtKpis(result, basisOf(scenario)) };
}
