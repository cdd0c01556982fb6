import type { Circuit, CircuitTransformer, TransformerWinding } from '../../model/circuit';
import type { CircuitCheck } from './circuitIssues';
import { end } from './elementIssues';

/** Transformers: windings of the right size, one reactance per pair of windings, taps in their range. */
export function transformerIssues(circuit: Circuit, check: CircuitCheck): void {
  for (const transformer of circuit.transformers) {
    const where = `transformer ${transformer.id}`;
    const count = transformer.windings.length;
    if (count < 2) check.shape(where, 'windings', count, 'a transformer has at least two');
    const pairs = (count * (count - 1)) / 2;
    if (transformer.shortCircuitXPercent.length !== pairs) {
      check.shape(
        where,
        'shortCircuitXPercent',
        transformer.shortCircuitXPercent.length,
        `${count} windings have ${pairs} pairs`,
      );
    }
    if (![1, 2, 3].includes(transformer.phases)) {
      check.range(where, 'phases', transformer.phases, 'has to be 1, 2 or 3');
    }
    place(transformer, where, check);
    transformer.windings.forEach((winding, row) => windingIssues(transformer, winding, row, check));
  }
}

function place(transformer: CircuitTransformer, where: string, check: CircuitCheck): void {
  const { magnetisingPlace, windings } = transformer;
  if (typeof magnetisingPlace === 'number') {
    if (!(magnetisingPlace in windings)) {
      check.range(
        where,
        'magnetisingPlace',
        magnetisingPlace,
        `has to be a winding, 0 to ${windings.length - 1}`,
      );
    }
  } else if (windings.length !== 2) {
    check.range(where, 'magnetisingPlace', magnetisingPlace, 'is for two windings only');
  }
}

function windingIssues(
  transformer: CircuitTransformer,
  winding: TransformerWinding,
  row: number,
  check: CircuitCheck,
): void {
  const where = `transformer ${transformer.id}, winding ${row}`;
  end(check, where, 'terminal', winding.terminal);
  const nodes = winding.terminal.nodes.length;
  const wanted =
    winding.series === true ? transformer.phases : conductorCount(transformer.phases, winding.connection);
  if (nodes !== wanted) {
    check.shape(
      where,
      'terminal',
      nodes,
      `${transformer.phases} phases in ${winding.connection} have ${wanted}`,
    );
  }
  const next = transformer.windings[row + 1];
  const joins = winding.connection === 'wye' && next?.connection === 'wye' && next.series !== true;
  if (winding.series === true && !joins) {
    check.shape(where, 'series', row, 'a series winding in wye is followed by a common winding in wye');
  }
  check.positive(where, 'ratedVoltageV', winding.ratedVoltageV);
  check.positive(where, 'ratedSVa', winding.ratedSVa);
  const { tapPu, tapMinPu, tapMaxPu } = winding;
  if (!(tapMinPu <= tapMaxPu)) check.range(where, 'tapMinPu', tapMinPu, `lies above tapMaxPu = ${tapMaxPu}`);
  if (!(tapPu > 0 && tapPu >= tapMinPu - 1e-9 && tapPu <= tapMaxPu + 1e-9)) {
    check.range(where, 'tapPu', tapPu, `has to lie in ${tapMinPu} to ${tapMaxPu}`);
  }
  if (winding.rPercent < 0 && transformer.windings.length === 2 && transformer.enabled) {
    check.log.warning({
      code: 'circuit-negative-winding-resistance',
      where,
      field: 'rPercent',
      value: String(winding.rPercent),
      message: `${where} has a negative resistance. In the equivalent star of three windings this can be right.`,
      remedy: 'Check the losses of the transformer.',
    });
  }
}

/** Conductors of an element with these phases; two phases in delta are an open delta over three conductors. */
export function conductorCount(phases: number, connection: 'wye' | 'delta'): number {
  if (phases === 1) return 2;
  return connection === 'wye' ? phases + 1 : 3;
}
