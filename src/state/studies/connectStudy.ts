import type { ConnectAnswer, ConnectStanding, Engine } from '../../engine/contract';
import { limitsOf } from '../../kpi';
import { deriveScenario, foldScenario } from '../../scenario';
import type { Phase } from '../../model/building';
import type { Issue } from '../../model/outcome';
import type { RunInput } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import type { AppState, Selection } from '../appState';
import { freshScenarioName } from '../document';
import { runInputOf, runOf, scenarioOf } from '../selectors';
import type { AppStore } from '../store';
import { scenarioName } from '../view/scenarioWords';
import { wordsOf, type Words } from '../../words';
import { connectHeadline, placeText, wishText } from '../view/connect';
import { districtOf } from '../view/effective';
import { connectMeasures, type ConnectMeasures } from './connectMeasures';
import { CONNECT_POWER_FACTOR, connectPlace } from './connectPlace';

/** What somebody wants to connect, and how. */
export interface ConnectWish {
  /** Of all phases together, at all hours. */
  readonly pW: number;
  /** As it was typed. */
  readonly text: string;
  readonly direction: 'load' | 'generation';
  readonly phases: readonly Phase[];
}

/** A question whether something can be connected, and its answer as far as it has come. */
export interface ConnectStudy {
  readonly at: Selection;
  readonly wish: ConnectWish;
  readonly scenario: Scenario;
  /** The run it was asked of: another one makes the answer old. */
  readonly input: RunInput;
  readonly status: 'running' | 'ready' | 'cancelled' | 'failed';
  /** Of the scenario's own year where that has to be computed first, 0 to 1; null once it is there. */
  readonly yearShare: number | null;
  readonly standing: ConnectStanding | null;
  readonly answer: ConnectAnswer | null;
  readonly issues: readonly Issue[];
  /** The last question at this place with a verdict: it stays on screen until the present one has its own. */
  readonly before: ConnectStudy | null;
}

const hasVerdict = (study: ConnectStudy): boolean => (study.standing?.verdict ?? null) !== null;

/** One question at a time: a new one ends the old one. */
export class ConnectRunner {
  private abort: AbortController | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly engine: Engine,
    private readonly addScenario: (scenario: Scenario, stepName: string) => void,
  ) {}

  /** Puts the question at an element on screen; null takes it off. */
  open(connectAt: Selection | null): void {
    this.store.setState({ connectAt });
  }

  /** Asks about the scenario that is being worked on. */
  async ask(at: Selection, wish: ConnectWish): Promise<void> {
    this.abort?.abort();
    const state = this.store.getState();
    const scenario = scenarioOf(state, state.activeId);
    const input = scenario === undefined ? null : runInputOf(state, scenario);
    const district = scenario === undefined ? null : districtOf(state, scenario.id);
    if (scenario === undefined || input === null || district === null) return;
    const { busId } = connectPlace(district, at);
    if (busId === null) return;
    const abort = new AbortController();
    this.abort = abort;
    const study: ConnectStudy = {
      ...{ at, wish, scenario, input, status: 'running', yearShare: null },
      ...{ standing: null, answer: null, issues: [], before: beforeOf(state.connect, at) },
    };
    this.store.setState({ connect: study });
    await this.work(study, busId, abort.signal);
    if (this.abort === abort) this.abort = null;
  }

  cancel(): void {
    this.abort?.abort();
    if (this.store.getState().connect?.status === 'running')
      this.patch({ status: 'cancelled', yearShare: null });
  }

  /**
   * The connection with its works as a scenario beside the one it was asked of, shown at once. Issues where it does not fold, or
   * where measures can express nothing of it.
   */
  take(study: ConnectStudy): readonly Issue[] {
    const { scenario: from, input, at, wish } = study;
    const { language } = this.store.getState();
    const words = wordsOf(language);
    const { measures, notes } = this.measuresOf(study) ?? NOTHING;
    if (measures.length === 0) return [nothingToMake(from.id, notes, words)];
    const { id } = freshScenarioName(this.store.getState().history.present);
    const name = words('connect.scenario.name', {
      from: scenarioName(from, words),
      wish: wishText(wish, language),
      place: placeText(at, language),
    });
    const derived = deriveScenario(from, { id, name });
    const scenario = {
      ...derived,
      measures: [...derived.measures, ...measures],
      notes: [...(from.notes ?? []), ...notes],
    };
    const folded = foldScenario(input.district, input.baseEdits, scenario);
    if (!folded.ok) return folded.issues;
    this.open(null);
    this.addScenario(scenario, words('steps.create', { name }));
    return [];
  }

  /** What the scenario would consist of; null where there is no answer yet. */
  measuresOf(study: ConnectStudy): ConnectMeasures | null {
    if (study.answer === null) return null;
    const { district, baseEdits } = study.input;
    const folded = foldScenario(district, baseEdits, study.scenario);
    return folded.ok ? connectMeasures(study, folded.value, this.store.getState().language) : null;
  }

  private patch(part: Partial<ConnectStudy>): void {
    this.store.setState(({ connect }: AppState) =>
      connect === null ? {} : { connect: { ...connect, ...part } },
    );
  }

  private async work(study: ConnectStudy, busId: string, signal: AbortSignal): Promise<void> {
    const { scenario, input, wish } = study;
    await this.ownRun(scenario.id, signal);
    if (signal.aborted) return;
    const { pW, direction, phases } = wish;
    const { lowerPu, upperPu, loadingLimit } = limitsOf(scenario.limits);
    const question = {
      ...{ busId, pW, direction, phases, powerFactor: CONNECT_POWER_FACTOR[direction] },
      limits: { lowerPu, upperPu, loadingLimit },
    };
    const outcome = await this.engine.connect(input, question, {
      signal,
      onProgress: ({ done }) => (signal.aborted ? undefined : this.patch({ yearShare: done })),
      onStanding: (standing) => (signal.aborted ? undefined : this.patch({ yearShare: null, standing })),
    });
    if (signal.aborted) return;
    const { issues } = outcome;
    if (!outcome.ok) return this.patch({ status: 'failed', yearShare: null, issues });
    this.patch({ status: 'ready', yearShare: null, answer: outcome.value, issues });
    this.store.setState(({ language }) => ({
      announcement: connectHeadline(wish, outcome.value, language),
    }));
  }

  /** Waits for a run of the scenario that is under way, so that it is not computed twice; tells how far that is. */
  private ownRun(id: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      let shown: number | null = null;
      const end = () => {
        off();
        resolve();
      };
      const look = (state: AppState) => {
        const { status, progress } = runOf(state, id);
        if (status !== 'running') return end();
        const done = progress?.done ?? 0;
        if (done === shown) return;
        shown = done;
        this.patch({ yearShare: done });
      };
      const off = this.store.subscribe(look);
      signal.addEventListener('abort', end, { once: true });
      look(this.store.getState());
    });
  }
}

function beforeOf(present: ConnectStudy | null, at: Selection): ConnectStudy | null {
  if (present === null || present.at.kind !== at.kind || present.at.id !== at.id) return null;
  return hasVerdict(present) ? { ...present, before: null } : present.before;
}

const NOTHING: ConnectMeasures = { measures: [], notes: [] };

const nothingToMake = (source: string, notes: readonly string[], words: Words): Issue => ({
  severity: 'error',
  code: 'connect-not-expressed',
  source,
  message: notes.join(' ') || words('connect.scenario.noAnswer'),
  remedy: words('connect.scenario.remedy'),
});
