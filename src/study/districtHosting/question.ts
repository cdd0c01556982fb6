import type { Limits } from '../../model/limits';
import { HOSTED_TECHNOLOGIES, type TechnologyId } from '../network/hostedTechnology';
import type { HostingCriteria } from './criteria';
import type { DistrictHostingSettings, HostDraw } from './districtHosting';
import type { HostPlace } from './places';

export const DEFAULT_DRAWS = 20;
export const DEFAULT_MAX_W = 2e6;

/** What scenarios are asked alike: the same draws in all of them. */
export interface HostingQuestion {
  readonly technologies: readonly TechnologyId[];
  readonly by: HostPlace['kind'];
  /** Id of a branch: only the places behind it. */
  readonly behind?: string;
  readonly seed: number;
  readonly draws?: number;
  readonly maxW?: number;
  readonly criteria?: HostingCriteria;
}

/** The question of each technology under the limits of a scenario. */
export function hostingSettings(
  { technologies, by, behind, seed, draws = DEFAULT_DRAWS, maxW = DEFAULT_MAX_W, criteria }: HostingQuestion,
  limits: Limits,
): readonly DistrictHostingSettings[] {
  return technologies.map((id) => ({
    ...{ technology: HOSTED_TECHNOLOGIES[id], by, limits, seed, draws, maxW },
    ...(behind === undefined ? {} : { behind }),
    ...(criteria === undefined ? {} : { criteria }),
  }));
}

/** What stops most of the draws; `kind` null where most reach the end of the search. */
export interface MostFrequent {
  readonly kind: string | null;
  readonly elementId: string | null;
  readonly draws: number;
}

export function mostFrequent(draws: readonly HostDraw[]): MostFrequent {
  const counts = new Map<string, MostFrequent>();
  for (const { binding } of draws) {
    const [kind, elementId] = [binding?.kind ?? null, binding?.elementId ?? null];
    const key = `${kind} ${elementId}`;
    counts.set(key, { kind, elementId, draws: 1 + (counts.get(key)?.draws ?? 0) });
  }
  const [first] = [...counts.values()].sort((a, b) => b.draws - a.draws);
  return first ?? { kind: null, elementId: null, draws: 0 };
}
