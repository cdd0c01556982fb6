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
import { violationPath, wayOut, type WayOut, type WayOutProgress } from '../../study/wayOut';
import { wordsOf } from '../../words';
import type { AppState } from '../appState';
import { runInputOf, scenarioOf } from '../selectors';
import type { AppStore } from '../store';
import { scenarioName } from '../view/scenarioWords';
import { eurText, setTitle, verdictText } from '../view/wayOut';
import { brokeDown } from './followed';
import type { Pace } from './studyYears';

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
  /** Kinds, sets and first years that are done, of all that are known of; null where that is not counted yet. */
  readonly pace: Pace | null;
  /** It ended while nobody looked at it. */
  readonly isUnseen: boolean;
  readonly explanations: readonly Explanation[];
  /** First year of each violation where adoption grows evenly from today; null until known. */
  readonly firstYears: ReadonlyMap<string, number> | null;
  readonly issues: readonly Issue[];
}

const EXPLAINED = 12;
/** Years that a set takes beside a kind of candidate, which takes one: proposals that do not hold are run as well. */
const YEARS_OF_SET = 3;
/** For the first years at the end, as many as a path has. */
const YEARS_OF_PATH = 5;

/** Of what is known to be done; the time left at the pace so far, once a tenth is there to tell it by. */
export function paceOf(progress: WayOutProgress | null, startMs: number, nowMs = Date.now()): Pace | null {
  if (progress === null) return null;
  const { tried, toTry, judged, toJudge } = progress;
  const done = (tried + judged * YEARS_OF_SET) / (toTry + toJudge * YEARS_OF_SET + YEARS_OF_PATH);
  const passedS = (nowMs - startMs) / 1000;
  return { done, remainingS: done < 0.1 ? null : (passedS * (1 - done)) / done };
}

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
      ...{ found: null, pace: null, isUnseen: false, explanations: [], firstYears: null, issues: [] },
    };
    this.store.setState({ wayOut: study });
    try {
      await this.work(study, abort.signal);
    } catch (error) {
      if (!abort.signal.aborted) this.fail(study, [brokeDown(study.scenario.id, error)]);
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
    const startMs = Date.now();
    const request = siteIds === null ? { scenario } : { scenario, siteIds };
    for await (const outcome of wayOut(tools, request)) {
      if (signal.aborted) return;
      if (!outcome.ok) return this.fail(study, outcome.issues);
      const isFirst = this.store.getState().wayOut?.found === null;
      const { progress, stage } = outcome.value;
      this.patch({ found: outcome.value, stage, pace: paceOf(progress, startMs) });
      if (isFirst)
        await this.explain(study, outcome.value, attributeWith(this.engine, study.input, known), signal);
    }
    await this.since(study, evaluations, signal);
    if (!signal.aborted) this.end(study);
  }

  /** The answer comes to the user, whether the page of the search is open or not. */
  private end({ scenario }: WayOutStudy): void {
    this.patch({ status: 'ready', stage: 'done', isUnseen: !this.store.getState().showsWayOut });
    const { wayOut: study, language } = this.store.getState();
    if (study === null) return;
    const words = wordsOf(language);
    const name = scenarioName(scenario, words);
    const [best] = study.found?.sets ?? [];
    const text =
      best === undefined
        ? words('wayOut.ended', { name })
        : words('wayOut.found', {
            ...{ name, set: setTitle(best, language), yearly: eurText(best.cost.yearlyEur, language) },
            verdict: verdictText(best, language, study.found?.elsewhere),
          });
    this.store.setState({ announcement: text });
  }

  /** A search that cannot go on is told like one that has ended. */
  private fail({ scenario }: WayOutStudy, issues: readonly Issue[]): void {
    const { showsWayOut, language } = this.store.getState();
    this.patch({ status: 'failed', stage: 'failed', issues, isUnseen: !showsWayOut });
    const words = wordsOf(language);
    const name = scenarioName(scenario, words);
    this.store.setState({ announcement: words('wayOut.lineFailedOf', { name }) });
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
