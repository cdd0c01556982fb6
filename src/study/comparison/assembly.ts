import { decisionIssues, type Criterion } from '../../kpi/decision';
import { fail, settle, succeed, type Issue, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import { differenceOf, differenceSentence, measureInWords } from '../../scenario';
import type { ScenarioYear } from '../scenarioYear';
import type { DifferenceAttribution } from './attributeDifference';
import type { ComparedScenario, Comparison, ComparisonRequest } from './comparison';
import { decide, type Decision } from './decision';
import { elementChanges } from './elements';
import type { Evaluations } from './evaluations';
import { explainViolations, type Explanation } from './explain';
import { kpiTable } from './kpiTable';
import { nodesOf } from './nodes';
import { presentValuesOf, type CostedYear } from './presentValues';
import { criteriaOf } from './references';
import { violationsIn, type Violation } from './violations';

const EXPLAINED = 3;

/** A comparison in the making: scenarios come in one by one, and what there is can be looked at at any time. */
export class Assembly {
  private readonly keys: readonly string[];
  private readonly found = new Map<number, ComparedScenario>();
  private readonly issues: Issue[] = [];
  private criteria: readonly Criterion[] = [];
  private decision: Decision | undefined;

  constructor(
    private readonly evaluations: Evaluations,
    private readonly request: ComparisonRequest,
  ) {
    this.keys = uniqueKeys(request.scenarios);
    this.issues.push(...(request.warnings ?? []));
  }

  /** Runs the scenario of a row and explains what it violates; the baseline has to come first. */
  async add(row: number): Promise<Outcome<null>> {
    const { scenarios, baseline: baselineRow, attribute, explained = EXPLAINED } = this.request;
    const evaluated = await this.evaluations.yearOf(scenarios[row]!);
    if (!evaluated.ok) return evaluated;
    const inMoney = await this.inMoney(evaluated.value);
    if (!inMoney.ok) return inMoney;
    const year = evaluated.value;
    const baseline = this.found.get(baselineRow)?.year ?? year;
    const unlike = calendarIssues(baseline, year);
    if (unlike.length > 0) return fail(unlike);
    const violations = violationsIn(year);
    // At once: a year that the engine has forgotten would be run again.
    const told =
      attribute === undefined
        ? succeed<readonly Explanation[]>([])
        : await explainViolations(year.scenario, violations, attribute, explained);
    if (!told.ok) return told;
    this.issues.push(...evaluated.issues, ...inMoney.issues);
    const found = compared(this.keys[row]!, year, baseline, violations, told.value);
    const whole = { ...found, ...inMoney.value };
    const base = this.found.get(baselineRow) ?? whole;
    this.found.set(row, { ...whole, ...worthOf(whole, base) });
    return succeed(null);
  }

  /** What its measures cost, and who pays whom, as far as it is asked for. */
  private async inMoney(year: ScenarioYear): Promise<Outcome<Pick<ComparedScenario, 'costs' | 'money'>>> {
    const { costsOf, moneyOf } = this.request;
    const costs = costsOf?.(year.scenario);
    if (costs?.ok === false) return costs;
    const known = costs === undefined ? {} : { costs: costs.value };
    if (moneyOf === undefined) return succeed(known);
    const money = await moneyOf(year, costs?.value);
    if (!money.ok) return money;
    return succeed({ ...known, money: money.value }, money.issues);
  }

  /** Fixes what scenarios are ranked by, before all of them are run: a wrong wish is refused at once. */
  async fixCriteria(): Promise<Outcome<null>> {
    const { wishes, today, scenarios, baseline } = this.request;
    if (wishes === undefined) return succeed(null);
    const fixed = await this.evaluations.yearOf(today ?? scenarios[baseline]!);
    if (!fixed.ok) return fixed;
    const criteria = criteriaOf(wishes, fixed.value);
    if (!criteria.ok) return criteria;
    const refused = decisionIssues(criteria.value, wishes.weights, []);
    this.criteria = criteria.value;
    return settle(null, refused);
  }

  /** Ranks the scenarios, all of which have to be there. */
  decide(): Outcome<null> {
    const { wishes } = this.request;
    if (wishes === undefined) return succeed(null);
    const decided = decide(this.criteria, wishes.weights, this.inOrder());
    if (!decided.ok) return decided;
    this.decision = decided.value;
    return succeed(null);
  }

  attribute(row: number, attribution: DifferenceAttribution): void {
    this.found.set(row, { ...this.found.get(row)!, attribution });
  }

  /** The years are there all the same: a share that cannot be told is left out, and why is a warning. */
  leaveUnattributed(row: number, reasons: readonly Issue[]): void {
    const { attribution: _, ...found } = this.found.get(row)!;
    this.found.set(row, found);
    const lead = `What each measure adds to ${found.scenario.name} is left out.`;
    for (const issue of reasons)
      this.issues.push({ ...issue, severity: 'warning', message: `${lead} ${issue.message}` });
  }

  snapshot(status: Comparison['status']): Outcome<Comparison> {
    const scenarios = this.inOrder();
    const baseline = this.found.get(this.request.baseline)!;
    const { stepS, stepCount, startWeekday, utcOffsetMin } = baseline.year.result;
    return succeed({
      status,
      baselineKey: baseline.key,
      scenarios,
      pending: this.keys.filter((_, row) => !this.found.has(row)),
      kpis: kpiTable(baseline, scenarios),
      ...(this.decision === undefined ? {} : { decision: this.decision }),
      stepS,
      stepCount,
      startWeekday,
      utcOffsetMin,
      issues: [...this.issues],
      evaluations: this.evaluations.count(),
    });
  }

  private inOrder(): readonly ComparedScenario[] {
    return this.keys.flatMap((_, row) => this.found.get(row) ?? []);
  }
}

function compared(
  key: string,
  year: ScenarioYear,
  baseline: ScenarioYear,
  violations: readonly Violation[],
  explanations: readonly Explanation[],
): ComparedScenario {
  const { scenario } = year;
  const differences = differenceOf(baseline.scenario, scenario);
  return {
    key,
    scenario,
    year,
    measures: scenario.measures.map(measureInWords),
    differences,
    sentences: differences.map(differenceSentence),
    nodes: nodesOf(year),
    elements: elementChanges(baseline, year),
    violations,
    explanations,
  };
}

/** Present values, where it is known what measures cost. */
function worthOf(
  found: ComparedScenario,
  baseline: ComparedScenario,
): Pick<ComparedScenario, 'presentValues'> {
  const [year, base] = [costedYear(found), costedYear(baseline)];
  if (year === undefined || base === undefined) return {};
  return { presentValues: presentValuesOf(year, found === baseline ? year : base) };
}

const costedYear = ({ year, costs }: ComparedScenario): CostedYear | undefined =>
  costs === undefined ? undefined : { ...year, costs };

/** Ids in order; a second scenario of an id already there is told apart by its number. */
export function uniqueKeys(scenarios: readonly Pick<Scenario, 'id'>[]): readonly string[] {
  const keys: string[] = [];
  for (const { id } of scenarios) {
    let key = id;
    for (let number = 2; keys.includes(key); number += 1) key = `${id} (${number})`;
    keys.push(key);
  }
  return keys;
}

function calendarIssues(a: ScenarioYear, b: ScenarioYear): readonly Issue[] {
  const texts = [a, b].map(
    ({ result }) => `${result.stepS} s, ${result.stepCount} steps, weekday ${result.startWeekday}`,
  );
  if (texts[0] === texts[1]) return [];
  return [
    {
      severity: 'error',
      code: 'comparison-steps',
      source: b.scenario.id,
      value: texts[1]!,
      message: `Its steps are not those of the baseline (${texts[0]}): curves cannot be held against each other.`,
      remedy: 'Run all scenarios with one step and one weather year.',
    },
  ];
}
