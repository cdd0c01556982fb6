import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/state';
import { energyFlows, throughJ, type EnergyFlows } from '../../src/state/charts/energyFlows';
import { paretoMarks } from '../../src/state/charts/pareto';
import { sankeyLayout } from '../../src/state/charts/sankeyLayout';
import { kpisOf } from '../../src/state/view';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * The cheapest wrong programs: a Sankey that leaves out export or losses and stretches the rest until it fits, one whose two sides have different
 * scales, one that hides what does not close; a Pareto front that keeps ties of itself out or calls the cheapest dominated.
 */
const engine = inProcessEngine(1);
let result: RunResult;
let found: EnergyFlows;

beforeAll(async () => {
  const input = inputOf(smallTown(12), { year: 2035 });
  const measures = [measure('rooftopPhotovoltaics', 1), measure('homeBattery', 1)];
  const run = await engine.run({ ...input, scenario: { ...input.scenario, measures } });
  if (!run.ok) throw new Error('no year');
  result = run.value;
  found = energyFlows(result);
});
afterAll(() => engine.dispose());

const into = (node: string) =>
  found.flows.filter(({ to }) => to === node).reduce((sum, { energyJ }) => sum + energyJ, 0);
const outOf = (node: string) =>
  found.flows.filter(({ from }) => from === node).reduce((sum, { energyJ }) => sum + energyJ, 0);

describe('energy from its carriers to its uses', () => {
  it('closes: what comes to electricity leaves it, and next to nothing is left over', () => {
    expect(into('electricity') / outOf('electricity')).toBeCloseTo(1, 12);
    expect(found.leftOverShare).toBeLessThan(2e-4);
    // A real balance: each of these is there, and would be missed.
    for (const node of ['gridExport', 'gridLosses', 'batteries', 'photovoltaics'] as const)
      expect(throughJ(found.flows, node), node).toBeGreaterThan(1e-3 * found.totalJ);
  });

  it('is what the indicators of the year say', () => {
    const kpis = new Map(kpisOf(result).map(({ id, value }) => [id, value]));
    const of = (node: Parameters<typeof throughJ>[1]) => throughJ(found.flows, node);
    expect(of('gridImport')).toBeCloseTo(kpis.get('gridImport')!, 3);
    expect(of('gridExport')).toBeCloseTo(kpis.get('gridExport')!, 3);
    expect(of('fuelHeat') / kpis.get('fuel')!).toBeCloseTo(1, 9);
    expect(
      found.totalJ / (kpis.get('gridImport')! + kpis.get('generation')! + kpis.get('fuel')!),
    ).toBeCloseTo(1, 3);
  });

  it('is drawn at one scale, box by box and ribbon by ribbon, inside its frame', () => {
    const size = { width: 600, height: 300, boxWidth: 12, gap: 8 };
    const { boxes, ribbons } = sankeyLayout(found.flows, size);
    expect(new Set(boxes.map(({ node }) => node)).size).toBe(boxes.length);
    expect(ribbons).toHaveLength(found.flows.length);
    const [first] = boxes;
    for (const { height, energyJ, y } of boxes) {
      expect(height / energyJ).toBeCloseTo(first!.height / first!.energyJ, 12);
      expect(y + height).toBeLessThanOrEqual(size.height + 1e-6);
    }
    const filled = [0, 1, 2].map((column) =>
      boxes
        .filter((box) => box.column === column)
        .reduce((most, { y, height }) => Math.max(most, y + height), 0),
    );
    expect(Math.max(...filled)).toBeCloseTo(size.height, 6);
  });
});

it('of choices by cost and by what they leave, those that nothing beats are the front, and each other one names what beats it', () => {
  const point = (id: string, cost: number, left: number) => ({ id, name: id.toUpperCase(), cost, left });
  const marks = paretoMarks([
    ...[point('dear', 9, 0), point('cheap', 1, 8), point('middle', 4, 3)],
    ...[point('worse', 5, 3), point('twin', 4, 3), point('untold', Number.NaN, 0)],
  ]);
  expect(marks.map(({ id, dominatedBy }) => [id, dominatedBy])).toEqual([
    ['cheap', null],
    ['middle', null],
    ['twin', null],
    ['worse', 'MIDDLE'],
    ['dear', null],
  ]);
});
