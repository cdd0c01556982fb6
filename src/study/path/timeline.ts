/** Work that is done once, in one year. */
export interface Intervention {
  readonly id: string;
  readonly words: string;
  /** NaN: not known. */
  readonly costEur: number;
  /** Not before this year; any where absent. */
  readonly fromYear?: number;
  /** Id of another one that has to be done first, in the same year at the earliest. */
  readonly after?: string;
  /** Carbon saved a year; negative where it costs some. NaN counts as none. */
  readonly carbonKgPerYear: number;
  /** Limits that are kept thanks to it; negative where it breaks some. NaN counts as none. */
  readonly limitsKept: number;
}

/** What comes first: most carbon per EUR, most limits kept per EUR, or the lowest price. */
export const TIMELINE_ORDERS = ['carbon', 'grid', 'cost'] as const;
export type TimelineOrder = (typeof TIMELINE_ORDERS)[number];

export interface TimelineRequest {
  readonly interventions: readonly Intervention[];
  /** Ascending, each with its budget. */
  readonly years: readonly number[];
  readonly budgetEurPerYear: number;
  readonly order: TimelineOrder;
}

/** carriedIn + budget = spent + carriedOut */
export interface TimelineYear {
  readonly year: number;
  readonly carriedInEur: number;
  readonly budgetEur: number;
  readonly spentEur: number;
  readonly carriedOutEur: number;
  readonly done: readonly Intervention[];
}

export const UNDONE_REASONS = {
  notAffordable: 'too dear: the budgets of all years until the last would not pay it',
  notPriced: 'its price is not known',
  blocked: 'what has to be done before it is not done',
  budgetSpent: 'the budget went to what comes first',
  notYet: 'it begins after the last year',
} as const;

export interface Undone {
  readonly intervention: Intervention;
  readonly reason: keyof typeof UNDONE_REASONS;
}

export interface Timeline {
  readonly order: TimelineOrder;
  readonly years: readonly TimelineYear[];
  /** Every intervention that is in no year, in the order asked for. */
  readonly undone: readonly Undone[];
}

const CENTS = 100;
/** Of a cent: 0.07 EUR is 7 cents, not 7.000000000000001. */
const SLACK = 1e-6;

/** Money is counted in whole cents, prices rounded up and budgets down, so that no sum is a cent too large. */
interface Priced {
  readonly intervention: Intervention;
  readonly cents: number;
}

/**
 * Lays interventions over the years. What is left of a year's budget B is carried into the next, so that until the k-th year
 *
 *     spent_1 + ... + spent_k <= k B
 *
 * In each year the first of the order that may begin, and whose predecessor is done, is paid; where the money of the year does not
 * do, it is saved for, and nothing behind it is preferred. What even all that is left until the last year would not pay is passed
 * over. Same input, same timeline, whatever order the interventions come in.
 */
export function layTimeline({ interventions, years, budgetEurPerYear, order }: TimelineRequest): Timeline {
  const budget = Math.max(0, Math.floor(budgetEurPerYear * CENTS + SLACK));
  const everything = budget * years.length;
  const sorted = [...interventions].sort(byOrder(order)).map((intervention): Priced => {
    const { costEur } = intervention;
    return { intervention, cents: Math.ceil(Math.max(0, costEur) * CENTS - SLACK) };
  });
  const done = new Set<string>();
  let pending: readonly Priced[] = sorted.filter(({ cents }) => cents <= everything);
  let spent = 0;
  const laid = years.map((year, row): TimelineYear => {
    const carriedIn = budget * row - spent;
    const before = spent;
    const ofYear: Intervention[] = [];
    for (;;) {
      const payable = (one: Priced): boolean => one.cents <= everything - spent;
      const next = pending.find((one) => payable(one) && mayBegin(one.intervention, year, done));
      if (next === undefined || next.cents > budget * (row + 1) - spent) break;
      spent += next.cents;
      ofYear.push(next.intervention);
      done.add(next.intervention.id);
      pending = pending.filter((one) => one !== next);
    }
    return {
      year,
      carriedInEur: carriedIn / CENTS,
      budgetEur: budget / CENTS,
      spentEur: (spent - before) / CENTS,
      carriedOutEur: (budget * (row + 1) - spent) / CENTS,
      done: ofYear,
    };
  });
  const last = years.at(-1) ?? Number.NEGATIVE_INFINITY;
  const undone = sorted
    .filter(({ intervention }) => !done.has(intervention.id))
    .map((one): Undone => ({
      intervention: one.intervention,
      reason: whyNot(one, { everything, last, done }),
    }));
  return { order, years: laid, undone };
}

function mayBegin({ fromYear, after }: Intervention, year: number, done: ReadonlySet<string>): boolean {
  return (fromYear === undefined || fromYear <= year) && (after === undefined || done.has(after));
}

interface Horizon {
  readonly everything: number;
  readonly last: number;
  readonly done: ReadonlySet<string>;
}

function whyNot(
  { intervention, cents }: Priced,
  { everything, last, done }: Horizon,
): keyof typeof UNDONE_REASONS {
  const { fromYear, after } = intervention;
  if (Number.isNaN(cents)) return 'notPriced';
  if (cents > everything) return 'notAffordable';
  if (fromYear !== undefined && fromYear > last) return 'notYet';
  if (after !== undefined && !done.has(after)) return 'blocked';
  return 'budgetSpent';
}

/** By the order asked for; equals by the year they may begin, by price, by id. */
function byOrder(order: TimelineOrder): (a: Intervention, b: Intervention) => number {
  const rank: Readonly<Record<TimelineOrder, (one: Intervention) => number>> = {
    carbon: ({ carbonKgPerYear, costEur }) => -perEur(carbonKgPerYear, costEur),
    grid: ({ limitsKept, costEur }) => -perEur(limitsKept, costEur),
    cost: ({ costEur }) => known(costEur, Number.POSITIVE_INFINITY),
  };
  const of = rank[order];
  return (a, b) =>
    compare(of(a), of(b)) ||
    compare(a.fromYear ?? Number.NEGATIVE_INFINITY, b.fromYear ?? Number.NEGATIVE_INFINITY) ||
    compare(known(a.costEur, Number.POSITIVE_INFINITY), known(b.costEur, Number.POSITIVE_INFINITY)) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Infinities of one sign are equal, which their difference does not say. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

const known = (value: number, otherwise: number): number => (Number.isNaN(value) ? otherwise : value);

/** Gain per EUR; what is free and gains comes before everything, what is not priced gains nothing that can be told. */
function perEur(gain: number, costEur: number): number {
  const gained = known(gain, 0);
  if (gained === 0 || Number.isNaN(costEur)) return 0;
  return gained / Math.max(0, costEur);
}
