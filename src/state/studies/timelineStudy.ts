import type { Engine } from '../../engine/contract';
import { evaluateWith } from '../../engine/evaluate';
import type { Issue, Outcome } from '../../model/outcome';
import type { RunInput } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import { pathYears, scenarioAt } from '../../scenario';
import { rememberYears, type Evaluations } from '../../study/comparison';
import type {
  Interventions,
  PathTools,
  PathYear,
  Timeline,
  TimelineOrder,
  YearInvestment,
} from '../../study/path';
import { scenarioCosts, type ScenarioCosts } from '../../study/scenarioCosts';
import { wordsOf } from '../../words';
import type { AppState } from '../appState';
import { freshScenarioName } from '../document';
import { runInputOf, scenarioOf } from '../selectors';
import type { AppStore } from '../store';
import { brokeDown } from './followed';
import type { Pace } from './studyYears';

interface Standing {
  readonly status: 'running' | 'ready' | 'cancelled' | 'failed';
  readonly pace: Pace;
  readonly issues: readonly Issue[];
}

/** What a yearly budget affords of the path. */
export interface BudgetStudy extends Standing {
  readonly stage: 'pricing' | 'gains' | 'done';
  readonly budgetEurPerYear: number;
  readonly order: TimelineOrder;
  readonly laid: { readonly found: Interventions; readonly timeline: Timeline } | null;
}

/** A scenario in the years of its path, as far as they have been run. */
export interface TimelineStudy extends Standing {
  readonly scenario: Scenario;
  /** The run it was asked of: another one makes the answer old. */
  readonly input: RunInput;
  /** Those of the path. */
  readonly years: readonly number[];
  /** The steps in which something fails first are halved until the year is known. */
  readonly isExact: boolean;
  /** In order, those in between included. */
  readonly found: readonly PathYear[];
  /** By year of the path; known before the first year has run. */
  readonly investments: readonly YearInvestment[];
  readonly budget: BudgetStudy | null;
}

const START: Standing = { status: 'running', pace: { done: 0, remainingS: null }, issues: [] };
const DONE = { status: 'ready', pace: { done: 1, remainingS: 0 } } as const;
/** Whole years held beside those on screen, so that a study that was stopped goes on where it was. */
const KEPT_YEARS = 12;

/** Lets the page show what there is before the next year is counted. */
const painted = () => new Promise<void>((resolve) => setTimeout(resolve));

type Base = Omit<RunInput, 'scenario'>;
const BASE = ['district', 'baseEdits', 'weather', 'stepS'] as const satisfies readonly (keyof Base)[];

/** One question at a time: a new one ends the old one, and what had been found stays, marked as partial. */
export class TimelineRunner {
  private abort: AbortController | null = null;
  /** Of the question under way. */
  private signal: AbortSignal | null = null;
  private known: { readonly of: Base; readonly evaluations: Evaluations } | null = null;
  private priced: { readonly input: RunInput; readonly byYear: Map<number, Outcome<ScenarioCosts>> } | null =
    null;

  constructor(
    private readonly store: AppStore,
    private readonly engine: Engine,
    private readonly add: (scenario: Scenario, stepName: string) => void,
  ) {}

  /** Runs the years of the scenario's path. */
  async ask(scenarioId: string, isExact = false): Promise<void> {
    this.cancel();
    const state = this.store.getState();
    const scenario = scenarioOf(state, scenarioId);
    const input = scenario === undefined ? null : runInputOf(state, scenario);
    if (scenario === undefined || input === null) return;
    const abort = (this.abort = new AbortController());
    const years = pathYears(scenario);
    const before = state.timeline;
    const budget = before?.input === input ? before.budget : null;
    this.store.setState({
      timeline: { scenario, input, years, isExact, found: [], investments: [], budget, ...START },
    });
    await this.guarded(
      abort.signal,
      scenario.id,
      (part) => this.patch(part),
      () => this.run(abort.signal),
    );
  }

  /** Lays what the present path is made of over its years under a budget. */
  async budget(budgetEurPerYear: number, order: TimelineOrder): Promise<void> {
    this.cancel();
    const { timeline } = this.store.getState();
    if (timeline === null) return;
    const { signal } = (this.abort = new AbortController());
    this.patch({ budget: { ...START, stage: 'pricing', budgetEurPerYear, order, laid: null } });
    const patch = (part: Partial<Standing>) => this.patchBudget(part);
    await this.guarded(signal, timeline.scenario.id, patch, () => this.lay(timeline, signal));
  }

  /** What the budget affords, as a scenario beside the one it was laid out for. */
  async take(name: string): Promise<void> {
    const { timeline, history, language } = this.store.getState();
    const laid = timeline?.budget?.laid ?? null;
    if (timeline === null || laid === null) return;
    const { timelineScenario } = await import('../../study/path');
    const afforded = timelineScenario(timeline.scenario, laid.timeline, laid.found);
    const { id } = freshScenarioName(history.present);
    this.add({ ...afforded, id, name }, wordsOf(language)('steps.create', { name }));
  }

  cancel(): void {
    this.abort?.abort();
    this.abort = null;
    const { timeline } = this.store.getState();
    if (timeline?.status === 'running') this.patch({ status: 'cancelled' });
    if (timeline?.budget?.status === 'running') this.patchBudget({ status: 'cancelled' });
  }

  /** A study that waits for nothing any more must not look as if it did. */
  private async guarded(
    signal: AbortSignal,
    source: string,
    patch: (part: Partial<Standing>) => void,
    work: () => Promise<Outcome<unknown> | null>,
  ): Promise<void> {
    try {
      const outcome = await work();
      if (signal.aborted || outcome === null) return;
      patch(outcome.ok ? DONE : { status: 'failed', issues: outcome.issues });
    } catch (error) {
      if (!signal.aborted) patch({ status: 'failed', issues: [brokeDown(source, error)] });
    }
  }

  private async run(signal: AbortSignal): Promise<Outcome<unknown> | null> {
    const { scenario, input, years, isExact } = this.store.getState().timeline!;
    const { investmentsByYear, runPath } = await import('../../study/path');
    const tools = this.toolsFor(input, signal);
    await this.price(tools, scenario, years, signal, () => undefined);
    if (signal.aborted) return null;
    const priced = years.flatMap((year) => {
      const costs = tools.costsOf(scenarioAt(scenario, year));
      return costs.ok ? [{ year, costs: costs.value }] : [];
    });
    this.patch({ investments: investmentsByYear(priced) });
    const startMs = Date.now();
    const onYear = (year: PathYear) => {
      if (signal.aborted) return;
      const { found } = this.store.getState().timeline!;
      const all = [...found, year].sort((a, b) => a.year - b.year);
      this.patch({ found: all, pace: paceOf(all.length, Math.max(years.length, all.length), startMs) });
    };
    return runPath(tools, { scenario, years, bisect: isExact, onYear });
  }

  private async lay(
    { scenario, input, years }: TimelineStudy,
    signal: AbortSignal,
  ): Promise<Outcome<unknown> | null> {
    const { budgetEurPerYear, order } = this.store.getState().timeline!.budget!;
    const { interventionsOf, layTimeline } = await import('../../study/path');
    const span = [years[0]!, years.at(-1)!] as const;
    const all = Array.from({ length: span[1] - span[0] + 1 }, (_, row) => span[0] + row);
    const tools = this.toolsFor(input, signal);
    await this.price(tools, scenario, all, signal, (pace) => this.patchBudget({ pace }));
    if (signal.aborted) return null;
    this.patchBudget({ stage: 'gains', pace: START.pace });
    const startMs = Date.now();
    let ran = 0;
    const yearOf: Evaluations['yearOf'] = async (one) => {
      const year = await tools.evaluations.yearOf(one);
      ran += 1;
      // Everything once, and once without each measure.
      if (!signal.aborted) this.patchBudget({ pace: paceOf(ran, 1 + scenario.measures.length, startMs) });
      return year;
    };
    const found = await interventionsOf({ ...tools, evaluations: { yearOf } }, scenario, span, order);
    if (signal.aborted || !found.ok) return found;
    const timeline = layTimeline({ ...found.value, budgetEurPerYear, order });
    this.patchBudget({ stage: 'done', laid: { found: found.value, timeline } });
    return found;
  }

  /** A year of a town takes long enough to be felt: the page answers between them. */
  private async price(
    { costsOf }: PathTools,
    scenario: Scenario,
    years: readonly number[],
    signal: AbortSignal,
    onPace: (pace: Pace) => void,
  ): Promise<void> {
    const startMs = Date.now();
    for (const [row, year] of years.entries()) {
      if (signal.aborted) return;
      costsOf(scenarioAt(scenario, year));
      onPace(paceOf(row + 1, years.length, startMs));
      await painted();
    }
  }

  private toolsFor(input: RunInput, signal: AbortSignal): PathTools {
    const { scenario: _, ...of } = input;
    const isSame = this.known !== null && BASE.every((key) => this.known!.of[key] === of[key]);
    const known = isSame
      ? this.known!
      : { of, evaluations: rememberYears((one) => this.evaluate(of, one), KEPT_YEARS) };
    this.known = known;
    this.signal = signal;
    if (this.priced?.input !== input) this.priced = { input, byYear: new Map() };
    const { byYear } = this.priced;
    return {
      evaluations: known.evaluations,
      // Of one scenario, so that a year says which.
      costsOf: (one) => {
        const present = byYear.get(one.year) ?? scenarioCosts({ ...of, scenario: one });
        byYear.set(one.year, present);
        return present;
      },
    };
  }

  private evaluate(of: Base, scenario: Scenario) {
    const options = { passing: true, ...(this.signal === null ? {} : { signal: this.signal }) };
    return evaluateWith(this.engine, of, options)(scenario);
  }

  private patch(part: Partial<TimelineStudy>): void {
    this.store.setState(({ timeline }: AppState) =>
      timeline === null ? {} : { timeline: { ...timeline, ...part } },
    );
  }

  private patchBudget(part: Partial<BudgetStudy>): void {
    const budget = this.store.getState().timeline?.budget ?? null;
    if (budget !== null) this.patch({ budget: { ...budget, ...part } });
  }
}

function paceOf(done: number, expected: number, startMs: number): Pace {
  const share = Math.min(1, done / Math.max(1, expected));
  const passedS = (Date.now() - startMs) / 1000;
  return { done: share, remainingS: share === 0 ? null : (passedS * (1 - share)) / share };
}
