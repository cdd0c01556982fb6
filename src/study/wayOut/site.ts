import { MEASURES } from '../../measures';
import type { Building } from '../../model/building';
import type { Measure } from '../../model/scenario';
import { busOf, supplyOf } from '../../scenario/selectors/supply';
import { targetOf } from '../../scenario';
import type { ScenarioYear } from '../scenarioYear';
import type { SiteViolation } from './types';

/** A station with violations, in the year in which it has them. */
export interface Site {
  readonly id: string;
  readonly year: ScenarioYear;
  readonly violations: readonly SiteViolation[];
}

/** Buildings that hang on the station. */
export function buildingsAt({ id, year }: Site): readonly Building[] {
  const { network, buildings } = year.district;
  if (network === null) return [];
  const supply = supplyOf(network);
  return buildings.filter((building) => {
    const bus = busOf(supply, building);
    return bus >= 0 && network.transformers[supply.transformerOfBus[bus]!]?.id === id;
  });
}

/** Why none of the measures can be taken at the station; null if one can. */
export function refusalAt(site: Site, measures: readonly Measure[]): string | null {
  const reasons = measures.map((measure) => refusalOf(site, measure));
  return reasons.every((reason) => reason !== null) ? (reasons[0] ?? 'There is nothing to do.') : null;
}

function refusalOf(site: Site, { type, parameters, selector }: Measure): string | null {
  const { district } = site.year;
  const definition = MEASURES[type];
  const rule = selector?.rule;
  const named = rule?.kind === 'ids' ? new Set(rule.ids) : null;
  if (targetOf(type) !== 'building') {
    const refusals = definition.refusals?.(district, parameters);
    const able = refusals === undefined ? new Set(definition.eligible(district)) : null;
    const reasons = [...(named ?? [])].map(
      (id) => refusals?.get(id) ?? (able === null || able.has(id) ? null : 'One stands there already.'),
    );
    return reasons.some((reason) => reason === null) ? null : commonest(reasons);
  }
  const { applicability } = definition;
  if (applicability === undefined) return null;
  const reasons = buildingsAt(site)
    .filter(({ id }) => named === null || named.has(id))
    .map((building) => {
      const verdict = applicability(building, district.archetypeRegion, parameters);
      return verdict.applicable ? null : verdict.reason;
    });
  return reasons.some((reason) => reason === null) ? null : commonest(reasons);
}

function commonest(reasons: readonly (string | null)[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? 'There is nothing here that it could be taken at.';
}
