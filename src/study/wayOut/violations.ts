import type { Network } from '../../model/network';
import type { LimitsProfile } from '../../model/limits';
import { fedBus, supplyOf } from '../../scenario/selectors/supply';
import { aboveLimitW, violationsIn } from '../comparison';
import type { ScenarioYear } from '../scenarioYear';
import { MV_SITE, type SiteViolation, type WayOut, type WayOutSet } from './types';

/** The station an element belongs to; a second station belongs to the one that it relieves. */
export type SiteOf = (elementId: string) => string;

const known = new WeakMap<Network, SiteOf>();

/** Stations of lines, transformers and buses by the closed branches of a network. */
export function sitesOf(network: Network): SiteOf {
  const present = known.get(network);
  if (present !== undefined) return present;
  const supply = supplyOf(network);
  const nameOf = (transformer: number): string => {
    const station = network.transformers[transformer];
    return station === undefined ? MV_SITE : (station.addedFor ?? station.id);
  };
  const sites = new Map<string, string>();
  const atBus = (bus: number): string => (bus < 0 ? MV_SITE : nameOf(supply.transformerOfBus[bus]!));
  network.buses.forEach(({ id }, row) => sites.set(`bus ${id}`, atBus(row)));
  network.lines.forEach(({ id }, row) => sites.set(`branch ${id}`, atBus(fedBus(supply, row))));
  network.transformers.forEach(({ id }, row) => sites.set(`branch ${id}`, nameOf(row)));
  const siteOf: SiteOf = (key) => sites.get(key) ?? MV_SITE;
  known.set(network, siteOf);
  return siteOf;
}

/** Transformer of the station that an element belongs to, or MV_SITE. */
export function siteOfViolation(
  siteOf: SiteOf,
  { kind, elementId }: Pick<SiteViolation, 'kind' | 'elementId'>,
): string {
  return siteOf(`${kind === 'bus' ? 'bus' : 'branch'} ${elementId}`);
}

/**
 * Everything outside the limits in a year, by default the scenario's own; each kind with the worst first. Loadings 1 = all that
 * an element may carry,
 * voltages in pu, hours in h, `aboveJ` in J. Empty without a network.
 */
export function violationsOf(
  year: ScenarioYear,
  limits: LimitsProfile | undefined = year.scenario.limits,
): readonly SiteViolation[] {
  const { network } = year.district;
  if (network === null) return [];
  const siteOf = sitesOf(network);
  const scenario = limits === undefined ? year.scenario : { ...year.scenario, limits };
  return violationsIn({ ...year, scenario }).map((violation) => ({
    ...violation,
    siteId: siteOfViolation(siteOf, violation),
    aboveJ:
      violation.kind === 'transformer'
        ? aboveJ(year, violation.elementId, nameplateLimit(violation))
        : Number.NaN,
  }));
}

/** The limit of a loading as a share of the nameplate, in which the year keeps its loadings. */
export const nameplateLimit = ({ limit, rating = 1 }: Pick<SiteViolation, 'limit' | 'rating'>): number =>
  limit * rating;

/** Energy of a transformer above the limit in J, sum `aboveLimitW` dt, as the comparison's nodes count it. */
function aboveJ({ result }: ScenarioYear, transformerId: string, limit: number): number {
  const { table, rows, stepCount, stepS } = result;
  const at = rows.transformerIds.indexOf(transformerId) * stepCount;
  let sumW = 0;
  for (let step = at; step < at + stepCount; step += 1) {
    sumW += aboveLimitW(table.transformerPW[step]!, table.transformerLoading[step]!, limit);
  }
  return sumW * stepS;
}

/** Violations by station, the one with the worst transformer first as they come. */
export function bySite(violations: readonly SiteViolation[]): ReadonlyMap<string, readonly SiteViolation[]> {
  const groups = new Map<string, SiteViolation[]>();
  for (const violation of violations) {
    const group = groups.get(violation.siteId);
    if (group === undefined) groups.set(violation.siteId, [violation]);
    else group.push(violation);
  }
  return groups;
}

/** Which limit of which element: ids are told apart within a kind only, and a bus has two limits. */
export function violationKey({
  kind,
  what,
  elementId,
}: Pick<SiteViolation, 'kind' | 'what' | 'elementId'>): string {
  return `${kind} ${what} ${elementId}`;
}

/** Whether a set was taken and its year leaves nothing but what was wrong before where nobody asked. */
export function isWayOut({ elsewhere }: Pick<WayOut, 'elsewhere'>, { options, remains }: WayOutSet): boolean {
  const before = new Set(elsewhere.map(violationKey));
  return options.length > 0 && remains.every((violation) => before.has(violationKey(violation)));
}

/** The first of the years in which a limit is broken, by `violationKey`; years in any order. */
export function firstYearOf(
  path: readonly { readonly year: number; readonly violations: readonly SiteViolation[] }[],
): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { year, violations } of path)
    for (const key of violations.map(violationKey))
      first.set(key, Math.min(year, first.get(key) ?? Infinity));
  return first;
}
