import { attributeWith } from '../../engine/attributeWith';
import type { Engine } from '../../engine/contract';
import { evaluateWith, withYearsAtHand } from '../../engine/evaluate';
import type { Issue } from '../../model/outcome';
import type { RunInput } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import { evenPath } from '../../scenario';
import {
  explainViolations,
  rememberYears,
  type AttributeLoad,
  type Evaluations,
  type Explanation,
} from '../../study/comparison';
import type { MilpSolver } from '../../study/milp';
import { scenarioCosts } from '../../study/scenarioCosts';
import { violationPath, wayOut, type WayOut } from '../../study/wayOut';
import type { AppState } from '../appState';
import { runInputOf, scenarioOf } from '../selectors';
import type { AppStore } from '../store';
import { brokeDown } from './followed';

/** The answer to "what overloads, since when, because of whom, and what is the cheapest way out?", as far as it has come. */
export interface WayOutStudy {
  readonly scenario: Scenario;
  /** The run it was asked of: another one makes the answer old. */
  readonly input: RunInput;
  /** Stations asked about; null = all. */
  readonly siteIds: readonly string[] | null;
  readonly status: 'running' | 'ready' | 'cancelled' | 'failed';
  /** One of its own, or what the search says. */
  readonly stage: string;
  readonly found: WayOut | null;
  readonly explanations: readonly Explanation[];
  /** First year of each violation where adoption grows evenly from today; null until known. */
  readonly firstYears: ReadonlyMap<string, number> | null;
  readonly issues: readonly Issue[];
}

const EXPLAINED = 12;

/** One study at a time: a new question ends the old one, and what had been found stays, marked as cut short. */
export class WayOutRunner {
  private abort: AbortController | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly engine: Engine,
    private readonly solve: MilpSolver,
  ) {}

  async find(scenarioId: string, siteIds: readonly string[] | null): Promise<void> {
    this.stop();
    const state = this.store.getState();
    const scenario = scenarioOf(state, scenarioId);
    const input = scenario === undefined ? null : runInputOf(state, scenario);
    if (scenario === undefined || input === null) return;
    const abort = new AbortController();
    this.abort = abort;
    const study: WayOutStudy = {
      ...{ scenario, input, siteIds, status: 'running', stage: 'reading' },
      ...{ found: null, explanations: [], firstYears: null, issues: [] },
    };
    this.store.setState({ wayOut: study });
    try {
      await this.work(study, abort.signal);
    } catch (error) {
      if (!abort.signal.aborted)
        this.patch({ status: 'failed', stage: 'failed', issues: [brokeDown(study.scenario.id, error)] });
    }
    if (this.abort === abort) this.abort = null;
  }

  cancel(): void {
    this.stop();
    if (this.store.getState().wayOut?.status === 'running')
      this.patch({ status: 'cancelled', stage: 'cancelled' });
  }

  /** Ends the study under way, and the optimiser with it: a hard programme may go on for half a minute. */
  private stop(): void {
    if (this.abort === null) return;
    this.abort.abort();
    this.abort = null;
    this.solve.cancel?.();
  }

  private patch(part: Partial<WayOutStudy>): void {
    this.store.setState(({ wayOut: study }: AppState) =>
      study === null ? {} : { wayOut: { ...study, ...part } },
    );
  }

  private async work(study: WayOutStudy, signal: AbortSignal): Promise<void> {
    const { scenario, siteIds } = study;
    const { scenario: _, ...input } = study.input;
    const { district, baseEdits, weather } = input;
    const { evaluate, known } = withYearsAtHand(evaluateWith(this.engine, input, { signal, passing: true }));
    const evaluations = rememberYears(evaluate);
    const tools = {
      evaluations,
      solve: this.solve,
      costsOf: (one: Scenario) => scenarioCosts({ district, baseEdits, weather, scenario: one }),
    };
    const request = siteIds === null ? { scenario } : { scenario, siteIds };
    for await (const outcome of wayOut(tools, request)) {
      if (signal.aborted) return;
      if (!outcome.ok) return this.patch({ status: 'failed', issues: outcome.issues });
      const isFirst = this.store.getState().wayOut?.found === null;
      this.patch({ found: outcome.value, stage: outcome.value.stage });
      if (isFirst)
        await this.explain(study, outcome.value, attributeWith(this.engine, study.input, known), signal);
    }
    await this.since(study, evaluations, signal);
    if (!signal.aborted) this.patch({ status: 'ready', stage: 'done' });
  }

  /** Who makes up the worst hours; a study that cannot say is still one. */
  private async explain(
    { scenario }: WayOutStudy,
    found: WayOut,
    attribute: AttributeLoad,
    signal: AbortSignal,
  ): Promise<void> {
    const worst = found.violations.map((each) => ({ ...each, topSteps: each.topSteps.slice(0, 1) }));
    const explained = await explainViolations(scenario, worst, attribute, EXPLAINED);
    if (explained.ok && !signal.aborted) this.patch({ explanations: explained.value });
  }

  private async since(
    { scenario, input }: WayOutStudy,
    evaluations: Evaluations,
    signal: AbortSignal,
  ): Promise<void> {
    if (signal.aborted) return;
    this.patch({ stage: 'since' });
    const path = evenPath(scenario, presentYearOf(this.store.getState(), scenario, input));
    const found = await violationPath(evaluations, path);
    if (found.ok && !signal.aborted) this.patch({ firstYears: found.value.first });
  }
}

/** The year that adoption grows from: the baseline's. */
function presentYearOf(state: AppState, scenario: Scenario, { district }: RunInput): number {
  const baseline = state.history.present.scenarios[0];
  const isOfDistrict = baseline !== undefined && baseline.base.districtId === district.id;
  return Math.min(isOfDistrict ? baseline.year : scenario.year, scenario.year);
}
