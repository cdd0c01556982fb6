import type { Circuit, CircuitTransformer, TransformerWinding } from '../../model/circuit';
import { fail, type Issue, type Outcome, succeed } from '../../model/outcome';
import {
  type CircuitElement,
  elementFlow,
  type SeriesOptions,
  type SeriesStep,
  solveSeries,
  type TerminalFlow,
} from '../../sim/powerflow/circuit';
import { type TransformerAgeing, transformerAgeing, type AgeingInput } from '../../sim/powerflow/thermal';

/** Load factor of a transformer, step after step. */
export interface TransformerLoads {
  readonly id: string;
  /** K of IEC 60076-7: largest conductor current of any winding over that winding's rated current. */
  readonly loading: Float64Array;
}

/**
 * Load factors of transformers over the steps of a series, by current: at low voltage the same power heats more. Fails
 * where a step has no solution, as ageing has a memory.
 */
export function transformerLoads(
  circuit: Circuit,
  series: SeriesOptions,
  ids: readonly string[],
): Outcome<TransformerLoads[]> {
  const loads = ids.map((id) => ({ id, loading: new Float64Array(series.stepCount).fill(NaN) }));
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  let unsolved = 0;
  const outcome = solveSeries(circuit, series, (step) => {
    if (step.status !== 'converged') unsolved += 1;
    else for (const each of loadFactors(step, rowOf)) loads[each.row]!.loading[step.step - 1] = each.factor;
  });
  if (!outcome.ok) return outcome;
  if (unsolved > 0) return fail([withoutSolution(circuit, unsolved, series.stepCount)]);
  return succeed(loads, outcome.issues);
}

function* loadFactors(
  { compiled, voltageRe, voltageIm }: SeriesStep,
  rowOf: ReadonlyMap<string, number>,
): Generator<{ readonly row: number; readonly factor: number }> {
  const isAsked = ({ kind, id }: CircuitElement): boolean => kind === 'transformer' && rowOf.has(id);
  for (const element of compiled.elements.filter(isAsked)) {
    const transformer = compiled.circuit.transformers[element.row]!;
    const { terminals } = elementFlow(compiled, element, voltageRe, voltageIm);
    yield { row: rowOf.get(element.id)!, factor: loadFactor(transformer, terminals) };
  }
}

function loadFactor(transformer: CircuitTransformer, terminals: readonly TerminalFlow[]): number {
  let largest = 0;
  terminals.forEach(({ currentRe, currentIm }, row) => {
    const winding = transformer.windings[row]!;
    const ratedA = ratedCurrentA(transformer, winding);
    // Behind the phases stands the star point, which carries what they leave over.
    const conductors = Math.min(transformer.phases, currentRe.length);
    for (let k = 0; k < conductors; k++) {
      const iA = Math.sqrt(currentRe[k]! * currentRe[k]! + currentIm[k]! * currentIm[k]!);
      largest = Math.max(largest, iA / ratedA);
    }
  });
  return largest;
}

/** Line current at rated power and voltage. */
function ratedCurrentA(
  { phases }: CircuitTransformer,
  { ratedSVa, ratedVoltageV }: TransformerWinding,
): number {
  const phaseV = phases > 1 ? ratedVoltageV / Math.sqrt(3) : ratedVoltageV;
  return ratedSVa / phases / phaseV;
}

function withoutSolution({ name }: Circuit, count: number, steps: number): Issue {
  return {
    severity: 'error',
    code: 'ageing-unsolved',
    source: name,
    message: `The power flow finds no solution in ${count} of ${steps} steps.`,
    remedy: 'The load exceeds what the network can carry; lower it or reinforce the network.',
  };
}

/** What a series does to the insulation of transformers, each on its own. */
export interface TransformerAge extends Pick<TransformerLoads, 'id'> {
  readonly largestLoading: number;
  readonly ageing: TransformerAgeing;
}

export function ageTransformers(
  loads: readonly TransformerLoads[],
  conditions: Omit<AgeingInput, 'loading'>,
): Outcome<TransformerAge[]> {
  const ages: TransformerAge[] = [];
  for (const { id, loading } of loads) {
    const outcome = transformerAgeing({ ...conditions, loading }, id);
    if (!outcome.ok) return outcome;
    const largestLoading = loading.reduce((most, value) => Math.max(most, value), 0);
    ages.push({ id, largestLoading, ageing: outcome.value });
  }
  return succeed(ages);
}
