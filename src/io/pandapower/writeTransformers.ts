import type { CircuitTransformer, TransformerWinding } from '../../model/circuit';
import { clockOf } from '../vectorGroup';
import type { Row } from './dataFrame';
import type { Writing } from './writing';

/** Two-winding three-phase transformers; other units are refused by name. */
export function writeTransformers(writing: Writing): void {
  for (const transformer of writing.circuit.transformers) {
    const where = `transformer ${transformer.id}`;
    const [high, low, third] = transformer.windings;
    if (transformer.phases !== 3 || !high || !low || third) {
      writing.refuse(
        where,
        'is not a three-phase unit with two windings',
        'Leave it out, or model it as one.',
      );
      continue;
    }
    const clock = clockOf(transformer);
    if (clock === null) {
      writing.refuse(
        where,
        'stands on other nodes than 1, 2, 3 in cyclic order',
        'Model three phases in order.',
      );
      continue;
    }
    tellDifferences(writing, transformer, where);
    writing.rows.trafo.push(transformerRow(writing, transformer, high, low, clock));
  }
}

function transformerRow(
  writing: Writing,
  transformer: CircuitTransformer,
  high: TransformerWinding,
  low: TransformerWinding,
  clock: number,
): Row {
  // Both resistances and the reactance are on the first winding's rating.
  const r = high.rPercent + low.rPercent;
  const x = transformer.shortCircuitXPercent[0]!;
  const loss = transformer.noLoadLossPercent;
  const magnetising = transformer.magnetisingPercent;
  const [highTap, lowTap] = [tapOf(high), tapOf(low)];
  // One tap changer is written as such; the other side's ratio goes into its rated voltage, which says the same.
  const side = highTap.position !== null ? 'hv' : lowTap.position !== null ? 'lv' : null;
  const tap = side === 'hv' ? highTap : lowTap;
  return {
    name: transformer.id,
    std_type: null,
    hv_bus: writing.busRow(high.terminal),
    lv_bus: writing.busRow(low.terminal),
    sn_mva: high.ratedSVa / 1e6,
    vn_hv_kv: (high.ratedVoltageV / 1000) * (side === 'hv' ? 1 : high.tapPu),
    vn_lv_kv: (low.ratedVoltageV / 1000) * (side === 'lv' ? 1 : low.tapPu),
    vk_percent: Math.sqrt(r * r + x * x) * (x < 0 ? -1 : 1),
    vkr_percent: r,
    pfe_kw: ((loss / 100) * high.ratedSVa) / 1000,
    i0_percent: Math.sqrt(loss * loss + magnetising * magnetising),
    shift_degree: 30 * clock,
    tap_side: side,
    tap_neutral: side === null ? null : 0,
    tap_min: side === null ? null : tap.min,
    tap_max: side === null ? null : tap.max,
    tap_step_percent: side === null ? null : tap.stepPercent,
    tap_step_degree: null,
    tap_pos: side === null ? null : tap.position,
    tap_changer_type: side === null ? null : 'Ratio',
    parallel: 1,
    df: Number.isFinite(transformer.normalRatingVa) ? transformer.normalRatingVa / high.ratedSVa : 1,
    in_service: transformer.enabled,
    vector_group: letters(high).toUpperCase() + letters(low),
  };
}

interface WrittenTap {
  /** Null where the tap does not stand on one of its own steps around the nominal ratio. */
  readonly position: number | null;
  readonly min: number;
  readonly max: number;
  readonly stepPercent: number;
}

function tapOf(winding: TransformerWinding): WrittenTap {
  const { tapPu, tapMinPu, tapMaxPu, tapSteps } = winding;
  const stepPercent = (100 * (tapMaxPu - tapMinPu)) / tapSteps;
  const [position, min, max] = [tapPu, tapMinPu, tapMaxPu].map((ratio) => (100 * (ratio - 1)) / stepPercent);
  const whole = [position!, min!, max!].every((value) => Math.abs(value - Math.round(value)) < 1e-9);
  if (!(stepPercent > 0) || !whole) return { position: null, min: 0, max: 0, stepPercent: 0 };
  return { position: Math.round(position!), min: Math.round(min!), max: Math.round(max!), stepPercent };
}

function letters(winding: TransformerWinding): string {
  if (winding.connection === 'delta') return 'd';
  return winding.terminal.nodes.at(-1) === 0 || winding.neutralROhm >= 0 ? 'yn' : 'y';
}

function tellDifferences(writing: Writing, transformer: CircuitTransformer, where: string): void {
  const noLoad = transformer.noLoadLossPercent !== 0 || transformer.magnetisingPercent !== 0;
  if (noLoad && transformer.magnetisingPlace !== 'middle') {
    writing.leaveOut(
      where,
      "its no-load branch stands elsewhere than in pandapower's default model",
      transformer.magnetisingPlace === 'split'
        ? "Run with trafo_model='pi'."
        : 'Expect voltages to differ by about 1e-4 pu.',
    );
  }
  for (const winding of transformer.windings) {
    if (winding.neutralROhm > 0 || (winding.neutralROhm === 0 && winding.neutralXOhm !== 0)) {
      writing.leaveOut(
        where,
        'the impedance of its star point is not written',
        'Expect other zero-sequence currents.',
      );
    }
  }
}
