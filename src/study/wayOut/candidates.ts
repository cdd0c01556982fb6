import type { Measure } from '../../model/scenario';
import type { ScenarioYear } from '../scenarioYear';
import { copperKinds } from './copperKinds';
import { buildingKinds } from './buildingKinds';
import { operationKinds } from './operationKinds';
import { regulatorKinds } from './regulatorKinds';
import { refusalAt, type Site } from './site';
import { FAMILIES, MV_SITE, type Family, type LeftOut, type SiteViolation, type WayOutOption } from './types';
import { bySite } from './violations';

/** A level of a kind at one station, before anybody asked whether it can be taken. */
export interface Draft extends Omit<WayOutOption, 'id' | 'siteId'> {
  /** Known beforehand: why it is not taken. */
  readonly reason?: string;
}

/** Everything that may be done about violations, station by station, and what falls out with its reason. */
export function candidatesFor(
  year: ScenarioYear,
  violations: readonly SiteViolation[],
  families: readonly Family[] = FAMILIES,
): { readonly options: readonly WayOutOption[]; readonly leftOut: readonly LeftOut[] } {
  const options: WayOutOption[] = [];
  const leftOut: LeftOut[] = [];
  const taken = new Set(year.scenario.measures.map(({ id }) => id));
  const renamed = (measure: Measure): Measure => ({ ...measure, id: freeId(measure.id, taken) });
  for (const [siteId, own] of bySite(violations)) {
    const site: Site = { id: siteId, year, violations: own };
    for (const draft of draftsAt(site)) {
      if (!families.includes(draft.family)) continue;
      const { reason, ...option } = draft;
      const refusal = reason ?? refusalAt(site, option.measures);
      if (refusal === null)
        options.push({
          ...option,
          measures: option.measures.map(renamed),
          id: `${siteId}/${option.kind}/${option.level}`,
          siteId,
        });
      else leftOut.push({ siteId, words: option.words, reason: refusal });
    }
  }
  return { options, leftOut };
}

/** The id, or the first of its numbered ones that the scenario does not use: a way out may start from another one. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id} ${number}`;
  return free;
}

/** In the order in which they are added to the scenario: a battery is sized by the transformer that stood there before. */
function draftsAt(site: Site): readonly Draft[] {
  return [
    ...(site.id === MV_SITE ? [] : buildingKinds(site)),
    ...operationKinds(site),
    ...copperKinds(site),
    ...regulatorKinds(site),
  ];
}
