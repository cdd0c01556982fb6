import type { CostLine } from '../../study/scenarioCosts';

/** Years that a package's money is looked at. */
export const HORIZON_YEARS = 25;

/** What a package costs its building: at first, every year, and again when something has lived. EUR. */
export interface PackageCosts {
  readonly lowEur: number;
  readonly typicalEur: number;
  readonly highEur: number;
  readonly grantEur: number;
  readonly runningEurPerYear: number;
  /** Of what a package took over from another one, once each. */
  readonly inheritedEur: number;
  readonly lines: number;
  /** Lines whose price is not known: they are in no sum. */
  readonly unpriced: number;
  /** Paid in each year 0 to the horizon, purchases after the first without a grant. */
  readonly outlayEur: readonly number[];
}

/** Costs at one building. What a measure replaces is not taken back; what is not known is counted, never taken as 0. */
export function packageCosts(lines: readonly CostLine[], buildingId: string): PackageCosts {
  const own = lines.filter(({ elementId }) => elementId === buildingId);
  const outlayEur = new Array<number>(HORIZON_YEARS + 1).fill(0);
  const sums = { lowEur: 0, typicalEur: 0, highEur: 0, grantEur: 0, runningEurPerYear: 0, inheritedEur: 0 };
  let unpriced = 0;
  for (const { investment, grant, runningPerYear, lifetimeYears, inherited } of own) {
    if (!investment.known) {
      unpriced += 1;
      continue;
    }
    const granted = grant.known ? grant.eur : 0;
    const running = runningPerYear.known ? runningPerYear.eur : 0;
    sums.lowEur += investment.low;
    sums.typicalEur += investment.typical;
    sums.highEur += investment.high;
    sums.grantEur += granted;
    sums.runningEurPerYear += running;
    if (inherited) sums.inheritedEur += investment.typical;
    outlayEur[0]! += investment.typical - granted;
    for (let year = 1; year <= HORIZON_YEARS; year += 1) outlayEur[year]! += running;
    const life = Math.floor(lifetimeYears?.value ?? Number.POSITIVE_INFINITY);
    for (let year = life; life >= 1 && year < HORIZON_YEARS; year += life)
      outlayEur[year]! += investment.typical;
  }
  return { ...sums, lines: own.length, unpriced, outlayEur };
}

/** What a package and the energy of its building come to. */
export interface PackageMoney {
  readonly costs: PackageCosts;
  readonly billEurPerYear: number;
}

/** A price that nobody knows is not 0: nothing is told of what a state gains or pays back then. */
const isPriced = (...states: readonly PackageMoney[]): boolean =>
  states.every(({ costs }) => costs.unpriced === 0);

/** Gained against another state by the end of each year 0 to the horizon, prices of today, nothing discounted; EUR, NaN where a price is not known. */
export function gainedEur(own: PackageMoney, against: PackageMoney): Float64Array {
  let gained = isPriced(own, against) ? 0 : Number.NaN;
  return Float64Array.from(own.costs.outlayEur, (outlay, year) => {
    gained += (against.costs.outlayEur[year] ?? 0) - outlay;
    if (year > 0) gained += against.billEurPerYear - own.billEurPerYear;
    return gained;
  });
}

export type Payback =
  | { readonly kind: 'years'; readonly years: number }
  /** It costs nothing more at first. */
  | { readonly kind: 'atOnce' }
  /** A year costs no less. */
  | { readonly kind: 'never' }
  | { readonly kind: 'notKnown' };

/** What is paid at first over what a year saves with its upkeep; without interest and without replacements. */
export function paybackOf(own: PackageMoney, against: PackageMoney): Payback {
  if (!isPriced(own, against)) return { kind: 'notKnown' };
  const first = own.costs.outlayEur[0]! - against.costs.outlayEur[0]!;
  const yearly =
    against.billEurPerYear +
    against.costs.runningEurPerYear -
    own.billEurPerYear -
    own.costs.runningEurPerYear;
  if (!Number.isFinite(first + yearly)) return { kind: 'notKnown' };
  if (first <= 0) return yearly >= 0 ? { kind: 'atOnce' } : { kind: 'never' };
  return yearly > 0 ? { kind: 'years', years: first / yearly } : { kind: 'never' };
}
