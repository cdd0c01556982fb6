import type { Engine } from '../../engine/contract';
import type { Issue, Outcome } from '../../model/outcome';
import type { RunInput } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import {
  inputsOf,
  monteCarloOf,
  tornadoOf,
  type MonteCarlo,
  type Tornado,
  type UncertainInput,
} from '../../study/sensitivity';
import type { AppState } from '../appState';
import { runInputOf, scenarioOf } from '../selectors';
import type { AppStore } from '../store';
import { followed } from './followed';
import { paced, StudyYears, type Pace } from './studyYears';

/** Ranges of one's own, by the id of the input; the others have their usual one. */
export type OwnRanges = Readonly<Record<string, { readonly low: number; readonly high: number }>>;

/** How far an answer has come; what had been found stays where it is cut short. */
interface Standing<Found> {
  readonly status: 'running' | 'ready' | 'cancelled' | 'failed';
  readonly pace: Pace;
  readonly found: Found | null;
  readonly issues: readonly Issue[];
}

/** All inputs at once, drawn from their ranges. */
export interface SpreadStudy extends Standing<MonteCarlo> {
  readonly draws: number;
  readonly seed: number;
}

/** What matters most in a scenario for one indicator, one input at a time, as far as it has come. */
export interface TornadoStudy extends Standing<Tornado> {
  readonly scenario: Scenario;
  /** The run it was asked of: another one makes the answer old. */
  readonly input: RunInput;
  readonly kpiId: string;
  readonly ranges: OwnRanges;
  /** Of the same inputs with the same ranges; null until it is asked for. */
  readonly spread: SpreadStudy | null;
}

const NOTHING_YET = {
  status: 'running',
  pace: { done: 0, remainingS: null },
  found: null,
  issues: [],
} as const;
const DONE = { status: 'ready', pace: { done: 1, remainingS: 0 } } as const;
/** Partial percentiles are shown as often as this: the first after a few years. */
const DRAWS_BETWEEN = 5;

/** The inputs that an indicator of a scenario depends on, with these ranges in the place of their usual ones. */
export function rangedInputs(
  scenario: Scenario,
  kpiId: string,
  ranges: OwnRanges,
): Outcome<readonly UncertainInput[]> {
  const usual = inputsOf(scenario, [], [kpiId]);
  if (!usual.ok) return usual;
  const asked = usual.value.map(({ id }) => {
    const range = ranges[id];
    return range === undefined ? { id } : { id, range };
  });
  return inputsOf(scenario, asked, [kpiId]);
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

  async ask(scenarioId: string, kpiId: string, ranges: OwnRanges = {}): Promise<void> {
    this.cancel();
    const state = this.store.getState();
    const scenario = scenarioOf(state, scenarioId);
    const input = scenario === undefined ? null : runInputOf(state, scenario);
    if (scenario === undefined || input === null) return;
    const { signal } = (this.abort = new AbortController());
    this.store.setState({ tornado: { scenario, input, kpiId, ranges, ...NOTHING_YET, spread: null } });
    const inputs = rangedInputs(scenario, kpiId, ranges);
    if (!inputs.ok) return this.patch({ status: 'failed', issues: inputs.issues });
    const asked = inAskedOrder(inputs.value);
    const years = paced(this.years.for(input, kpiId, signal), yearsOf(asked), (pace) => {
      if (!signal.aborted) this.patch({ pace });
    });
    const ended = await followed(tornadoOf(years, scenario, asked, [kpiId]), signal, scenario.id, {
      found: (found) => this.patch({ found }),
      failed: (issues) => this.patch({ status: 'failed', issues }),
    });
    if (ended) this.patch(DONE);
  }

  /** Where the indicator of the present question lies when all its inputs are drawn from their ranges at once. */
  async draw(draws: number, seed: number): Promise<void> {
    this.cancel();
    const { tornado } = this.store.getState();
    if (tornado === null) return;
    const { scenario, input, kpiId, ranges } = tornado;
    const { signal } = (this.abort = new AbortController());
    this.patch({ spread: { ...NOTHING_YET, draws, seed } });
    const inputs = rangedInputs(scenario, kpiId, ranges);
    if (!inputs.ok) return this.patchSpread({ status: 'failed', issues: inputs.issues });
    const years = paced(this.years.for(input, kpiId, signal), draws + 1, (pace) => {
      if (!signal.aborted) this.patchSpread({ pace });
    });
    const options = { draws, seed, every: DRAWS_BETWEEN };
    const stream = monteCarloOf(years, scenario, inputs.value, [kpiId], options);
    const ended = await followed(stream, signal, scenario.id, {
      found: (found) => this.patchSpread({ found }),
      failed: (issues) => this.patchSpread({ status: 'failed', issues }),
    });
    if (ended) this.patchSpread(DONE);
  }

  cancel(): void {
    this.abort?.abort();
    this.abort = null;
    const { tornado } = this.store.getState();
    if (tornado?.status === 'running') this.patch({ status: 'cancelled' });
    if (tornado?.spread?.status === 'running') this.patchSpread({ status: 'cancelled' });
  }

  private patch(part: Partial<TornadoStudy>): void {
    this.store.setState(({ tornado }: AppState) =>
      tornado === null ? {} : { tornado: { ...tornado, ...part } },
    );
  }

  private patchSpread(part: Partial<SpreadStudy>): void {
    const spread = this.store.getState().tornado?.spread ?? null;
    if (spread !== null) this.patch({ spread: { ...spread, ...part } });
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
