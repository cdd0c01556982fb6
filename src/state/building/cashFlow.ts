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
  | {
      readonly kind: 'years';
      /** The first year from whose end on nothing is lost any more, up to the horizon. */
      readonly years: number;
      /** The first year at whose end nothing was lost; earlier where a replacement costs more than had been gained. */
      readonly firstYears: number;
    }
  /** It is at no time dearer. */
  | { readonly kind: 'atOnce' }
  /** Something is saved each year, and less than is paid up to the horizon: later perhaps, or never where replacements take it all. */
  | { readonly kind: 'notWithin' }
  /** A year costs no less. */
  | { readonly kind: 'never' }
  | { readonly kind: 'notKnown' };

/**
 * When a state has paid for itself, read off the very curve of `gainedEur`, upkeep and replacements included: the first year from
 * which on it stays at or above zero.
 */
export function paybackOf(own: PackageMoney, against: PackageMoney): Payback {
  const gained = gainedEur(own, against);
  if (!gained.every(Number.isFinite)) return { kind: 'notKnown' };
  let lastLost = gained.length - 1;
  while (lastLost >= 0 && gained[lastLost]! >= 0) lastLost -= 1;
  if (lastLost < 0) return { kind: 'atOnce' };
  if (lastLost < HORIZON_YEARS)
    return { kind: 'years', years: lastLost + 1, firstYears: gained.findIndex((eur) => eur >= 0) };
  const yearly =
    against.billEurPerYear +
    against.costs.runningEurPerYear -
    own.billEurPerYear -
    own.costs.runningEurPerYear;
  return { kind: yearly > 0 ? 'notWithin' : 'never' };
}
