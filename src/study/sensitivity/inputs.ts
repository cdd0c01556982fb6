import { basisOf } from '../../kpi';
import { MEASURES } from '../../measures';
import { ASSUMPTIONS, type AssumptionKey } from '../../model/assumptions';
import type { QualityClass } from '../../model/building';
import { fail, succeed, type Issue, type Outcome } from '../../model/outcome';
import type { Measure, Scenario } from '../../model/scenario';
import { adoptionAt, withShareAt } from '../../scenario';
import { factorQuality } from '../../kpi/factorQuality';
import { COST_KPI_FACTORS, HOUSEHOLD_KPI_FACTORS, KPI_FACTORS, RELIABILITY_KPI_FACTORS } from '../comparison';
import type { Distribution } from './distributions';

export type InputTarget =
  | { readonly kind: 'assumption'; readonly key: AssumptionKey }
  | { readonly kind: 'adoption'; readonly measureId: string }
  | { readonly kind: 'parameter'; readonly measureId: string; readonly name: string };

/** An uncertain input of a scenario: a price or factor, who takes part in a measure, or a parameter of one. */
export interface UncertainInput {
  /** As in differences of scenarios: `assumption/gasPriceEurPerKwh`, `measure/m1/adoption`, `measure/m1/durationH`. */
  readonly id: string;
  readonly target: InputTarget;
  readonly label: string;
  readonly unit: string;
  /** As the scenario has it. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly distribution: Distribution;
  /** Where the range comes from, and how sure it is. */
  readonly source: string;
  readonly quality: QualityClass;
  /** Whether it changes the run; what does not changes indicators alone. */
  readonly runs: boolean;
}

/** A range of one's own. */
export interface OwnRange {
  /** Of an input; the `assumption/` or `measure/` before it may be left out. */
  readonly id: string;
  /** The usual range where absent. */
  readonly range?: { readonly low: number; readonly high: number };
  readonly distribution?: Distribution;
  readonly source?: string;
}

const PRICE_SHARE = 0.25;
const ADOPTION_STEP = 0.2;
const PLACEHOLDER = { quality: 'unknown_untraceable' } as const;

/** Everything uncertain in a scenario with its usual range: prices and factors, adoptions, parameters of measures. */
export function usualInputs(scenario: Scenario): readonly UncertainInput[] {
  return [
    ...(Object.keys(ASSUMPTIONS) as AssumptionKey[]).map((key) => assumptionInput(scenario, key)),
    ...scenario.measures.flatMap((measure) => measureInputs(scenario, measure)),
  ];
}

function assumptionInput(scenario: Scenario, key: AssumptionKey): UncertainInput {
  const { label, unit, min, max } = ASSUMPTIONS[key];
  const factor = basisOf(scenario).factors[key];
  const { value } = factor;
  return {
    id: `assumption/${key}`,
    target: { kind: 'assumption', key },
    label,
    unit,
    value,
    low: Math.max(min, value * (1 - PRICE_SHARE)),
    high: Math.min(max, value * (1 + PRICE_SHARE)),
    distribution: 'triangular',
    source: `placeholder: a quarter to both sides of the value (value: ${factorQuality(factor)})`,
    ...PLACEHOLDER,
    runs: false,
  };
}

function measureInputs(scenario: Scenario, measure: Measure): readonly UncertainInput[] {
  const { label, parameters, adoptionOf } = MEASURES[measure.type];
  const share = adoptionAt(measure, scenario.year);
  const adoption: UncertainInput = {
    id: `measure/${measure.id}/adoption`,
    target: { kind: 'adoption', measureId: measure.id },
    label: `${label}: share ${adoptionOf}`,
    unit: '1',
    value: share,
    low: Math.max(0, share - ADOPTION_STEP),
    high: Math.min(1, share + ADOPTION_STEP),
    distribution: 'triangular',
    source: 'placeholder: 20 points to both sides of the value',
    ...PLACEHOLDER,
    runs: true,
  };
  return [
    adoption,
    ...parameters.map((declared): UncertainInput => ({
      id: `measure/${measure.id}/${declared.name}`,
      target: { kind: 'parameter', measureId: measure.id, name: declared.name },
      label: `${label}: ${declared.label}`,
      unit: declared.unit,
      value: measure.parameters[declared.name] ?? declared.default,
      low: declared.min,
      high: declared.max,
      distribution: 'triangular',
      source: `what the parameter admits (${declared.source})`,
      quality: declared.quality,
      runs: true,
    })),
  ];
}

/**
 * The inputs named, with the ranges given for them; where none is named, all of the measures and what indicators of a year are
 * counted with; also what their cost is counted with, where `kpiIds` ask for it. Every wrong name and range is listed.
 */
export function inputsOf(
  scenario: Scenario,
  own: readonly OwnRange[] = [],
  kpiIds: readonly string[] = [],
): Outcome<readonly UncertainInput[]> {
  const usual = usualInputs(scenario);
  const asked =
    own.length === 0 ? usual.filter(isCountedFor(kpiIds)).map(({ id }): OwnRange => ({ id })) : own;
  const issues: Issue[] = [];
  const inputs = asked.flatMap(({ id, range, distribution, source = 'own range' }): UncertainInput[] => {
    const input = usual.find((each) => [each.id, each.id.slice(each.id.indexOf('/') + 1)].includes(id));
    if (input === undefined) {
      issues.push(unknownInput(scenario, id, usual));
      return [];
    }
    const ranged: UncertainInput =
      range === undefined ? input : { ...input, ...range, source, quality: 'personal_estimation' };
    const one = distribution === undefined ? ranged : { ...ranged, distribution };
    const wrong = rangeIssue(scenario, one);
    if (wrong !== null) issues.push(wrong);
    return [one];
  });
  const twice = inputs.find(({ id }, row) => inputs.findIndex((each) => each.id === id) < row);
  if (twice !== undefined) issues.push(twiceNamed(scenario, twice.id));
  return issues.length > 0 ? fail(issues) : succeed(inputs);
}

function isCountedFor(kpiIds: readonly string[]): (input: UncertainInput) => boolean {
  const asked = { ...COST_KPI_FACTORS, ...HOUSEHOLD_KPI_FACTORS, ...RELIABILITY_KPI_FACTORS };
  const ofCosts = kpiIds.flatMap((id) => (Object.hasOwn(asked, id) ? asked[id]! : []));
  const counted = new Set<AssumptionKey>([...Object.values(KPI_FACTORS).flat(), ...ofCosts]);
  return ({ target }) => target.kind !== 'assumption' || counted.has(target.key);
}

function boundsOf({ target }: UncertainInput, { measures }: Scenario): readonly [min: number, max: number] {
  if (target.kind === 'adoption') return [0, 1];
  if (target.kind === 'assumption') return [ASSUMPTIONS[target.key].min, ASSUMPTIONS[target.key].max];
  const type = measures.find(({ id }) => id === target.measureId)!.type;
  const { min, max } = MEASURES[type].parameters.find(({ name }) => name === target.name)!;
  return [min, max];
}

function rangeIssue(scenario: Scenario, input: UncertainInput): Issue | null {
  const { id, low, high, unit, value, distribution } = input;
  const [min, max] = boundsOf(input, scenario);
  const refuse = (message: string, remedy: string): Issue => ({
    severity: 'error',
    code: 'sensitivity-range',
    source: scenario.id,
    where: id,
    value: `${low} to ${high}`,
    message,
    remedy,
  });
  if (!(low >= min && high <= max && low <= high))
    return refuse('This is no range of the input.', `Give low and high from ${min} to ${max} ${unit}.`);
  if (distribution === 'triangular' && !(value >= low && value <= high))
    return refuse(
      `The value of the scenario, ${value} ${unit}, lies outside.`,
      'Give a range around it, or draw uniformly.',
    );
  return null;
}

const unknownInput = ({ id: source }: Scenario, id: string, usual: readonly UncertainInput[]): Issue => ({
  severity: 'error',
  code: 'sensitivity-input',
  source,
  where: id,
  message: 'The scenario has no such input.',
  remedy: `Use ${usual.map((each) => each.id).join(', ')}.`,
});

const twiceNamed = ({ id: source }: Scenario, id: string): Issue => ({
  severity: 'error',
  code: 'sensitivity-input',
  source,
  where: id,
  message: 'The input is named twice.',
  remedy: 'Give one range for it.',
});

/** The scenario with an input at another value; itself at the value it has. */
export function withInput(scenario: Scenario, input: UncertainInput, value: number): Scenario {
  if (value === input.value) return scenario;
  const { target } = input;
  if (target.kind === 'assumption') {
    const { key } = target;
    const { unit } = ASSUMPTIONS[key];
    const others = (scenario.assumptions ?? []).filter((one) => one.key !== key);
    const own = { key, value, unit, source: input.source, date: String(scenario.year) };
    return { ...scenario, assumptions: [...others, own] };
  }
  const changed = (measure: Measure): Measure =>
    target.kind === 'adoption'
      ? withShareAt(measure, scenario.year, value)
      : { ...measure, parameters: { ...measure.parameters, [target.name]: value } };
  const measures = scenario.measures.map((one) => (one.id === target.measureId ? changed(one) : one));
  return { ...scenario, measures };
}
