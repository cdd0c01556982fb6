import { MEASURES } from '../../measures';
import type { Building } from '../../model/building';
import type { Issue } from '../../model/outcome';
import type { Measure } from '../../model/scenario';
import { byFrequency, targetOf } from '../../scenario';
import type { ScenarioYear } from '../scenarioYear';
import { MV_SITE, type SiteViolation } from './types';
import { sitesOf } from './violations';

/** A station with violations, in the year in which it has them. */
export interface Site {
  readonly id: string;
  readonly year: ScenarioYear;
  readonly violations: readonly SiteViolation[];
}

/** An issue for each id that is no station of the year's network, nor MV_SITE. */
export function unknownSites({ district, scenario }: ScenarioYear, ids: readonly string[]): readonly Issue[] {
  const { network } = district;
  const siteOf = network === null ? null : sitesOf(network);
  const stations = (network?.transformers ?? []).map(({ id }) => siteOf?.(`branch ${id}`) ?? id);
  const known = new Set([MV_SITE, ...stations]);
  return ids
    .filter((id) => !known.has(id))
    .map((id) => ({
      severity: 'error',
      code: 'way-out-unknown-station',
      source: scenario.id,
      field: 'station',
      value: id,
      message: 'The network has no station of this id.',
      remedy: `Give the id of a distribution transformer, for example ${[...known].slice(1, 4).join(', ')}, or "${MV_SITE}".`,
    }));
}

/** Buildings that hang on the station, or on the second one beside it. */
export function buildingsAt({ id, year }: Site): readonly Building[] {
  const { network, buildings } = year.district;
  if (network === null) return [];
  const siteOf = sitesOf(network);
  return buildings.filter(
    ({ connection }) => connection !== null && siteOf(`bus ${connection.busId}`) === id,
  );
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
  const [first] = byFrequency(reasons.filter((reason) => reason !== null));
  return first?.[0] ?? 'There is nothing here that it could be taken at.';
}
