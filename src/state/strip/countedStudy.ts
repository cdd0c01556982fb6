import type { Engine } from '../../engine/contract';
import { countedKpisOf } from '../../engine/countedKpis';
import type { RunInput } from '../../model/run';
import type { AppState, RunResult } from '../appState';
import { BASELINE_ID } from '../document';
import { runInputOf, runOf, scenarioOf } from '../selectors';
import type { AppStore } from '../store';
import { countedKey, type CountedFigures } from './counted';

const KEPT = 12;

interface Asked {
  readonly key: string;
  readonly input: RunInput;
  readonly result: RunResult;
}

/**
 * Counts what a finished year comes to for its households, from their meters, and what its measures cost. One after the other;
 * a run that starts meanwhile is what the workers are there for, so counting waits for the next finished year.
 */
export class CountedRunner {
  private abort: AbortController | null = null;
  /** Key of what is being counted. */
  private running: string | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly engine: Engine,
  ) {}

  /** Of the baseline and of a scenario. What has been counted stays; what could not be told is asked again. */
  async count(scenarioId: string): Promise<void> {
    this.cancel();
    const { signal } = (this.abort = new AbortController());
    for (const id of new Set([BASELINE_ID, scenarioId])) {
      const asked = this.askedOf(id);
      if (asked === null) continue;
      this.running = asked.key;
      this.write(asked.key, { status: 'running', kpis: [], scenarioId: id });
      const kpis = await countedKpisOf(this.engine, asked.input, asked.result, signal).catch(() => null);
      // Whoever cancelled has taken the entry away; it may be another count's by now.
      if (signal.aborted) return;
      this.running = null;
      this.write(asked.key, { status: kpis === null ? 'failed' : 'ready', kpis: kpis ?? [], scenarioId: id });
    }
  }

  cancel(): void {
    this.abort?.abort();
    this.abort = null;
    if (this.running !== null) this.write(this.running, null);
    this.running = null;
  }

  private askedOf(id: string): Asked | null {
    const state = this.store.getState();
    const { status, result } = runOf(state, id);
    const scenario = scenarioOf(state, id);
    const input = scenario === undefined ? null : runInputOf(state, scenario);
    if (status !== 'ready' || result === null || input === null) return null;
    const key = countedKey(result, input.scenario);
    return state.counted[key]?.status === 'ready' ? null : { key, input, result };
  }

  private write(key: string, figures: CountedFigures | null): void {
    this.store.setState(({ counted }: AppState) => {
      const { [key]: _before, ...others } = counted;
      const kept = Object.entries(others).slice(-(KEPT - 1));
      return { counted: Object.fromEntries(figures === null ? kept : [...kept, [key, figures]]) };
    });
  }
}
