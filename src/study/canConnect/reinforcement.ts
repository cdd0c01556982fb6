import { worstQuality } from '../../model/archetypes';
import { MEASURES, payerOf, type Payer } from '../../measures';
import { succeed, type Outcome } from '../../model/outcome';
import type { District } from '../../model/district';
import type { QualityClass } from '../../model/building';
import type { Network } from '../../model/network';
import type { Measure, MeasureType, Scenario } from '../../model/scenario';
import type { RunRows } from '../../sim/arrays/rows';
import type { CompiledNetwork } from '../../sim/powerflow/network';
import { foldScenario } from '../../scenario';
import { scenarioCosts, type CostInput } from '../scenarioCosts';
import { connectionOf, type ConnectQuestion } from './question';
import { withConnection } from './solved';
import type { StepViolation } from './judge';
import { branchesAbove } from './worstSteps';

/** Most that the measures of the library give. */
const MOST_SIZES = 6;
/** Of what is done along a line, step by step: cables beside it, then the thickest of the catalogue and cables beside that. */
const LINE_LEVELS = [
  { isThickest: false, cables: 1 },
  { isThickest: false, cables: 2 },
  { isThickest: true, cables: 0 },
  { isThickest: true, cables: 1 },
  { isThickest: true, cables: 2 },
  { isThickest: true, cables: 3 },
  { isThickest: true, cables: 4 },
] as const;

/** Work on elements of the network, by how much of it. */
export interface Works {
  /** Sizes a transformer is larger, by its id. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Levels of LINE_LEVELS from 1 on, by the id of the line. */
  readonly lines: ReadonlyMap<string, number>;
}

export const NO_WORKS: Works = { sizes: new Map(), lines: new Map() };

/**
 * One step more of copper for what is broken: a transformer a size larger, a level more along a full line, and for a voltage
 * along all lines of the low-voltage way to it, where nothing is full. Where the power flow has no solution nobody can say what
 * is full: both of the way to the addition, as far as there are sizes. Null where nothing is left to add.
 */
export function moreWorks(
  { sizes, lines }: Works,
  broken: readonly StepViolation[],
  network: Network,
  rows: RunRows,
  busId: string,
): Works | null {
  if (broken.some(({ kind }) => kind === 'noSolution'))
    return moreOfTheWay({ sizes, lines }, network, rows, busId);
  const idsOf = (wanted: StepViolation['kind']): string[] =>
    broken.flatMap(({ kind, elementId }) => (kind === wanted ? [elementId] : []));
  const [stations, full] = [idsOf('transformerLoading'), idsOf('lineLoading')];
  const [offBand] = [...idsOf('undervoltage'), ...idsOf('overvoltage')];
  const isFull = stations.length + full.length > 0;
  const wanted = isFull || offBand === undefined ? full : lowVoltageWay(network, offBand, rows);
  if (stations.length + wanted.length === 0) return null;
  const next = { sizes: more(sizes, stations), lines: more(lines, wanted) };
  const isWithin =
    [...next.sizes.values()].every((count) => count <= MOST_SIZES) &&
    [...next.lines.values()].every((level) => level <= LINE_LEVELS.length);
  return isWithin ? next : null;
}

const more = (works: ReadonlyMap<string, number>, ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...works, ...ids.map((id) => [id, (works.get(id) ?? 0) + 1] as const)]);

function moreOfTheWay({ sizes, lines }: Works, network: Network, rows: RunRows, busId: string): Works | null {
  const station = branchesAbove(network, busId).find((branch) => branch >= rows.lineCount);
  const roomIn = (works: ReadonlyMap<string, number>, ids: readonly string[], most: number) =>
    ids.filter((id) => (works.get(id) ?? 0) < most);
  const larger = roomIn(sizes, station === undefined ? [] : [rows.branchIds[station]!], MOST_SIZES);
  const thicker = roomIn(lines, lowVoltageWay(network, busId, rows), LINE_LEVELS.length);
  if (larger.length + thicker.length === 0) return null;
  return { sizes: more(sizes, larger), lines: more(lines, thicker) };
}

function lowVoltageWay(
  network: Network,
  busId: string,
  { lineCount, branchIds }: RunRows,
): readonly string[] {
  const above = branchesAbove(network, busId);
  const station = above.findIndex((branch) => branch >= lineCount);
  return above.slice(0, station < 0 ? above.length : station).map((branch) => branchIds[branch]!);
}

/** The works as measures of the library: one for each kind and amount. */
export function measuresOf({ sizes, lines }: Works): readonly Measure[] {
  const found = new Map<string, { type: MeasureType; parameter: string; amount: number; ids: string[] }>();
  const add = (type: MeasureType, parameter: string, amount: number, id: string): void => {
    const key = `${type} ${amount}`;
    const entry = found.get(key) ?? { type, parameter, amount, ids: [] };
    entry.ids.push(id);
    found.set(key, entry);
  };
  for (const [id, count] of sizes) add('transformerReplacement', 'steps', count, id);
  // Thicker first: a parallel cable is one of those that lie there then.
  for (const [id, level] of lines)
    if (LINE_LEVELS[level - 1]!.isThickest) add('cableReplacement', 'steps', MOST_SIZES, id);
  for (const [id, level] of lines) {
    const { cables } = LINE_LEVELS[level - 1]!;
    if (cables > 0) add('parallelCable', 'count', cables, id);
  }
  return [...found].map(([key, { type, parameter, amount, ids }]) => ({
    id: `can connect ${key}`,
    type,
    selector: { rule: { kind: 'ids', ids } },
    adoption: 1,
    parameters: { [parameter]: amount },
  }));
}

const withMeasures = (scenario: Scenario, measures: readonly Measure[]): Scenario => ({
  ...scenario,
  measures: [...scenario.measures, ...measures],
});

export interface Reinforced {
  readonly district: District;
  readonly network: CompiledNetwork;
}

/** The network with the works done, by the same fold as every run. */
export function reinforced(input: CostInput, works: Works, question: ConnectQuestion): Outcome<Reinforced> {
  const scenario = withMeasures(input.scenario, measuresOf(works));
  const folded = foldScenario(input.district, input.baseEdits, scenario);
  if (!folded.ok) return folded;
  const { buildings, network } = folded.value;
  const compiled = withConnection(network!, buildings, connectionOf(question));
  return compiled.ok ? succeed({ district: folded.value, network: compiled.value }) : compiled;
}

/** One kind of work with what it costs. */
export interface PricedWork {
  readonly words: string;
  readonly elementIds: readonly string[];
  readonly lowEur: number;
  readonly typicalEur: number;
  readonly highEur: number;
  readonly payer: Payer;
}

export interface PricedWorks {
  /** What a scenario is given to have them built. */
  readonly measures: readonly Measure[];
  readonly works: readonly PricedWork[];
  /** Once, before grants; NaN where a part has no price. */
  readonly lowEur: number;
  readonly typicalEur: number;
  readonly highEur: number;
  readonly quality: QualityClass;
}

/** Prices of the works as measures of a scenario: what they add to the cost of the scenario's own. */
export function priceWorks(input: CostInput, works: Works): Outcome<PricedWorks> {
  const measures = measuresOf(works);
  const costs = scenarioCosts({ ...input, scenario: withMeasures(input.scenario, measures) });
  if (!costs.ok) return costs;
  const own = measures.flatMap((measure) => {
    const { sum } = costs.value.byMeasure.find(({ measureId }) => measureId === measure.id)!;
    if (sum.lines === 0) return [];
    const known = (eur: number): number => (sum.notKnown.investment > 0 ? Number.NaN : eur);
    const rule = measure.selector?.rule;
    return [
      {
        words: wordsOf(measure),
        elementIds: rule?.kind === 'ids' ? rule.ids : [],
        lowEur: known(sum.lowEur),
        typicalEur: known(sum.typicalEur),
        highEur: known(sum.highEur),
        payer: payerOf(MEASURES[measure.type]),
        quality: sum.quality,
      },
    ];
  });
  const total = (of: (work: PricedWork) => number): number => own.reduce((sum, work) => sum + of(work), 0);
  const value = {
    measures,
    works: own.map(({ quality: _, ...work }) => work),
    lowEur: total(({ lowEur }) => lowEur),
    typicalEur: total(({ typicalEur }) => typicalEur),
    highEur: total(({ highEur }) => highEur),
    quality: worstQuality(own.map(({ quality }) => quality)),
  };
  return succeed(value);
}

function wordsOf({ type, parameters }: Measure): string {
  const { label } = MEASURES[type];
  const [amount] = Object.values(parameters);
  if (type === 'cableReplacement') return `${label}, the thickest of the catalogue`;
  if (type === 'parallelCable') return `${label}, ${amount === 1 ? 'one' : amount} beside each`;
  return `${label}, ${amount} ${amount === 1 ? 'size' : 'sizes'} up`;
}
