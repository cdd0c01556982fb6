import { MEASURES } from '../../measures';
import { cashFlowsOf, hasCashFlows, hasPurchases, type CostLine, type ScenarioCosts } from '../scenarioCosts';

/** What a scenario costs more than its baseline in one year, EUR; year 0 is today. */
export interface LedgerRow {
  readonly year: number;
  readonly purchasesEur: number;
  readonly upkeepEur: number;
  readonly residualEur: number;
  readonly energyEur: number;
  readonly totalEur: number;
}

export const LEDGER_AMOUNTS = ['purchasesEur', 'upkeepEur', 'residualEur', 'energyEur', 'totalEur'] as const;
export type LedgerAmount = (typeof LEDGER_AMOUNTS)[number];

/** The cash flows of a scenario less those of its baseline, year by year. */
export interface Ledger {
  readonly known: true;
  readonly rows: readonly LedgerRow[];
  /** What is not in it, in sentences. */
  readonly notes: readonly string[];
}

const NAMED = 3;

/**
 * `energyEur`: energy cost of a year more than the baseline's. Not told where a price or a life is not known; upkeep that is not known
 * is left out and said. Lines that are not known in full and stand in both alike cancel.
 */
export function ledgerOf(
  costs: ScenarioCosts,
  baseline: ScenarioCosts,
  energyEur: number,
  horizonYears: number,
): Ledger | { readonly known: false; readonly reason: string } {
  const { lines: untold, cancelled } = unknownBeside(costs.lines, baseline.lines);
  const unpriced = untold.filter((line) => !hasPurchases(line));
  if (unpriced.length > 0) {
    const reason = `Not told: what ${linesText(unpriced)} costs or how long it lasts is not known, and unknown is not 0.`;
    return { known: false, reason };
  }
  const notes = [
    ...(untold.length === 0 ? [] : [`Without the upkeep of ${linesText(untold)}, which is not known.`]),
    ...(cancelled === 0
      ? []
      : [`What both have alike and is not known in full cancels (${countText(cancelled)}).`]),
  ];
  // What both have alike cancels with what of it is known.
  const of = ({ lines }: ScenarioCosts) => cashFlowsOf(lines, horizonYears);
  const [own, before] = [of(costs), of(baseline)];
  const rows = own.purchases.map((_, year): LedgerRow => {
    const more = (name: keyof typeof own): number => own[name][year]! - before[name][year]!;
    const [purchasesEur, upkeepEur, residualEur] = [more('purchases'), more('upkeep'), more('residual')];
    const ofEnergy = year === 0 ? 0 : energyEur;
    const totalEur = purchasesEur + upkeepEur + residualEur + ofEnergy;
    return { year, purchasesEur, upkeepEur, residualEur, energyEur: ofEnergy, totalEur };
  });
  return { known: true, rows, notes };
}

/** Lines that are not known in full on either side, less those that both have alike. */
function unknownBeside(
  lines: readonly CostLine[],
  others: readonly CostLine[],
): { readonly lines: readonly CostLine[]; readonly cancelled: number } {
  const left = new Map<string, CostLine[]>();
  for (const line of others) {
    if (hasCashFlows(line)) continue;
    const key = alikeKey(line);
    left.set(key, [...(left.get(key) ?? []), line]);
  }
  let cancelled = 0;
  const own = lines.filter((line) => {
    if (hasCashFlows(line)) return false;
    const isInBoth = left.get(alikeKey(line))?.pop() !== undefined;
    if (isInBoth) cancelled += 1;
    return !isInBoth;
  });
  return { lines: [...own, ...[...left.values()].flat()], cancelled };
}

/** Equal for what was done alike at one element, whatever of it is known. */
function alikeKey({
  type,
  elementId,
  investment,
  runningPerYear,
  lifetimeYears,
  quantities,
}: CostLine): string {
  const price = investment.known ? investment.typical : investment.reason;
  const upkeep = runningPerYear.known ? runningPerYear.eur : runningPerYear.reason;
  return JSON.stringify([type, elementId, price, upkeep, lifetimeYears?.value ?? null, quantities]);
}

/** `12 cost lines (Electric cars)`. */
function linesText(lines: readonly CostLine[]): string {
  const names = [...new Set(lines.map(({ type }) => MEASURES[type].label))];
  const rest = names.length - NAMED;
  const named = [...names.slice(0, NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
  return `${countText(lines.length)} (${named})`;
}

const countText = (lines: number): string => (lines === 1 ? '1 cost line' : `${lines} cost lines`);
