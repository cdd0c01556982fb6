import type { Engine, RunResult, Week } from '../engine/contract';
import type { Issue, Outcome } from '../model/outcome';
import type { RunInput } from '../model/run';
import type { Scenario } from '../model/scenario';
import type { ScenarioAttribution, ScenarioRun, Selection } from './appState';
import { BASELINE_ID } from './document';
import { Previews } from './previews';
import { asksForSameYear } from './scenarioBasis';
import { besideOf, runInputOf, runOf, scenarioOf, scenariosOf, shownId } from './selectors';
import type { AppStore } from './store';
import { issueWords, wordsOf } from '../words';
import { judgeOf } from './view/judged';
import { scenarioName } from './view/scenarioWords';
import { worstSentence } from './worst';

const isIn = ({ fromStep, stepCount }: Week, step: number) => step >= fromStep && step < fromStep + stepCount;
const wasCancelled = (issues: readonly Issue[]) => issues.some((issue) => issue.code === 'run-cancelled');

interface Finished {
  readonly input: RunInput;
  readonly issues: readonly Issue[];
}

/**
 * Keeps results in step with the document. The newest change wins: it cancels the older run of its scenario, whose last
 * result stays on screen, marked as belonging to older inputs. Details (week, contributors, a building's year) follow the
 * selection and the time.
 */
export class RunQueue {
  private readonly running = new Map<string, { input: RunInput; abort: AbortController }>();
  /** What stands of the year of which result: other prices or limits change none of it. */
  private readonly weeksOf = new Map<string, { result: RunResult; week: Week }>();
  private attributed: { result: RunResult; attribution: ScenarioAttribution } | null = null;
  /** What the result on screen is of, and what the run had to say. */
  private readonly finished = new Map<string, Finished>();
  private readonly previews: Previews;
  private lookNumber = 0;

  constructor(
    private readonly store: AppStore,
    private readonly engine: Engine,
  ) {
    this.previews = new Previews(store, engine);
  }

  /** Puts a result that came with the district in place of a run. */
  adopt(scenarioId: string, input: RunInput, result: RunResult): void {
    this.finished.set(scenarioId, { input, issues: [] });
    this.write(scenarioId, { status: 'ready', progress: null, result, issues: [] });
  }

  /** Forgets everything: another district is on screen. */
  reset(): void {
    for (const { abort } of this.running.values()) abort.abort();
    this.running.clear();
    this.finished.clear();
    this.weeksOf.clear();
    this.previews.reset();
    this.store.setState({ runs: {}, weeks: {}, attribution: null, buildingYears: {} });
  }

  /** Starts what the document asks for and nobody has computed: the scenario on screen first, then the others. */
  refresh(): void {
    const state = this.store.getState();
    const scenarios = [...scenariosOf(state)].sort(
      (a, b) => Number(b.id === state.activeId) - Number(a.id === state.activeId),
    );
    this.forgetAllBut(new Set(scenarios.map(({ id }) => id)));
    for (const scenario of scenarios) this.start(scenario);
    this.look();
  }

  /** Ids are given again: what is known of a removed scenario must not become another's. */
  private forgetAllBut(ids: ReadonlySet<string>): void {
    const { runs, weeks, buildingYears } = this.store.getState();
    const gone = [...new Set([...Object.keys(runs), ...this.running.keys()])].filter((id) => !ids.has(id));
    if (gone.length === 0) return;
    for (const id of gone) {
      this.stop(id);
      this.finished.delete(id);
      this.previews.drop(id);
    }
    const kept = <Value>(of: Readonly<Record<string, Value>>) =>
      Object.fromEntries(Object.entries(of).filter(([id]) => ids.has(id)));
    this.store.setState({ runs: kept(runs), weeks: kept(weeks), buildingYears: kept(buildingYears) });
  }

  private stop(id: string): void {
    this.running.get(id)?.abort.abort();
    this.running.delete(id);
  }

  /** A first look at a scenario that is still being changed; not a step of history. The scenario itself again ends it. */
  preview(draft: Scenario): void {
    if (draft === scenarioOf(this.store.getState(), draft.id)) return this.previews.drop(draft.id);
    const input = runInputOf(this.store.getState(), draft);
    if (input !== null) void this.previews.look(draft, input);
  }

  cancel(scenarioId: string): void {
    this.running.get(scenarioId)?.abort.abort();
  }

  /** Runs a cancelled or failed scenario again. */
  retry(scenarioId: string): void {
    this.finished.delete(scenarioId);
    const scenario = scenarioOf(this.store.getState(), scenarioId);
    if (scenario !== undefined) this.start(scenario);
  }

  private start(scenario: Scenario): void {
    const input = runInputOf(this.store.getState(), scenario);
    const { id } = scenario;
    if (input === null || this.running.get(id)?.input === input) return;
    const { result } = runOf(this.store.getState(), id);
    const underWay = this.running.get(id);
    if (underWay !== undefined && !underWay.abort.signal.aborted && asksForSameYear(underWay.input, input)) {
      this.running.set(id, { ...underWay, input });
      this.previews.restate(scenario, input);
      return;
    }
    const done = this.finished.get(id);
    const issues =
      done !== undefined && asksForSameYear(done.input, input) ? this.issuesOf(done, input) : null;
    if (issues !== null) {
      this.finished.set(id, { input, issues });
      // Back to what the result on screen is of, while another input was running: that one is not wanted any more.
      if (!this.running.has(id)) {
        // Cancelled on the way to another input and gone back: what is on screen is of its inputs again.
        if (runOf(this.store.getState(), id).status !== 'ready') {
          this.previews.drop(id);
          this.write(id, { status: 'ready', progress: null, result, issues });
        } else if (issues !== done!.issues) this.patch(id, { issues });
        return;
      }
      this.stop(id);
      this.previews.drop(id);
      this.write(id, { status: 'ready', progress: null, result, issues });
      return;
    }
    this.stop(id);
    // What it says is of the inputs before.
    if (done !== undefined && this.store.getState().notice?.scenarioId === id)
      this.store.setState({ notice: null });
    const abort = new AbortController();
    this.running.set(id, { input, abort });
    this.write(id, { status: 'running', progress: null, result, issues: [] });
    void this.compute(scenario, input, abort);
  }

  /** What a finished run has to say once its scenario offers other tariffs: they run nothing; null where it does not fold with them. */
  private issuesOf(done: Finished, input: RunInput): readonly Issue[] | null {
    if (done.input.scenario.tariffs === input.scenario.tariffs) return done.issues;
    const [before, now] = [done.input, input].map((one) => this.engine.effectiveDistrict(one));
    if (!now!.ok || !before!.ok) return null;
    return [...now!.issues, ...done.issues.slice(before!.issues.length)];
  }

  /** The year, after a first look where it is the scenario on screen. */
  private async compute(scenario: Scenario, input: RunInput, abort: AbortController): Promise<void> {
    const { id } = scenario;
    const { signal } = abort;
    const isWanted = () => this.running.get(id)?.abort === abort;
    if (id === this.store.getState().activeId) await this.previews.before(scenario, input, signal);
    else this.previews.drop(id);
    const outcome = await this.engine.run(input, {
      signal,
      onProgress: (progress) => {
        if (isWanted()) this.patch(id, { progress });
      },
    });
    if (!isWanted()) return;
    const wanted = this.running.get(id)!.input;
    const { issues } = outcome;
    const told = outcome.ok ? (this.issuesOf({ input, issues }, wanted) ?? issues) : issues;
    this.finish(id, wanted, { ...outcome, issues: told });
  }

  private finish(id: string, input: RunInput, outcome: Outcome<RunResult>): void {
    this.running.delete(id);
    if (outcome.ok) {
      this.finished.set(id, { input, issues: outcome.issues });
      this.write(id, { status: 'ready', progress: null, result: outcome.value, issues: outcome.issues });
      this.store.setState(({ buildingYears: { [id]: _outdated, ...buildingYears } }) => ({ buildingYears }));
      const scenario = scenarioOf(this.store.getState(), id);
      const { language } = this.store.getState();
      const words = wordsOf(language);
      const sentence = worstSentence(outcome.value, language, judgeOf(this.store.getState(), id));
      if (scenario !== undefined) {
        const text = words('steps.ready', { name: scenarioName(scenario, words), sentence });
        this.store.setState({ announcement: text, notice: { scenarioId: id, text } });
      }
      this.look();
      return;
    }
    const { result } = runOf(this.store.getState(), id);
    const status = wasCancelled(outcome.issues) ? 'cancelled' : 'failed';
    this.write(id, { status, progress: null, result, issues: outcome.issues });
    const { language } = this.store.getState();
    const [first] = outcome.issues;
    const reason =
      first === undefined ? wordsOf(language)('steps.runFailed') : issueWords(language, first).message;
    this.store.setState({ announcement: reason });
  }

  /** Fetches what the screen needs now: the week around the step, who causes a load, a building's year. */
  look(): void {
    this.lookNumber += 1;
    const number = this.lookNumber;
    const state = this.store.getState();
    const ids = [...new Set([shownId(state), state.activeId, BASELINE_ID])];
    const beside = besideOf(state);
    for (const id of new Set(beside === null ? ids : [...ids, beside])) void this.lookWeek(id, number);
    void this.lookAttribution(number);
    for (const id of ids) void this.lookBuilding(id, number);
  }

  private readyInput(id: string): RunInput | null {
    return runOf(this.store.getState(), id).result === null ? null : (this.finished.get(id)?.input ?? null);
  }

  private async lookWeek(id: string, number: number): Promise<void> {
    const { step, weeks } = this.store.getState();
    const input = this.readyInput(id);
    if (input === null) return;
    const known = runOf(this.store.getState(), id).result;
    const stands = this.weeksOf.get(id);
    if (known === null || (stands?.result === known && stands.week === weeks[id] && isIn(stands.week, step)))
      return;
    const outcome = await this.engine.week(input, step, { known });
    if (!outcome.ok || number !== this.lookNumber) return;
    this.weeksOf.set(id, { result: known, week: outcome.value });
    if (weeks[id] === outcome.value) return;
    this.store.setState((state) => ({ weeks: { ...state.weeks, [id]: outcome.value } }));
  }

  private async lookAttribution(number: number): Promise<void> {
    const state = this.store.getState();
    const { selection, step } = state;
    const scenarioId = shownId(state);
    if (state.attribution !== null && state.attribution.scenarioId !== scenarioId)
      this.store.setState({ attribution: null });
    const input = this.readyInput(scenarioId);
    if (selection === null || selection.kind === 'building' || selection.kind === 'bus' || input === null)
      return;
    const known = runOf(state, scenarioId).result;
    if (known === null || this.isAttributed(known, state.attribution, selection.id, step)) return;
    const outcome = await this.engine.attribution(input, selection.id, step, { known });
    if (!outcome.ok || number !== this.lookNumber) return;
    const attribution = { ...outcome.value, scenarioId };
    this.attributed = { result: known, attribution };
    this.store.setState({ attribution });
  }

  /** Whether what is on screen says it already. */
  private isAttributed(
    result: RunResult,
    shown: ScenarioAttribution | null,
    branchId: string,
    step: number,
  ): boolean {
    const known = this.attributed;
    if (shown === null || known?.attribution !== shown || known.result !== result) return false;
    return shown.branchId === branchId && shown.step === step;
  }

  private async lookBuilding(id: string, number: number): Promise<void> {
    const { selection, buildingYears } = this.store.getState();
    const input = this.readyInput(id);
    if (selection?.kind !== 'building' || input === null || buildingYears[id] !== undefined) return;
    const known = runOf(this.store.getState(), id).result;
    const outcome = await this.engine.buildingYear(input, selection.id, { known });
    if (!outcome.ok || number !== this.lookNumber) return;
    this.store.setState((state) => ({ buildingYears: { ...state.buildingYears, [id]: outcome.value } }));
  }

  /** The step in which an element is worst in the scenario on screen; null without a result. */
  worstStep(selection: Selection): number | null {
    const state = this.store.getState();
    const { result } = runOf(state, shownId(state));
    if (result === null) return null;
    const { rows, table } = result;
    if (selection.kind === 'building') {
      const row = rows.buildingIds.indexOf(selection.id);
      return row < 0 ? null : table.buildingNetMaxStep[row]!;
    }
    if (selection.kind === 'bus') {
      const row = rows.busIds.indexOf(selection.id);
      return row < 0 ? null : table.busVMinStep[row]!;
    }
    const row = rows.branchIds.indexOf(selection.id);
    return row < 0 ? null : table.branchLoadingMaxStep[row]!;
  }

  private write(id: string, run: ScenarioRun): void {
    this.store.setState((state) => ({ runs: { ...state.runs, [id]: run } }));
  }

  private patch(id: string, part: Partial<ScenarioRun>): void {
    this.write(id, { ...runOf(this.store.getState(), id), ...part });
  }
}
