import type { Engine } from '../../engine/contract';
import type { Issue } from '../../model/outcome';
import type { RunInput } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import {
  attributeDifference,
  EXACT_UP_TO,
  playersOf,
  type DifferenceAttribution,
} from '../../study/comparison';
import type { AppState } from '../appState';
import { runInputOf, scenarioOf } from '../selectors';
import type { AppStore } from '../store';
import { followed } from './followed';
import { paced, StudyYears, type Pace } from './studyYears';

/** How much each measure adds to the difference between two scenarios, as far as it has come. */
export interface DifferenceStudy {
  readonly from: Scenario;
  readonly to: Scenario;
  /** The run of `to`: another one makes the answer old. */
  readonly input: RunInput;
  readonly fromInput: RunInput;
  /** The indicator it was asked for; the answer may hold others as well. */
  readonly kpiId: string;
  readonly status: 'running' | 'ready' | 'cancelled' | 'failed';
  readonly pace: Pace;
  readonly found: DifferenceAttribution | null;
  readonly issues: readonly Issue[];
}

const ORDERS = 8;

/** One difference at a time: a new question ends the old one, and what had been found stays, marked as partial. */
export class DifferenceRunner {
  private abort: AbortController | null = null;
  private readonly years: StudyYears;

  constructor(
    private readonly store: AppStore,
    engine: Engine,
  ) {
    this.years = new StudyYears(engine);
  }

  async explain(fromId: string, toId: string, kpiId: string): Promise<void> {
    this.abort?.abort();
    const state = this.store.getState();
    const [from, to] = [scenarioOf(state, fromId), scenarioOf(state, toId)];
    const [fromInput, input] = [from && runInputOf(state, from), to && runInputOf(state, to)];
    if (!from || !to || !fromInput || !input) return;
    const abort = new AbortController();
    this.abort = abort;
    const { signal } = abort;
    this.store.setState({
      difference: {
        ...{ from, to, fromInput, input, kpiId, status: 'running', found: null, issues: [] },
        pace: { done: 0, remainingS: null },
      },
    });
    const years = paced(this.years.for(input, kpiId, signal), yearsAsked(from, to), (pace) => {
      if (!signal.aborted) this.patch({ pace });
    });
    const ended = await followed(
      attributeDifference(years, from, to, { permutations: ORDERS }),
      signal,
      to.id,
      {
        found: (found) => this.patch({ found }),
        failed: (issues) => this.patch({ status: 'failed', issues }),
      },
    );
    if (!ended) return;
    this.patch({ status: 'ready', pace: { done: 1, remainingS: 0 } });
  }

  cancel(): void {
    this.abort?.abort();
    if (this.store.getState().difference?.status === 'running') this.patch({ status: 'cancelled' });
  }

  private patch(part: Partial<DifferenceStudy>): void {
    this.store.setState(({ difference }: AppState) =>
      difference === null ? {} : { difference: { ...difference, ...part } },
    );
  }
}

/** Years that it may take: all combinations of what changes the run, or the steps of every order drawn. */
export function yearsAsked(from: Scenario, to: Scenario): number {
  const running = playersOf(from, to).filter(({ runs }) => runs).length;
  return running <= EXACT_UP_TO ? 2 ** running : Math.min(2 ** running, 2 + ORDERS * (running - 1));
}
