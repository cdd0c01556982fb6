import type { Level } from './policy';
import type { PolicyState } from './ratchet';

export interface CityLevel {
  /** Undefined where no policy is assessed. */
  readonly level: Level | undefined;
  /** The policies that hold the city at this level. */
  readonly binding: readonly string[];
  /** Not told in the last year, and so without a say. */
  readonly notAssessed: readonly string[];
}

/** The city's level is the lowest of its chosen policies. */
export function cityLevel(states: readonly Pick<PolicyState, 'policy' | 'level'>[]): CityLevel {
  const level = states.reduce<Level | undefined>(
    (lowest, state) =>
      state.level !== undefined && (lowest === undefined || state.level < lowest) ? state.level : lowest,
    undefined,
  );
  const idsOf = (test: (state: Pick<PolicyState, 'level'>) => boolean): string[] =>
    states.filter(test).map(({ policy }) => policy.id);
  return {
    level,
    binding: idsOf((state) => state.level !== undefined && state.level === level),
    notAssessed: idsOf((state) => state.level === undefined),
  };
}
