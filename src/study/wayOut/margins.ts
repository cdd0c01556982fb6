import { transformerRatings } from '../../kpi/dynamicRating';
import type { District } from '../../model/district';
import type { Limits } from '../../model/limits';
import type { ScenarioYear } from '../scenarioYear';
import { sitesOf } from './violations';

/**
 * How far a station's network is beyond its limits in one year: positive = beyond, negative = spare. Powers and currents,
 * not loadings, so that a larger rating and a smaller load add up.
 */
export interface SiteMargins {
  /** S - L S_rated of the station's transformer in VA, by step; empty where the site has none. */
  readonly seriesVa: Float64Array;
  /** Largest of the year, by `what element`: lines in A, other transformers of the site in VA, voltages in pu. */
  readonly scalars: ReadonlyMap<string, number>;
}

export type MarginsBySite = ReadonlyMap<string, SiteMargins>;

/** One number that has to come down to 0: of a step of the station's transformer, or of an element over the year. */
export type Quantity = { readonly step: number } | { readonly element: string };

/** What is not there is neither beyond its limit nor spare. */
export function marginAt({ seriesVa, scalars }: SiteMargins, quantity: Quantity): number {
  return ('step' in quantity ? seriesVa[quantity.step] : scalars.get(quantity.element)) ?? 0;
}

interface Open {
  seriesVa: Float64Array;
  readonly scalars: Map<string, number>;
}

/** Margins of the named sites in a year. */
export function marginsOf(year: ScenarioYear, limits: Limits, siteIds: Iterable<string>): MarginsBySite {
  const found = new Map<string, Open>(
    [...siteIds].map((id) => [id, { seriesVa: new Float64Array(0), scalars: new Map() }]),
  );
  const { network } = year.district;
  if (network === null) return found;
  const siteOf = sitesOf(network);
  const { table, rows, stepCount, stepS } = year.result;
  const dynamic = transformerRatings(table, stepS, network.transformers);
  const { branchRating } = ratingsOf(year.district);
  const { loadingLimit, lowerPu, upperPu } = limits;
  rows.branchIds.forEach((id, row) => {
    const site = found.get(siteOf(`branch ${id}`));
    if (site === undefined) return;
    const rating = branchRating.get(id) ?? Number.NaN;
    const at = (row - rows.lineCount) * stepCount;
    const limit = loadingLimit * (dynamic[row - rows.lineCount] ?? 1);
    if (row >= rows.lineCount && found.get(id) === site)
      site.seriesVa = table.transformerLoading
        .subarray(at, at + stepCount)
        .map((loading) => (loading - limit) * rating);
    else site.scalars.set(`loading ${id}`, (table.branchLoadingMax[row]! - limit) * rating);
  });
  rows.busIds.forEach((id, row) => {
    const site = found.get(siteOf(`bus ${id}`));
    site?.scalars.set(`underVoltage ${id}`, lowerPu - table.busVMinPu[row]!);
    site?.scalars.set(`overVoltage ${id}`, table.busVMaxPu[row]! - upperPu);
  });
  return found;
}

/** Rated current of lines in A and rated apparent power of transformers in VA: what a loading of 1 is. */
function ratingsOf({ network }: District): { readonly branchRating: ReadonlyMap<string, number> } {
  const currents = new Map((network?.lineTypes ?? []).map(({ id, ratedCurrentA }) => [id, ratedCurrentA]));
  const powers = new Map((network?.transformerTypes ?? []).map(({ id, ratedSVa }) => [id, ratedSVa]));
  const lines = (network?.lines ?? []).map(
    ({ id, lineTypeId, parallel }) => [id, (currents.get(lineTypeId) ?? Number.NaN) * parallel] as const,
  );
  const transformers = (network?.transformers ?? []).map(
    ({ id, transformerTypeId }) => [id, powers.get(transformerTypeId) ?? Number.NaN] as const,
  );
  return { branchRating: new Map([...lines, ...transformers]) };
}

/** Steps with the largest margins, spare or not, the worst first. */
export function worstSteps(seriesVa: Float64Array, count: number): readonly number[] {
  const worst: number[] = [];
  for (let step = 0; step < seriesVa.length; step += 1) {
    const value = seriesVa[step]!;
    if (worst.length === count && value <= seriesVa[worst[count - 1]!]!) continue;
    let at = worst.length;
    while (at > 0 && seriesVa[worst[at - 1]!]! < value) at -= 1;
    worst.splice(at, 0, step);
    if (worst.length > count) worst.pop();
  }
  return worst;
}
