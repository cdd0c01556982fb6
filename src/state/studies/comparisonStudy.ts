import { attributeWith } from '../../engine/attributeWith';
import type { Engine } from '../../engine/contract';
import { succeed, type Issue, type Outcome } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import {
  compareScenarios,
  districtKpisIn,
  rememberedMoney,
  rememberYears,
  withCosts,
  withMoney,
  withReliability,
  type AttributeLoad,
  type Comparison,
  type ComparisonRequest,
  type Evaluations,
  type MoneyOf,
  type Wishes,
} from '../../study/comparison';
import type { MeterYear } from '../../study/loads/meterYear';
import { scenarioCosts, type ScenarioCosts } from '../../study/scenarioCosts';
import type { Evaluate } from '../../study/scenarioYear';
import type { AppState, RunResult } from '../appState';
import type { AppStore } from '../store';
import { areSameYears, comparableOf, type ComparableYear } from './comparable';
import { followed } from './followed';

/** Every scenario whose year is there against one of them, as far as it has come. */
export interface ComparisonStudy {
  readonly years: readonly ComparableYear[];
  readonly baselineId: string;
  readonly status: 'running' | 'ready' | 'cancelled' | 'failed';
  readonly stage: 'reading' | 'bills' | 'cancelled' | 'done';
  readonly found: Comparison | null;
  readonly issues: readonly Issue[];
}

/** The same years twice: with the cost of measures, and with bills and reasons as well. */
interface Work {
  readonly base: Pick<ComparisonRequest, 'scenarios' | 'costsOf'>;
  readonly full: Pick<ComparisonRequest, 'scenarios' | 'costsOf' | 'moneyOf' | 'attribute'>;
  readonly priced: Evaluations;
  readonly billed: Evaluations;
}

/** Lets the page show what there is before the next scenario is counted. */
const painted = () => new Promise<void>((resolve) => setTimeout(resolve));

const signalOf = (abort: AbortController | null) => (abort === null ? {} : { signal: abort.signal });

/**
 * Compares the years on screen; nothing is run but what bills need. First everything that the years themselves tell, at once,
 * then bills, who pays whom and why limits are not kept.
 */
export class ComparisonRunner {
  private abort: AbortController | null = null;
  private billedYears: readonly ComparableYear[] = [];
  private prepared: { readonly years: readonly ComparableYear[]; readonly work: Work } | null = null;
  private readonly money = rememberedMoney();
  private readonly loads = new WeakMap<RunResult, Map<string, ReturnType<AttributeLoad>>>();

  constructor(
    private readonly store: AppStore,
    private readonly engine: Engine,
  ) {}

  /** Against this scenario; nothing where that stands already. */
  async compare(baselineId: string): Promise<void> {
    const state = this.store.getState();
    const { ready: years } = comparableOf(state);
    const baseline = years.findIndex(({ scenario }) => scenario.id === baselineId);
    const { comparison: present } = state;
    const isSame = present?.baselineId === baselineId && areSameYears(present.years, years);
    if (baseline < 0 || (isSame && (present.status === 'running' || present.status === 'ready'))) return;
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    const study = { years, baselineId, status: 'running', stage: 'reading' } as const;
    const isOther = present === null || !areSameYears(present.years, years);
    this.store.setState({ comparison: { ...study, found: isOther ? null : present.found, issues: [] } });
    const isBilled = areSameYears(this.billedYears, years);
    await painted();
    if (abort.signal.aborted) return;
    const work = this.preparedFor(years);
    if (!isBilled && !(await this.stream(work.priced, abort.signal, { ...work.base, baseline }))) return;
    if (abort.signal.aborted) return;
    this.patch({ stage: 'bills' });
    if (!(await this.stream(work.billed, abort.signal, { ...work.full, baseline }))) return;
    this.billedYears = years;
    this.patch({ status: 'ready', stage: 'done' });
  }

  /** What counts in the ranking; null = as proposed. */
  wish(wishes: Wishes | null): void {
    this.store.setState({ wishes });
  }

  cancel(): void {
    this.abort?.abort();
    if (this.store.getState().comparison?.status === 'running')
      this.patch({ status: 'cancelled', stage: 'cancelled' });
  }

  private patch(part: Partial<ComparisonStudy>): void {
    this.store.setState(({ comparison }: AppState) =>
      comparison === null ? {} : { comparison: { ...comparison, ...part } },
    );
  }

  /** False where it was stopped or failed. A partial result never takes the place of a fuller one. */
  private async stream(
    evaluations: Evaluations,
    signal: AbortSignal,
    request: ComparisonRequest,
  ): Promise<boolean> {
    const { baselineId = '' } = this.store.getState().comparison ?? {};
    return followed(compareScenarios(evaluations, request), signal, baselineId, {
      found: async (found) => {
        const known = this.store.getState().comparison?.found ?? null;
        if (known === null || found.scenarios.length >= known.scenarios.length) this.patch({ found });
        await painted();
      },
      failed: (issues) => this.patch({ status: 'failed', issues }),
    });
  }

  /** What has been counted of these years stays, whatever they are held against. */
  private preparedFor(years: readonly ComparableYear[]): Work {
    const { prepared } = this;
    if (prepared !== null && areSameYears(prepared.years, years)) return prepared.work;
    const work = this.workOf(years);
    this.prepared = { years, work };
    return work;
  }

  private workOf(years: readonly ComparableYear[]): Work {
    const [first] = years;
    const { scenario: _, ...input } = first!.input;
    const { district, baseEdits, weather } = input;
    const byScenario = new Map(years.map((year) => [year.scenario, year]));
    const evaluate: Evaluate = (scenario) => Promise.resolve(this.yearOf(byScenario.get(scenario)!));
    const costs = new Map<Scenario, Outcome<ScenarioCosts>>();
    const costsOf = (scenario: Scenario) => {
      const known = costs.get(scenario) ?? scenarioCosts({ district, baseEdits, weather, scenario });
      costs.set(scenario, known);
      return known;
    };
    const metersOf = async (scenario: Scenario) => {
      const ofYear = byScenario.get(scenario)!;
      const { input: own, result: known } = ofYear;
      const meters = await this.engine.meters(own, { known, passing: true, ...signalOf(this.abort) });
      if (meters.ok) await this.bill(ofYear, meters.value, costsOf(scenario));
      return meters;
    };
    const moneyOf: MoneyOf = async (year, ofMeasures) => {
      const meters = await metersOf(year.scenario);
      if (!meters.ok) return meters;
      const paid = ofMeasures === undefined ? {} : { costs: ofMeasures };
      return this.money.count({ year, meters: meters.value, ...paid });
    };
    const priced = withCosts(evaluate, costsOf, districtKpisIn);
    const supplied = withReliability(priced.evaluate, priced.kpisIn);
    const billed = withMoney(supplied.evaluate, metersOf, costsOf, supplied.kpisIn, this.money.count);
    const base = { scenarios: years.map(({ scenario }) => scenario), costsOf };
    const known = (scenario: Scenario) => byScenario.get(scenario)?.result ?? null;
    const attribute = this.rememberedLoads(attributeWith(this.engine, input, known), byScenario);
    const kept = years.length;
    return {
      base,
      full: { ...base, moneyOf, attribute },
      priced: rememberYears(priced.evaluate, kept, priced.kpisIn),
      billed: rememberYears(billed.evaluate, kept, billed.kpisIn),
    };
  }

  /** Counts a year's money in a worker, once, so that whoever asks on this thread finds it counted. */
  private async bill(
    { scenario, input, result }: ComparableYear,
    meters: MeterYear,
    costs: Outcome<ScenarioCosts>,
  ): Promise<void> {
    const district = this.engine.effectiveDistrict(input);
    if (!district.ok || !costs.ok) return;
    const year = { scenario, district: district.value, result };
    const asked = { year, meters, costs: costs.value };
    if (this.money.has(asked)) return;
    const money = await this.engine.money(input, asked, signalOf(this.abort));
    // What a worker could not count is counted here, where its failure is told.
    if (money.ok) this.money.keep(asked, money);
  }

  private yearOf({ scenario, input, result }: ComparableYear): Awaited<ReturnType<Evaluate>> {
    const district = this.engine.effectiveDistrict(input);
    if (!district.ok) return district;
    const kpis = districtKpisIn(result, scenario, district.value);
    return succeed({ scenario, district: district.value, result, kpis });
  }

  /** Why a limit is not kept does not depend on the baseline. */
  private rememberedLoads(
    attribute: AttributeLoad,
    years: ReadonlyMap<Scenario, ComparableYear>,
  ): AttributeLoad {
    return (scenario, branchId, step) => {
      const { result } = years.get(scenario)!;
      const key = `${branchId} ${step}`;
      const known = this.loads.get(result)?.get(key);
      if (known !== undefined) return known;
      const asked = attribute(scenario, branchId, step);
      this.keep(this.loads, result, key, asked);
      return asked;
    };
  }

  private keep<Key, Value>(
    into: WeakMap<RunResult, Map<Key, Value>>,
    result: RunResult,
    key: Key,
    value: Value,
  ): void {
    const present = into.get(result) ?? new Map<Key, Value>();
    into.set(result, present.set(key, value));
  }
}
