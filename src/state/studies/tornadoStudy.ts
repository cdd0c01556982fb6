import type { Engine } from '../../engine/contract';
import type { Issue } from '../../model/outcome';
import type { RunInput } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import { inputsOf, tornadoOf, type Tornado, type UncertainInput } from '../../study/sensitivity';
import type { AppState } from '../appState';
import { runInputOf, scenarioOf } from '../selectors';
import type { AppStore } from '../store';
import { followed } from './followed';
import { paced, StudyYears, type Pace } from './studyYears';

/** What matters most in a scenario for one indicator, one input at a time, as far as it has come. */
export interface TornadoStudy {
  readonly scenario: Scenario;
  /** The run it was asked of: another one makes the answer old. */
  readonly input: RunInput;
  readonly kpiId: string;
  readonly status: 'running' | 'ready' | 'cancelled' | 'failed';
  readonly pace: Pace;
  readonly found: Tornado | null;
  readonly issues: readonly Issue[];
}

/** One question at a time: a new one ends the old one, and what had been found stays, marked as partial. */
export class TornadoRunner {
  private abort: AbortController | null = null;
  private readonly years: StudyYears;

  constructor(
    private readonly store: AppStore,
    engine: Engine,
  ) {
    this.years = new StudyYears(engine);
  }

  async ask(scenarioId: string, kpiId: string): Promise<void> {
    this.abort?.abort();
    const state = this.store.getState();
    const scenario = scenarioOf(state, scenarioId);
    const input = scenario === undefined ? null : runInputOf(state, scenario);
    if (scenario === undefined || input === null) return;
    const abort = new AbortController();
    this.abort = abort;
    const { signal } = abort;
    const study = { scenario, input, kpiId, pace: { done: 0, remainingS: null } };
    this.store.setState({ tornado: { ...study, status: 'running', found: null, issues: [] } });
    const inputs = inputsOf(scenario, [], [kpiId]);
    if (!inputs.ok) return this.patch({ status: 'failed', issues: inputs.issues });
    const asked = inAskedOrder(inputs.value);
    const years = paced(this.years.for(input, kpiId, signal), yearsOf(asked), (pace) => {
      if (!signal.aborted) this.patch({ pace });
    });
    const ended = await followed(tornadoOf(years, scenario, asked, [kpiId]), signal, scenario.id, {
      found: (found) => this.patch({ found }),
      failed: (issues) => this.patch({ status: 'failed', issues }),
    });
    if (!ended) return;
    this.patch({ status: 'ready', pace: { done: 1, remainingS: 0 } });
  }

  cancel(): void {
    this.abort?.abort();
    if (this.store.getState().tornado?.status === 'running') this.patch({ status: 'cancelled' });
  }

  private patch(part: Partial<TornadoStudy>): void {
    this.store.setState(({ tornado }: AppState) =>
      tornado === null ? {} : { tornado: { ...tornado, ...part } },
    );
  }
}

/** Who takes part usually matters more than how: shares before parameters, so that a study cut short has them. */
const inAskedOrder = (inputs: readonly UncertainInput[]): readonly UncertainInput[] => [
  ...inputs.filter(({ target }) => target.kind !== 'parameter'),
  ...inputs.filter(({ target }) => target.kind === 'parameter'),
];

/** The scenario's own year, and one for each end that is not where it stands. */
const yearsOf = (inputs: readonly UncertainInput[]): number =>
  inputs.reduce(
    (total, { runs, low, high, value }) =>
      total + (runs ? Number(low !== value) + Number(high !== value) : 0),
    1,
  );
