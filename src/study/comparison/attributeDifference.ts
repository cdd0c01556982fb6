import type { Kpi } from '../../kpi';
import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import { coalitionOf, playersOf, type Player } from './coalition';
import type { Evaluations } from './evaluations';
import { MAX_PLAYERS, shapleyValues, type ShapleyEstimate } from './shapley';

/** Up to so many things that change the run, every combination of them is run. */
export const EXACT_UP_TO = 4;
/** Beyond so many players a list of all combinations is too long, even where most of them run nothing. */
const MOST_EXACT = 8;
const DEFAULT_PERMUTATIONS = 16;

export interface PlayerShare {
  readonly playerId: string;
  /** In the unit of the indicator; NaN where it cannot be told. */
  readonly value: number;
  /** Of a sampled value; 0 where it is exact, NaN where one sample says nothing of it. */
  readonly standardError: number;
}

export interface KpiAttribution {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly betterWhen: Kpi['betterWhen'];
  readonly from: number;
  readonly to: number;
  /** to - from = sum of the shares, to rounding. */
  readonly delta: number;
  /** In the order of the players. */
  readonly shares: readonly PlayerShare[];
}

/** How much each measure adds to the difference between two scenarios, for every indicator. */
export interface DifferenceAttribution {
  readonly status: 'partial' | 'complete';
  readonly method: 'exact' | 'sampled';
  readonly fromId: string;
  readonly toId: string;
  readonly players: readonly Player[];
  readonly kpis: readonly KpiAttribution[];
  /** Orders drawn so far, with their reverses; 0 for an exact result. */
  readonly permutations: number;
  /** Combinations of players looked at so far. */
  readonly coalitions: number;
}

export interface AttributionOptions {
  readonly permutations?: number;
  readonly seed?: number;
  readonly exactUpTo?: number;
}

/**
 * Shapley values of the difference between two scenarios over what they differ in: a coalition is scenario `a` with these
 * measures as in `b`, in their order. Exact up to four that change the run (2^4 years), drawn orders with their standard error
 * above; what changes prices, factors or limits alone runs nothing. Partial results are marked; a failure ends it with issues.
 */
export async function* attributeDifference(
  { kpisOf }: Pick<Evaluations, 'kpisOf'>,
  a: Scenario,
  b: Scenario,
  options: AttributionOptions = {},
): AsyncGenerator<Outcome<DifferenceAttribution>> {
  const { permutations = DEFAULT_PERMUTATIONS, seed = 0, exactUpTo = EXACT_UP_TO } = options;
  const players = playersOf(a, b);
  if (players.length > MAX_PLAYERS) {
    yield fail([tooMany(players, b)]);
    return;
  }
  const running = players.filter(({ runs }) => runs).length;
  const exact = running <= exactUpTo && players.length <= MOST_EXACT;
  const [first, last] = [await kpisOf(a), await kpisOf(b)];
  if (!first.ok || !last.ok) {
    yield fail([...first.issues, ...last.issues]);
    return;
  }
  const kpis = first.value.filter(({ id }) => last.value.some((other) => other.id === id));
  const valuesIn = (found: readonly Kpi[]) => {
    const byId = new Map(found.map(({ id, value }) => [id, value]));
    return kpis.map(({ id }) => byId.get(id) ?? Number.NaN);
  };
  const idle = players.reduce((bits, { runs }, row) => (runs ? bits : bits | (1 << row)), 0);
  const valueOf = async (coalition: number): Promise<Outcome<readonly number[]>> => {
    const valuesAt = async (bits: number) => {
      const outcome = await kpisOf(coalitionOf(a, b, players, (row) => (bits & (1 << row)) !== 0));
      return outcome.ok ? succeed(valuesIn(outcome.value)) : outcome;
    };
    const wanted = await valuesAt(coalition);
    // What runs nothing is counted on this year at once, while it is there.
    for (let bits = idle; wanted.ok && bits > 0; bits = (bits - 1) & idle) await valuesAt(coalition ^ bits);
    return wanted;
  };
  const [from, to] = [valuesIn(first.value), valuesIn(last.value)];
  const method = exact ? 'exact' : 'sampled';
  for await (const outcome of shapleyValues(players.length, valueOf, { exact, permutations, seed })) {
    if (!outcome.ok) {
      yield outcome;
      return;
    }
    const { status, coalitions, permutations: drawn } = outcome.value;
    const attributed = kpis.map((kpi, row) => kpiAttribution(kpi, row, from, to, players, outcome.value));
    const found = { status, method, players, kpis: attributed, permutations: drawn, coalitions } as const;
    yield succeed({ ...found, fromId: a.id, toId: b.id });
  }
}

function kpiAttribution(
  { id, label, unit, betterWhen }: Kpi,
  row: number,
  from: readonly number[],
  to: readonly number[],
  players: readonly Player[],
  { values, standardErrors }: ShapleyEstimate,
): KpiAttribution {
  const shares = players.map((player, at) => ({
    playerId: player.id,
    value: values[at]![row]!,
    standardError: standardErrors[at]![row]!,
  }));
  return {
    id,
    label,
    unit,
    betterWhen,
    from: from[row]!,
    to: to[row]!,
    delta: to[row]! - from[row]!,
    shares,
  };
}

function tooMany(players: readonly Player[], { id }: Scenario): Issue {
  return {
    severity: 'error',
    code: 'attribution-players',
    source: id,
    value: String(players.length),
    message: `The scenarios differ in ${players.length} things; attribution tells up to ${MAX_PLAYERS} apart.`,
    remedy: 'Compare scenarios that differ in fewer measures.',
  };
}
