import { beforeAll, describe, expect, it } from 'vitest';
import type { Building } from '../../src/model/building';
import type { RunInput } from '../../src/model/run';
import { shapesOf } from '../../src/sim/buildings/shape';
import { answerBlock, initialBlockState } from '../../src/study/blockChunk';
import { compileRun, loadsKeys, type CompiledRun } from '../../src/study/compiledRun';
import { NO_ROWS } from '../../src/study/loads/packedRows';
import { SHAPE_FACTS } from '../../src/study/openRuns';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * Runs open beside each other share what has the same content and nothing else. The cheapest wrong program shares by name:
 * so every input is a copy, and what differs must not be shared.
 */
const BUILDINGS = 20;
const ALL = Array.from({ length: BUILDINGS }, (_, row) => row);
let input: RunInput;
let first: CompiledRun;

function runOf(asked: RunInput, open: readonly CompiledRun[] = []): CompiledRun {
  const outcome = compileRun(structuredClone(asked), () => open);
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
}

beforeAll(() => {
  input = inputOf(smallTown(BUILDINGS), { measures: [measure('heatPumps', 0.4)] });
  first = runOf(input);
  first.compiled.take(ALL);
});

describe('a run beside an open one', () => {
  it('takes over all that is the same, building by building, and gives the bits it gives alone', () => {
    const { measures } = input.scenario;
    const scenario = { ...input.scenario, measures: [...measures, measure('wallInsulation', 0.5)] };
    const asked = { ...input, scenario };
    const beside = runOf(asked, [first]);
    const alone = runOf(asked);
    expect(beside.input.weather).toBe(first.input.weather);
    expect(beside.network).toBe(first.network);
    expect(beside.geometry).toBe(first.geometry);
    const [mine, theirs] = [loadsKeys(beside), loadsKeys(first)];
    expect(mine).toEqual(loadsKeys(alone));
    const same = ALL.filter((row) => mine[row] === theirs[row]);
    expect(same.length).toBeGreaterThan(0);
    expect(same.length).toBeLessThan(BUILDINGS);
    const compiled = beside.compiled.take(ALL).rows;
    expect(ALL.filter((row) => compiled[row] === first.compiled.take(ALL).rows[row])).toEqual(same);
    const state = initialBlockState(alone, 0);
    expect(initialBlockState(beside, 0)).toEqual(state);
    expect(answerBlock(beside, 0, 1, state, NO_ROWS, []).chunk).toEqual(
      answerBlock(alone, 0, 1, state, NO_ROWS, []).chunk,
    );
  });

  it('takes over neither another weather, nor another network, nor other heights', () => {
    const { weather, district, scenario } = input;
    const warmer = { ...weather, tempDegC: weather.tempDegC.map((degC) => degC + 1e-6) };
    expect(runOf({ ...input, weather: warmer }, [first]).input.weather).not.toBe(first.input.weather);
    const measures = [...scenario.measures, measure('feederBattery', 1)];
    const stored = runOf({ ...input, scenario: { ...scenario, measures } }, [first]);
    expect(stored.network).not.toBe(first.network);
    expect(stored.network.storageIds).not.toEqual(first.network.storageIds);
    const buildings = district.buildings.map((building, row) =>
      row === 4 ? { ...building, heightM: building.heightM + 1 } : building,
    );
    const raised = runOf({ ...input, district: { ...district, buildings } }, [first]);
    expect(raised.geometry).not.toBe(first.geometry);
    expect(raised.network).toBe(first.network);
  });
});

describe('the shape of a building', () => {
  it('is found from the facts that tell geometries apart, and from no others', () => {
    const { buildings } = input.district;
    const facts: readonly string[] = SHAPE_FACTS;
    const bare = buildings.map(
      (building) =>
        Object.fromEntries(Object.entries(building).filter(([fact]) => facts.includes(fact))) as Pick<
          Building,
          (typeof SHAPE_FACTS)[number]
        > as Building,
    );
    expect(shapesOf(bare)).toEqual(shapesOf([...buildings]));
  });
});
