import type { AssumptionKey, AssumptionOverride } from '../model/assumptions';
import { DEFAULT_LIMITS, LIMIT_PROFILES, type Limits, type LimitsProfile } from '../model/limits';
import type { Scenario } from '../model/scenario';
import { FACTORS, type Factor, type Factors } from './factors';

/** What a scenario assumes that changes no run and every indicator: factors and limits. */
export interface KpiBasis {
  readonly factors: Factors;
  readonly limits: NamedLimits;
}

export interface NamedLimits extends Limits {
  /** As indicators call it, for example `EN 50160`. */
  readonly name: string;
}

const assumed = new WeakMap<readonly AssumptionOverride[], Factors>();

/** The factors with a scenario's own in their places, one table for one list; the very table where it has none. */
export function factorsOf(overrides: readonly AssumptionOverride[] = []): Factors {
  if (overrides.length === 0) return FACTORS;
  const known = assumed.get(overrides);
  if (known !== undefined) return known;
  const own = overrides.map(({ key, value, unit, source, date }): [AssumptionKey, Factor] => [
    key,
    { value, unit, source: `${source} (${date}), assumed by the scenario` },
  ]);
  const factors = { ...FACTORS, ...Object.fromEntries(own) };
  assumed.set(overrides, factors);
  return factors;
}

export function limitsOf(profile: LimitsProfile = DEFAULT_LIMITS): NamedLimits {
  if (profile.profile !== 'own') return { ...LIMIT_PROFILES[profile.profile], name: profile.profile };
  const { lowerPu, upperPu, loadingLimit, source } = profile;
  return { lowerPu, upperPu, loadingLimit, name: `own limits: ${source}` };
}

export function basisOf({ assumptions, limits }: Pick<Scenario, 'assumptions' | 'limits'>): KpiBasis {
  return { factors: factorsOf(assumptions), limits: limitsOf(limits) };
}

/** Indicators of a scenario that assumes nothing of its own. */
export const DEFAULT_BASIS: KpiBasis = basisOf({});

/** How indicators speak of the limits. */
export function limitWords({ lowerPu, upperPu, loadingLimit, name }: NamedLimits) {
  const percent = Math.round(loadingLimit * 1000) / 10;
  const band = `${lowerPu.toFixed(2)} or above ${upperPu.toFixed(2)} pu`;
  const isStandard = name === 'EN 50160';
  return {
    above: `above ${percent} %`,
    nameplate: loadingLimit === 1 ? 'the nameplate' : `${percent} % of the nameplate`,
    nameplateRating: loadingLimit === 1 ? 'its nameplate rating' : `${percent} % of its nameplate rating`,
    ratedCurrent: loadingLimit === 1 ? 'the rated current' : `${percent} % of the rated current`,
    outsideBand: isStandard ? 'outside ±10 % voltage' : `outside ${lowerPu} to ${upperPu} pu`,
    band: `${band} in at least one step (band of ${name}${isStandard ? ', which judges 10-minute means' : ''})`,
  };
}
