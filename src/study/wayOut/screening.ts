import { limitsOf } from '../../kpi';
import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import type { CostsOf, Evaluations } from '../comparison';
import type { ScenarioYear } from '../scenarioYear';
import { marginsOf, type MarginsBySite, type SiteMargins } from './margins';
import { priceTogether, withOptions } from './pricing';
import { energyEurBySite } from './savings';
import type { LeftOut, PricedOption, WayOutOption, WayOutSoFar } from './types';

/** An option as one year measured it alone at its station. */
export interface ScreenedOption extends PricedOption {
  readonly margins: SiteMargins;
  /** Energy cost of the station's buildings that it saves in a year; negative where it adds to it. */
  readonly savedEurPerYear: number;
}

export interface Screening {
  readonly base: MarginsBySite;
  readonly options: readonly ScreenedOption[];
  readonly leftOut: readonly LeftOut[];
  /** Years to run in all, and those that have been. */
  readonly asked: number;
  readonly done: number;
}

export interface ScreeningInput {
  readonly evaluations: Evaluations;
  readonly costsOf: CostsOf;
  readonly base: ScenarioYear;
  readonly siteIds: readonly string[];
}

/**
 * Each kind and level runs once, at all stations that it is a candidate for at the same time: LV networks of different
 * stations meet only in the MV voltage, so each station sees what the option does there. Yields after every year.
 */
export async function* screen(
  { evaluations, costsOf, base, siteIds }: ScreeningInput,
  options: readonly WayOutOption[],
): AsyncGenerator<Outcome<Screening>> {
  const { scenario } = base;
  const limits = limitsOf(scenario.limits);
  const baseEur = energyEurBySite(base);
  const groups = grouped(options);
  const baseMargins = marginsOf(base, limits, siteIds);
  const found: ScreenedOption[] = [];
  const leftOut: LeftOut[] = [];
  let done = 0;
  const state = (): Screening => ({
    base: baseMargins,
    options: [...found],
    leftOut: [...leftOut],
    asked: groups.length,
    done,
  });
  for (const group of groups) {
    const priced = priceTogether(scenario, group, costsOf);
    if (!priced.ok) {
      yield fail(priced.issues);
      return;
    }
    leftOut.push(...priced.value.leftOut);
    const standing = priced.value.options;
    done += 1;
    if (standing.length === 0) continue;
    const tried = await triedTogether(evaluations, scenario, standing);
    if (!tried.ok) {
      yield fail(tried.issues);
      return;
    }
    for (const { options: own, year } of tried.value)
      if (year !== null) found.push(...measured(own, year, scenario, baseEur));
      else leftOut.push(...own.map(({ siteId, words }) => ({ siteId, words, reason: UNSOLVED })));
    yield succeed(state());
  }
  yield succeed(state());
}

/** How many years the screening of options runs. */
export const kindCountOf = (options: readonly WayOutOption[]): number => grouped(options).length;

const enough = new WeakMap<ScreenedOption, boolean>();

/** Whether its year leaves nothing of its station outside the limits. */
function isEnoughAlone(option: ScreenedOption): boolean {
  const known = enough.get(option);
  if (known !== undefined) return known;
  const { seriesVa, scalars } = option.margins;
  const isEnough = seriesVa.every((va) => va <= 0) && [...scalars.values()].every((value) => value <= 0);
  enough.set(option, isEnough);
  return isEnough;
}

/** The cheapest candidate that is enough by itself at each station, as far as they have been tried. */
export function enoughAlone(
  { options }: Pick<Screening, 'options'>,
  siteIds: readonly string[],
): WayOutSoFar | null {
  const cheapest = siteIds.flatMap((siteId) => {
    const prices = options
      .filter((option) => option.siteId === siteId && isEnoughAlone(option))
      .map(({ cost }) => cost.yearlyEur);
    return prices.length === 0 ? [] : [Math.min(...prices)];
  });
  if (cheapest.length === 0) return null;
  return {
    sites: cheapest.length,
    of: siteIds.length,
    yearlyEur: cheapest.reduce((sum, eur) => sum + eur, 0),
  };
}

const UNSOLVED = 'Its power flow has steps without a solution.';

interface Tried {
  readonly options: readonly PricedOption[];
  /** Null where the power flow has no solution. */
  readonly year: ScenarioYear | null;
}

/** The year of the options together; each in a year of its own where that has no solution, as one station may be to blame. */
async function triedTogether(
  evaluations: Evaluations,
  scenario: Scenario,
  options: readonly PricedOption[],
): Promise<Outcome<readonly Tried[]>> {
  const year = await evaluations.yearOf(withOptions(scenario, options));
  if (year.ok) return succeed([{ options, year: year.value }]);
  if (!isUnsolved(year.issues)) return fail(year.issues);
  if (options.length === 1) return succeed([{ options, year: null }]);
  const tried: Tried[] = [];
  for (const option of options) {
    const alone = await triedTogether(evaluations, scenario, [option]);
    if (!alone.ok) return alone;
    tried.push(...alone.value);
  }
  return succeed(tried);
}

/** Whether a year failed for want of a solution of its power flow, and not for any other reason. */
export const isUnsolved = (issues: readonly Issue[]): boolean =>
  issues.some(({ code }) => code === 'flow-unsolved');

function measured(
  options: readonly PricedOption[],
  year: ScenarioYear,
  { limits }: Scenario,
  baseEur: ReadonlyMap<string, number>,
): readonly ScreenedOption[] {
  const margins = marginsOf(
    year,
    limitsOf(limits),
    options.map(({ siteId }) => siteId),
  );
  const eur = energyEurBySite(year);
  return options.map((option) => ({
    ...option,
    margins: margins.get(option.siteId)!,
    savedEurPerYear: (baseEur.get(option.siteId) ?? 0) - (eur.get(option.siteId) ?? 0),
  }));
}

/** Options of one kind and level: there is at most one of them at a station. */
function grouped(options: readonly WayOutOption[]): readonly (readonly WayOutOption[])[] {
  const groups = new Map<string, WayOutOption[]>();
  for (const option of options) {
    const key = `${option.kind}/${option.level}`;
    groups.set(key, [...(groups.get(key) ?? []), option]);
  }
  return [...groups.values()];
}
