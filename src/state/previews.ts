import type { Engine, Preview, RunResult } from '../engine/contract';
import { hardestChunks } from '../kpi';
import type { RunInput } from '../model/run';
import type { Scenario } from '../model/scenario';
import { withSpellsLaid } from '../study/spells';
import type { AppState } from './appState';
import { asksForSameYear } from './scenarioBasis';
import { baselineResult, runInputOf, runOf, scenarioOf } from './selectors';
import type { AppStore } from './store';

/** The first look at a scenario, and as it stood then: while a slider is held, further than the document. */
export interface ScenarioPreview {
  readonly scenario: Scenario;
  readonly input: RunInput;
  readonly preview: Preview;
}

interface Asked {
  readonly scenario: Scenario;
  readonly input: RunInput;
  readonly abort: AbortController;
}

/**
 * First looks at changed scenarios, one at a time: while one is under way only the newest question waits, so that a slider
 * that is held gets answers, and not a queue of them.
 */
export class Previews {
  private current: Asked | null = null;
  private next: Asked | null = null;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly store: AppStore,
    private readonly engine: Engine,
  ) {}

  /** Takes away what a scenario no longer is. */
  drop(scenarioId: string): void {
    if (this.next?.scenario.id === scenarioId) this.next = null;
    if (this.current?.scenario.id === scenarioId) this.current.abort.abort();
    this.store.setState(({ previews: { [scenarioId]: _dropped, ...previews } }) => ({ previews }));
  }

  /**
   * The year of a scenario begins. A look at just this, while it was dragged, stays; one at anything else goes, and a new one
   * is taken.
   */
  async before(scenario: Scenario, input: RunInput, signal: AbortSignal): Promise<void> {
    const present = this.store.getState().previews[scenario.id];
    if (present !== undefined && isLookAt(present, scenario, input)) {
      this.show({ ...present, scenario, input });
      return;
    }
    this.drop(scenario.id);
    await this.look(scenario, input, signal);
  }

  /** The scenario has changed in what no year depends on: the look at it is one at this. */
  restate(scenario: Scenario, input: RunInput): void {
    const present = this.store.getState().previews[scenario.id];
    if (present !== undefined && asksForSameYear(present.input, input))
      this.show({ ...present, scenario, input });
  }

  /** Resolves when nothing newer of this question is to be expected: answered, overtaken or failed. */
  look(scenario: Scenario, input: RunInput, signal?: AbortSignal): Promise<void> {
    if (baselineResult(this.store.getState()) === null || this.engine.isKnown(input))
      return Promise.resolve();
    const abort = new AbortController();
    signal?.addEventListener('abort', () => abort.abort(), { once: true });
    this.release();
    this.next = { scenario, input, abort };
    const settled = new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.current === null) void this.work();
    return settled;
  }

  /** Forgets everything: another district is on screen. */
  reset(): void {
    this.current?.abort.abort();
    this.next = null;
    this.release();
    this.store.setState({ previews: {} });
  }

  /** Those who wait for a question that has been overtaken wait no longer. */
  private release(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  private async work(): Promise<void> {
    while (this.next !== null) {
      const asked = this.next;
      this.current = asked;
      this.next = null;
      await this.answer(asked);
      if (this.next === null) this.release();
    }
    this.current = null;
  }

  private async answer({ scenario, input, abort }: Asked): Promise<void> {
    const known = lastYearOf(this.store.getState(), scenario.id);
    if (known === null || abort.signal.aborted) return;
    const chunks = hardestChunks(known, withSpellsLaid(input).weather.tempDegC);
    const outcome = await this.engine.preview(input, chunks, { signal: abort.signal });
    if (!outcome.ok || abort.signal.aborted) return;
    this.show({ scenario, input, preview: outcome.value });
  }

  private show(shown: ScenarioPreview): void {
    this.store.setState((state) => ({ previews: { ...state.previews, [shown.scenario.id]: shown } }));
  }
}

/** The year whose hard weeks are looked at: the scenario's own as it was before, else the baseline's; of the same steps. */
export function lastYearOf(state: AppState, scenarioId: string): RunResult | null {
  const own = runOf(state, scenarioId).result;
  return own !== null && own.stepS === state.stepS ? own : baselineResult(state);
}

const isLookAt = (shown: ScenarioPreview, scenario: Scenario, { baseEdits, stepS }: RunInput): boolean =>
  shown.input.baseEdits === baseEdits &&
  shown.input.stepS === stepS &&
  JSON.stringify(shown.scenario) === JSON.stringify(scenario);

/** The look that stands in for a year that is not there yet, or for one that is being changed; null otherwise. */
export function standingPreview(state: AppState, id: string): ScenarioPreview | null {
  const shown = state.previews[id] ?? null;
  const scenario = scenarioOf(state, id);
  const input = scenario === undefined ? null : runInputOf(state, scenario);
  const isOfScenario = shown !== null && input !== null && asksForSameYear(shown.input, input);
  return isOfScenario && runOf(state, id).status === 'ready' ? null : shown;
}
