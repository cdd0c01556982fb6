import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attributeWith } from '../../../src/engine/attributeWith';
import { evaluateWith } from '../../../src/engine/evaluate';
import { basisOf, districtKpis } from '../../../src/kpi';
import type { Outcome } from '../../../src/model/outcome';
import type { Scenario } from '../../../src/model/scenario';
import {
  compareScenarios,
  rememberYears,
  type Comparison,
  type Evaluations,
} from '../../../src/study/comparison';
import { inputsOf, tornadoOf, usualInputs } from '../../../src/study/sensitivity';
import { inProcessEngine } from '../../engine/inProcess';
import { inputOf, measure, smallTown } from '../../engine/smallTown';
import { all, valueOf } from './fakes';

/** A few houses on the real engine: what the table, the curves and the shares say is what the engine says. */
const engine = inProcessEngine(2);
const { scenario: today, ...input } = inputOf(smallTown(12));
const evaluate = evaluateWith(engine, input);
const blank: Scenario = {
  ...today,
  id: 'blank',
  name: 'Blank',
  seed: 99,
  measures: [measure('heatPumps', 0)],
};
const strained: Scenario = {
  ...today,
  id: 'strained',
  name: 'Strained',
  measures: [measure('heatPumps', 1), measure('vehiclesUnmanaged', 1), measure('rooftopPhotovoltaics', 1)],
  // So narrow that there is something to explain.
  limits: { profile: 'own', lowerPu: 0.99, upperPu: 1.01, loadingLimit: 0.1, source: 'a test' },
};
const asked: Scenario[] = [];
let evaluations: Evaluations;
let outcomes: Outcome<Comparison>[];
let comparison: Comparison;

beforeAll(async () => {
  evaluations = rememberYears((scenario) => (asked.push(scenario), evaluate(scenario)));
  outcomes = await all(
    compareScenarios(evaluations, {
      scenarios: [strained, today, blank],
      baseline: 1,
      wishes: { weights: { carbon: 1, peakImport: 1 } },
      attribute: attributeWith(engine, input),
      attribution: {},
    }),
  );
  comparison = valueOf(outcomes.at(-1));
}, 240_000);
afterAll(() => engine.dispose());

const of = (key: string) => comparison.scenarios.find((one) => one.key === key)!;

describe('a comparison on the engine', () => {
  it('streams partial results and then all of it, in the order asked for', () => {
    const seen = outcomes.map((outcome) => valueOf(outcome));
    expect(seen.map(({ status }) => status)).toEqual([
      ...Array<string>(seen.length - 1).fill('partial'),
      'complete',
    ]);
    expect(seen[0]!.pending).toEqual(['strained', 'blank']);
    expect(seen[0]!.scenarios.map(({ key }) => key)).toEqual(['baseline']);
    expect(comparison.scenarios.map(({ key }) => key)).toEqual(['strained', 'baseline', 'blank']);
    expect([comparison.pending, comparison.baselineKey]).toEqual([[], 'baseline']);
  });

  it('shows the engine’s own indicators, under the limits of each scenario', async () => {
    for (const scenario of [strained, today]) {
      const ran = valueOf(await engine.run({ ...input, scenario }));
      const kpis = districtKpis(ran, basisOf(scenario));
      const column = comparison.kpis.map(({ cells }) =>
        cells.find(({ scenarioKey }) => scenarioKey === scenario.id)!,
      );
      expect(column.map(({ value }) => value)).toEqual(kpis.map(({ value }) => value));
    }
    const outside = comparison.kpis.find(({ id }) => id === 'busesOutsideBand')!;
    expect(outside.cells.map(({ otherBasis }) => otherBasis)).toEqual([true, false, false]);
  });

  it('tells a blank scenario apart by nothing: every delta, every element, exactly 0', () => {
    const blank = comparison.kpis.map((row) => ({ id: row.id, ...row.cells[2]! }));
    // No panels: what becomes of their energy cannot be told in either.
    expect(blank.filter(({ value }) => Number.isNaN(value)).map(({ id }) => id)).toEqual(['selfConsumption']);
    const cells = blank.filter(({ value }) => !Number.isNaN(value));
    expect(
      cells.filter(({ delta, verdict, sign }) => delta !== 0 || verdict !== 'same' || sign !== '0'),
    ).toEqual([]);
    const figures = of('blank').elements.flatMap(({ figures: found }) => found);
    expect(figures.length).toBeGreaterThan(50);
    expect(figures.filter(({ delta }) => delta !== 0)).toEqual([]);
    expect(of('strained').elements.some(({ figures: found }) => found.some(({ delta }) => delta !== 0))).toBe(
      true,
    );
    // A measure that nobody takes is no year of its own.
    expect(asked.filter(({ id }) => id === 'blank')).toEqual([]);
  });

  it('gives curves of one length, the duration curve the same hours by size', () => {
    for (const { nodes, year } of comparison.scenarios) {
      expect(nodes.map(({ id }) => id)).toEqual(['district', ...year.result.rows.transformerIds]);
      for (const { hourlyW, durationW, cuts, ...whole } of nodes) {
        expect([hourlyW.length, durationW.length]).toEqual([8760, 8760]);
        expect(durationW).toEqual(Float64Array.from([...hourlyW].sort((a, b) => b - a)));
        expect(durationW[0]).toBe(whole.peakIn.powerW);
        for (const { parts } of cuts)
          expect(parts.reduce((sum, { inJ }) => sum + inJ, 0) / whole.inJ).toBeCloseTo(1, 10);
      }
    }
    expect(of('strained').nodes[0]!.hourlyW).toEqual(of('strained').year.result.table.sourcePW);
  });

  it('shares the difference among the measures: all of it, in 2^3 years', () => {
    const { attribution } = of('strained');
    // Limits are counted otherwise too: a player that runs nothing.
    expect(attribution!.players.map(({ id }) => id)).toEqual(['heatPumps', 'vehiclesUnmanaged', 'rooftopPhotovoltaics', '(limits)']); // prettier-ignore
    expect(attribution).toMatchObject({ status: 'complete', method: 'exact' });
    expect(asked).toHaveLength(8);
    expect(comparison.evaluations).toBe(8);
    // Without panels there is no self-consumption: in coalitions without them it cannot be told.
    const untold = attribution!.kpis.filter(({ delta }) => Number.isNaN(delta)).map(({ id }) => id);
    expect(untold).toEqual(['selfConsumption']);
    for (const { id, shares, delta, from, to } of attribution!.kpis.filter(
      ({ id: each }) => !untold.includes(each),
    )) {
      const sum = shares.reduce((total, { value }) => total + value, 0);
      expect(Math.abs(sum - delta), id).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(from), Math.abs(to)));
    }
    const shareOf = (kpiId: string, row: number) =>
      attribution!.kpis.find(({ id }) => id === kpiId)!.shares[row]!.value;
    // Cars burn no gas, panels need no electricity; nobody's share is another's.
    expect([shareOf('fuel', 1), shareOf('fuel', 2), shareOf('electricityUse', 2)]).toEqual([0, 0, 0]);
    expect(shareOf('fuel', 0)).toBe(attribution!.kpis.find(({ id }) => id === 'fuel')!.delta);
    expect(shareOf('busesOutsideBand', 3)).toBeGreaterThan(0);
    expect(shareOf('carbon', 3)).toBe(0);
    expect(of('baseline').attribution).toBeUndefined();
    expect(of('blank').attribution!.players.every(({ id }) => id === 'heatPumps')).toBe(true);
  });

  it('explains the worst hours of a violation: end uses and losses sum to the load, and so do buildings', () => {
    const { explanations, violations } = of('strained');
    expect(violations.length).toBeGreaterThan(0);
    expect(explanations.length).toBeGreaterThan(0);
    for (const { violation, hours } of explanations) {
      expect(hours.map(({ step }) => step)).toEqual(violation.topSteps);
      for (const { loadW, endUses, contributors, others, storageW, lossW, residualW } of hours) {
        const uses = endUses.reduce((sum, { powerW }) => sum + powerW, 0);
        const buildings = contributors.reduce((sum, { netW }) => sum + netW, 0) + others.netW;
        for (const sum of [uses, buildings])
          expect(Math.abs(sum + storageW + lossW - loadW)).toBeLessThan(
            1e-4 * Math.max(1, Math.abs(loadW) * 1e-3),
          );
        expect(Math.abs(residualW)).toBeLessThan(0.1);
        expect(lossW).toBeGreaterThan(0);
      }
    }
  });

  it('says what differs in the inputs, and ranks', () => {
    expect(of('strained').sentences.some((text) => text.startsWith('Heat pumps is new'))).toBe(true);
    expect(of('baseline').differences).toEqual([]);
    expect(comparison.decision!.ranking.ranked.map(({ id }) => id).sort()).toEqual([
      'baseline',
      'blank',
      'strained',
    ]);
  });

  it('asks nothing more of the engine for prices: a tornado over all of them, on years that are there', async () => {
    const before = asked.length;
    const prices = usualInputs(strained).filter(({ runs }) => !runs);
    const found = valueOf(
      (await all(tornadoOf(evaluations, strained, prices, ['energyCost', 'carbon']))).at(-1),
    );
    expect(asked).toHaveLength(before);
    expect(found.rows.length).toBeGreaterThan(10);
    // Cost is linear in each price: the swing is its range times the energy that carries it.
    const [grid] = valueOf(inputsOf(strained, [{ id: 'electricityPriceEurPerKwh' }]));
    const { swing } = found.rows.find(({ input: one }) => one.id === grid!.id)!.bars[0]!;
    const importKwh = comparison.kpis.find(({ id }) => id === 'gridImport')!.cells[0]!.value / 3.6e6;
    expect(swing / ((grid!.high - grid!.low) * importKwh)).toBeCloseTo(1, 9);
  });
});

describe('a comparison that cannot be', () => {
  it('ends with issues: no such baseline, a wish for what is no indicator, a scenario that does not fold', async () => {
    const wrong = await all(compareScenarios(evaluations, { scenarios: [today], baseline: 4 }));
    expect(wrong.map(({ ok }) => ok)).toEqual([false]);
    const wished = { scenarios: [today, strained], baseline: 0, wishes: { weights: { magic: 1 } } };
    const refused = await all(compareScenarios(evaluations, wished));
    expect(refused.map(({ ok }) => ok)).toEqual([false]);
    const broken = { ...strained, id: 'broken', measures: [measure('heatPumps', 3)] };
    const folded = await all(compareScenarios(evaluations, { scenarios: [today, broken], baseline: 0 }));
    expect(folded.map(({ ok }) => ok)).toEqual([true, false]);
    expect(folded.at(-1)!.issues[0]).toMatchObject({ code: 'measure-refused' });
  });
});
