import type { AssumptionKey, AssumptionOverride } from '../model/assumptions';
import type { LimitsProfile } from '../model/limits';
import type { RunInput } from '../model/run';
import type { Measure, MeasureType, OwnLegalStatus, Scenario, WeatherSpell } from '../model/scenario';
import { adoptionAt } from '../scenario';

/** The scenario with one figure of its own; null takes the program's again. Without any, nothing is left behind. */
export function withAssumption(
  scenario: Scenario,
  key: AssumptionKey,
  own: Omit<AssumptionOverride, 'key'> | null,
): Scenario {
  const { assumptions = [], ...rest } = scenario;
  const row = assumptions.findIndex((one) => one.key === key);
  if (own === null && row < 0) return scenario;
  const stated = own === null ? [] : [{ key, ...own }];
  const changed =
    row < 0
      ? [...assumptions, ...stated]
      : [...assumptions.slice(0, row), ...stated, ...assumptions.slice(row + 1)];
  return changed.length === 0 ? rest : { ...rest, assumptions: changed };
}

/** The scenario with what is known of whether a measure may be done; null takes what the library says again. */
export function withLegal(
  { legal = [], ...rest }: Scenario,
  type: MeasureType,
  own: Omit<OwnLegalStatus, 'type'> | null,
): Scenario {
  const others = legal.filter((one) => one.type !== type);
  const changed = own === null ? others : [...others, { type, ...own }];
  return changed.length === 0 ? rest : { ...rest, legal: changed };
}

/** The scenario with limits of its own; null takes the program's again. */
export function withLimits({ limits: _, ...rest }: Scenario, limits: LimitsProfile | null): Scenario {
  return limits === null ? rest : { ...rest, limits };
}

/** The scenario with its first spell of a kind set, in the place it has among all of them; null takes away every one of the kind. */
export function withSpell(
  { spells = [], ...rest }: Scenario,
  kind: WeatherSpell['kind'],
  spell: Omit<WeatherSpell, 'kind'> | null,
): Scenario {
  const row = spells.findIndex((one) => one.kind === kind);
  const set = spell === null ? [] : [{ kind, ...spell }];
  const changed =
    spell === null || row < 0
      ? [...(spell === null ? spells.filter((one) => one.kind !== kind) : spells), ...set]
      : [...spells.slice(0, row), ...set, ...spells.slice(row + 1)];
  return changed.length === 0 ? rest : { ...rest, spells: changed };
}

/** What a scenario says of itself, of factors, limits and tariffs and of the years it is looked at in: no year depends on it. */
const WITHOUT_A_RUN: ReadonlySet<string> = new Set([
  'name',
  'description',
  'notes',
  'assumptions',
  'limits',
  'legal',
  'path',
  'tariffs',
] satisfies readonly (keyof Scenario)[]);

/** Whether two runs ask for the same year: what came out of one is what would come out of the other. */
export function asksForSameYear(a: RunInput, b: RunInput): boolean {
  if (a === b) return true;
  const isSameBase =
    a.district === b.district &&
    a.baseEdits === b.baseEdits &&
    a.weather === b.weather &&
    a.stepS === b.stepS;
  const members = new Set([...Object.keys(a.scenario), ...Object.keys(b.scenario)]) as Set<keyof Scenario>;
  return (
    isSameBase &&
    [...members].every(
      (key) =>
        WITHOUT_A_RUN.has(key) ||
        a.scenario[key] === b.scenario[key] ||
        (key === 'measures' && areSameInTheirYear(a.scenario, b.scenario)),
    )
  );
}

/** Whether the measures of two scenarios stand the same in the years that are run, whatever they are in others. */
function areSameInTheirYear(a: Scenario, b: Scenario): boolean {
  const stands = (one: Measure, other: Measure): boolean =>
    one === other ||
    (one.id === other.id &&
      one.type === other.type &&
      one.selector === other.selector &&
      one.parameters === other.parameters &&
      adoptionAt(one, a.year) === adoptionAt(other, b.year));
  return (
    a.measures.length === b.measures.length && a.measures.every((one, row) => stands(one, b.measures[row]!))
  );
}
