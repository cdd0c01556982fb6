import { describe, expect, it, beforeAll } from 'vitest';
import { transformerRatings } from '../../../src/kpi/dynamicRating';
import type { RunInput } from '../../../src/model/run';
import { LIMIT_PROFILES } from '../../../src/model/limits';
import {
  canConnect,
  YearLoads,
  type ConnectAnswer,
  type ConnectQuestion,
  type StepViolation,
} from '../../../src/study/canConnect';
import { judge } from '../../../src/study/canConnect/judge';
import { moreWorks, NO_WORKS } from '../../../src/study/canConnect/reinforcement';
import { extremesOf, solveSteps, type Extremes } from '../../../src/study/canConnect/solved';
import { compileRun, type CompiledRun } from '../../../src/study/compiledRun';
import { networkChunk } from '../../../src/study/networkChunk';
import { scenarioCosts } from '../../../src/study/scenarioCosts';
import type { RunResult } from '../../../src/study/runResult';
import { inProcessEngine } from '../../engine/inProcess';
import { inputOf, smallTown } from '../../engine/smallTown';

const district = smallTown(12);
const input: RunInput = inputOf(district);
const network = district.network!;
const lv = district.buildings.map(({ connection }) => connection!.busId);
let result: RunResult;
let run: CompiledRun;

beforeAll(async () => {
  const engine = inProcessEngine(1);
  const ran = await engine.run(input);
  engine.dispose();
  const compiled = compileRun(input);
  if (!ran.ok || !compiled.ok) throw new Error('no year');
  result = ran.value;
  run = compiled.value;
});

const question = (pW: number, more: Partial<ConnectQuestion> = {}): ConnectQuestion => ({
  busId: lv[0]!,
  pW,
  direction: 'load',
  powerFactor: 1,
  phases: ['a', 'b', 'c'],
  limits: LIMIT_PROFILES['EN 50160'],
  ...more,
});

function answered(asked: ConnectQuestion): ConnectAnswer {
  const found = canConnect(input, result, asked);
  if (!found.ok) throw new Error(found.issues[0]!.message);
  return found.value;
}

describe('the loads of a year', () => {
  it('are those that the run was solved with, to the last bit, the second time too', () => {
    const loads = new YearLoads(run, result.table);
    for (const chunk of [3, 0, 3]) {
      const part = networkChunk(run, chunk, loads.chunk(chunk));
      const from = chunk * run.calendar.chunkSteps;
      expect(part.sourcePW).toEqual(result.table.sourcePW.slice(from, from + part.sourcePW.length));
    }
    const [first, second] = [200, 5];
    const columns = loads.columns([first, second]);
    const week = loads.chunk(1);
    for (let row = 0; row < 36; row += 1)
      expect(columns.netPW[2 * row]).toBe(week.netPW[row * week.steps + first - 168]);
    expect(columns.netPW[1]).toBe(loads.chunk(0).netPW[second]);
  });
});

const transformer = network.transformers[0]!;
const typeOf = ({ transformerTypeId }: typeof transformer) =>
  network.transformerTypes.find(({ id }) => id === transformerTypeId)!;

describe('what a bus takes', () => {
  it('is at a busbar the rating less what the transformer carries in its worst hour', () => {
    // At the busbar no cable and no voltage stands in the way; unity power factor adds to the load nearly in line.
    const { ratedSVa } = typeOf(transformer);
    const steps = result.stepCount;
    const baseVa = ratedSVa * Math.max(...result.table.transformerLoading.subarray(0, steps));
    const answer = answered(question(ratedSVa, { busId: transformer.toBusId }));
    expect(answer.verdict).toBe('no');
    expect(answer.binding).toMatchObject({ kind: 'transformerLoading', elementId: transformer.id });
    expect(answer.capacityBinding).toMatchObject({ kind: 'transformerLoading', elementId: transformer.id });
    expect(Math.abs(answer.capacityW / (ratedSVa - baseVa) - 1)).toBeLessThan(0.04);
    // A size larger is the whole answer, and its price is that of the list.
    expect(answer.reinforcement?.works.map(({ elementIds }) => elementIds)).toEqual([[transformer.id]]);
    expect(answer.reinforcement!.lowEur).toBeLessThan(answer.reinforcement!.highEur);
  });

  it('fits as found, and a little more does not', () => {
    const asked = question(100e3, { busId: lv[3]! });
    const { capacityW, resolutionW, verdict, capacityBinding } = answered(asked);
    expect(verdict).toBe('no');
    expect(capacityW).toBeGreaterThan(0);
    const fits = answered({ ...asked, pW: capacityW });
    expect([fits.verdict, fits.broken]).toEqual(['yes', []]);
    const more = answered({ ...asked, pW: capacityW + 2 * resolutionW });
    expect([more.verdict, more.binding?.elementId]).toEqual(['no', capacityBinding?.elementId]);
    // Two thirds of the conductors are left out.
    const onePhase = answered({ ...asked, phases: ['b'] });
    expect(onePhase.capacityW).toBeLessThan(capacityW / 2);
  });

  it('is stopped by rising voltage or by cables where it generates, never by voltage that is too low', () => {
    const answer = answered(question(400e3, { direction: 'generation' }));
    expect(answer.verdict).toBe('no');
    expect(answer.broken.map(({ kind }) => kind)).not.toContain('undervoltage');
  });

  it('does not blame it for what was broken before elsewhere', () => {
    const { table, rows } = result;
    const worst = table.branchLoadingMax.indexOf(Math.max(...table.branchLoadingMax));
    const feeds = district.buildings.findIndex(({ id }) => rows.branchIds[worst]!.endsWith(id));
    const other = lv.find((_, row) => row !== feeds)!;
    const limits = { ...LIMIT_PROFILES['EN 50160'], loadingLimit: table.branchLoadingMax[worst]! - 0.01 };
    const answer = answered(question(100, { busId: other, limits }));
    expect(answer.existing).toBeGreaterThan(0);
    expect([answer.verdict, answer.broken]).toEqual(['yes', []]);
  });
});

describe('a power at which the power flow has no solution', () => {
  it('is met by copper of the whole way, as far as there is any, and what fits does not depend on what was asked', () => {
    const [much, far, little] = [600e3, 3e6, 100e3].map((pW) => answered(question(pW, { busId: lv[3]! })));
    expect(much!.broken).toMatchObject([{ kind: 'noSolution' }]);
    expect(much!.reinforcement!.measures.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['transformerReplacement', 'cableReplacement']),
    );
    expect([far!.reinforcement, far!.withoutReinforcement]).toEqual([null, 'doesNotDo']);
    for (const { capacityW } of [much!, far!])
      expect(Math.abs(capacityW - little!.capacityW)).toBeLessThanOrEqual(Math.max(100, 0.005 * capacityW));
    expect(little!.resolutionW).toBe(Math.max(100, 0.005 * little!.capacityW));
  }, 120_000);

  it('is dated at the first step without one', () => {
    const quiet: Extremes = {
      ...extremesOf(result.table, new Float64Array(network.transformers.length).fill(1)),
      unsolved: 0,
    };
    const judged = judge(
      { ...quiet, unsolved: 2, unsolvedStep: 4711 },
      quiet,
      result.rows,
      question(1).limits,
    );
    expect(judged.broken).toMatchObject([{ kind: 'noSolution', step: 4711 }]);
    const solved = solveSteps(
      run.network,
      [17, 4711],
      new YearLoads(run, result.table).columns([17, 4711]),
      { pW: [0, 0, 0], qVar: [0, 0, 0] },
      quiet.ratings,
    );
    expect([solved.unsolved, solved.unsolvedStep]).toEqual([0, -1]);
  });

  it('is told apart from something that no copper on the way is for', () => {
    const found: StepViolation = { kind: 'undervoltage', elementId: transformer.toBusId, node: 0, usage: 2, value: 0.8, limit: 0.9, step: 0 }; // prettier-ignore
    expect(moreWorks(NO_WORKS, [found], network, result.rows, lv[0]!)).toBeNull();
    const stuck = { ...found, kind: 'noSolution', elementId: '' } as const;
    const works = moreWorks(NO_WORKS, [stuck], network, result.rows, lv[0]!)!;
    expect([...works.sizes.values(), ...works.lines.values()].every((count) => count === 1)).toBe(true);
    expect([works.sizes.size, works.lines.size > 0]).toEqual([1, true]);
  });
});

it('holds a transformer with a dynamic rating against that of the year with the addition', () => {
  const hotSpot = (hotSpotLimitDegC: number): RunInput => {
    const transformers = network.transformers.map((one) => ({ ...one, dynamicRating: { hotSpotLimitDegC } }));
    return { ...input, district: { ...district, network: { ...network, transformers } } };
  };
  const { ratedSVa } = typeOf(transformer);
  const asked = question(ratedSVa, { busId: transformer.toBusId });
  const [cool, plain, warm] = [hotSpot(85), input, hotSpot(120)].map((one) => {
    const found = canConnect(one, result, asked);
    if (!found.ok) throw new Error('no answer');
    return found.value;
  });
  expect(cool!.capacityW).toBeLessThan(0.9 * plain!.capacityW);
  expect(warm!.capacityW).toBeGreaterThan(1.1 * plain!.capacityW);
  // The course with the addition is flat: it may carry less than the year before lets expect.
  const before = transformerRatings(result.table, 3600, hotSpot(120).district.network!.transformers)[0]!;
  expect(warm!.binding!.limit).toBeLessThan(before);
}, 120_000);

describe('reinforcement', () => {
  it('built in a scenario lets the power in, and costs there what was said', async () => {
    const asked = question(150e3);
    const answer = answered(asked);
    const { reinforcement } = answer;
    expect(answer.verdict).toBe('no');
    expect(reinforcement!.works.length).toBeGreaterThan(0);
    const measures = reinforcement!.measures;
    const scenario = { ...input.scenario, measures };
    const built = { ...input, scenario };
    const engine = inProcessEngine(1);
    const ran = await engine.run(built);
    engine.dispose();
    if (!ran.ok) throw new Error('no year');
    const again = canConnect(built, ran.value, asked);
    expect(again.ok && again.value.verdict).toBe('yes');
    const costs = scenarioCosts(built);
    expect(costs.ok && costs.value.total.typicalEur).toBeCloseTo(reinforcement!.typicalEur, 6);
  });
});

it('names a bus that there is not', () => {
  const found = canConnect(input, result, question(1e3, { busId: 'nowhere' }));
  expect(found.ok).toBe(false);
  expect(found.issues[0]).toMatchObject({ code: 'connect-no-supply', where: 'nowhere' });
});
