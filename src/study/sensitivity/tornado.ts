import { fail, succeed, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import type { Evaluations } from '../comparison';
import { askedKpis, type AskedKpi } from './askedKpis';
import { withInput, type UncertainInput } from './inputs';

/** An indicator with one input at its low and its high end, all others as the scenario has them. */
export interface TornadoBar {
  readonly kpiId: string;
  readonly atLow: number;
  readonly atHigh: number;
  /** Largest less smallest of low, present and high. */
  readonly swing: number;
}

export interface TornadoRow {
  readonly input: UncertainInput;
  /** In the order of the indicators asked for. */
  readonly bars: readonly TornadoBar[];
}

/** One input at a time: what matters most comes first. */
export interface Tornado {
  readonly status: 'partial' | 'complete';
  readonly scenario: Scenario;
  /** With their values as the scenario stands. */
  readonly kpis: readonly AskedKpi[];
  /** By the swing of the first indicator, the largest first. */
  readonly rows: readonly TornadoRow[];
  /** Ids of inputs that are still to be looked at. */
  readonly pending: readonly string[];
  readonly evaluations: number;
}

/**
 * Every input at its low and high end by itself; a partial result after each. Inputs that run nothing come first: they need no
 * year but the scenario's own. Fails with the issues of a year, or `sensitivity-kpi` for an indicator that is none.
 */
export async function* tornadoOf(
  { kpisOf, count }: Evaluations,
  scenario: Scenario,
  inputs: readonly UncertainInput[],
  kpiIds: readonly string[],
): AsyncGenerator<Outcome<Tornado>> {
  const kpis = await askedKpis(kpisOf, scenario, kpiIds);
  if (!kpis.ok) {
    yield kpis;
    return;
  }
  const queue = [...inputs.filter(({ runs }) => !runs), ...inputs.filter(({ runs }) => runs)];
  const rows: TornadoRow[] = [];
  const result = (status: Tornado['status']): Outcome<Tornado> =>
    succeed({
      status,
      scenario,
      kpis: kpis.value,
      rows: [...rows].sort((a, b) => swingOf(b) - swingOf(a)),
      pending: queue.slice(rows.length).map(({ id }) => id),
      evaluations: count(),
    });
  for (const input of queue) {
    const ends: ReadonlyMap<string, number>[] = [];
    for (const value of [input.low, input.high]) {
      const outcome = await kpisOf(withInput(scenario, input, value));
      if (!outcome.ok) {
        yield fail(outcome.issues);
        return;
      }
      ends.push(new Map(outcome.value.map((kpi) => [kpi.id, kpi.value])));
    }
    const bars = kpis.value.map(({ id: kpiId, value }): TornadoBar => {
      const [atLow, atHigh] = ends.map((end) => end.get(kpiId) ?? Number.NaN) as [number, number];
      const swing = Math.max(atLow, atHigh, value) - Math.min(atLow, atHigh, value);
      return { kpiId, atLow, atHigh, swing };
    });
    rows.push({ input, bars });
    if (rows.length < queue.length) yield result('partial');
  }
  yield result('complete');
}

/** A swing that cannot be told comes last. */
const swingOf = ({ bars }: TornadoRow): number => {
  const swing = bars[0]?.swing ?? Number.NaN;
  return Number.isNaN(swing) ? -1 : swing;
};
