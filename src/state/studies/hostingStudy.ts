import type { Engine } from '../../engine/contract';
import { limitsOf } from '../../kpi';
import type { Issue } from '../../model/outcome';
import { comparisonWithHosting, hostingKey, type Comparison } from '../../study/comparison';
import { hostingSettings, type DistrictHosting, type HostingQuestion } from '../../study/districtHosting';
import type { AppState, RunResult } from '../appState';
import type { AppStore } from '../store';
import { comparableOf, type ComparableYear } from './comparable';
import { brokeDown } from './followed';
import type { Pace } from './studyYears';

interface HostedYear {
  readonly year: ComparableYear;
  readonly hosting: readonly DistrictHosting[];
}

/** Hosting capacity of the years that are compared, as far as it is counted. */
export interface HostingStudy {
  /** Those asked for. */
  readonly years: readonly ComparableYear[];
  readonly status: 'running' | 'ready' | 'cancelled' | 'failed';
  readonly pace: Pace;
  readonly found: readonly HostedYear[];
  readonly issues: readonly Issue[];
}

const TECHNOLOGIES: HostingQuestion['technologies'] = ['photovoltaic', 'vehicle', 'heatPump'];

/** Enough for a first range on a page; the study on the command line draws more. */
const DRAWS = 5;

/** Counts scenario by scenario, one worker at a time, so that another one stays for what is looked at meanwhile. */
export class HostingRunner {
  private abort: AbortController | null = null;
  /** What has been counted of a year stays, by the limits that it is judged by. */
  private readonly known = new WeakMap<RunResult, Map<string, readonly DistrictHosting[]>>();

  constructor(
    private readonly store: AppStore,
    private readonly engine: Engine,
  ) {}

  /** Of every year that is there; those that are known cost nothing. */
  async count(): Promise<void> {
    this.cancel();
    const { ready: years } = comparableOf(this.store.getState());
    if (years.length === 0) return;
    const { signal } = (this.abort = new AbortController());
    const startMs = Date.now();
    const pace = { done: 0, remainingS: null };
    this.store.setState({ hosting: { years, status: 'running', pace, found: [], issues: [] } });
    let counted = 0;
    const told = (share: number) => {
      if (signal.aborted) return;
      const done = (counted + share) / years.length;
      const passedS = (Date.now() - startMs) / 1000;
      this.patch({ pace: { done, remainingS: done > 0.05 ? (passedS * (1 - done)) / done : null } });
    };
    for (const year of years) {
      const outcome = await this.hostingOf(year, signal, told);
      if (signal.aborted) return;
      if (!outcome.ok) return this.patch({ status: 'failed', issues: outcome.issues });
      counted += 1;
      const { found } = this.store.getState().hosting!;
      this.patch({ found: [...found, { year, hosting: outcome.value }] });
      told(0);
    }
    this.patch({ status: 'ready', pace: { done: 1, remainingS: 0 } });
  }

  /** What is found stays, marked as partial. */
  cancel(): void {
    this.abort?.abort();
    this.abort = null;
    if (this.store.getState().hosting?.status === 'running') this.patch({ status: 'cancelled' });
  }

  private async hostingOf(
    { scenario, input, result }: ComparableYear,
    signal: AbortSignal,
    onShare: (share: number) => void,
  ): ReturnType<Engine['hosting']> {
    const key = hostingKey(scenario);
    const ofYear = this.known.get(result) ?? new Map<string, readonly DistrictHosting[]>();
    this.known.set(result, ofYear);
    const present = ofYear.get(key);
    if (present !== undefined) return { ok: true, value: present, issues: [] };
    // The district's seed: the same draws in all scenarios, whatever they draw their measures by.
    const question = {
      technologies: TECHNOLOGIES,
      by: 'feeder',
      draws: DRAWS,
      seed: input.district.seed,
    } as const;
    const settings = hostingSettings(question, limitsOf(scenario.limits));
    try {
      const outcome = await this.engine.hosting(input, settings, {
        signal,
        onShare,
        known: result,
        passing: true,
      });
      if (outcome.ok) ofYear.set(key, outcome.value);
      return outcome;
    } catch (error) {
      return { ok: false, issues: [brokeDown(scenario.id, error)] };
    }
  }

  private patch(part: Partial<HostingStudy>): void {
    this.store.setState(({ hosting }: AppState) =>
      hosting === null ? {} : { hosting: { ...hosting, ...part } },
    );
  }
}

/** The comparison on screen with what is counted of its years' hosting capacity. */
export function withHostingShown(comparison: Comparison, study: HostingStudy | null): Comparison {
  if (study === null) return comparison;
  return comparisonWithHosting(
    comparison,
    ({ scenario, result }) =>
      study.found.find(({ year }) => year.scenario === scenario && year.result === result)?.hosting,
  );
}
