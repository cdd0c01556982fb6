import { noCalibrator, type Calibrator } from '../engine/calibrationWorker';
import type { Engine } from '../engine/contract';
import { measureWords } from '../words';
import type { AppState, Mode, Selection } from './appState';
import { BuildingRunner } from './building/runner';
import { BASELINE_ID, freeNumbered, freshScenarioName, withMeasure, withScenario } from './document';
import type { BaseEdit, MeasureType, Scenario } from '../model/scenario';
import type { Issue } from '../model/outcome';
import { deriveScenario, foldScenario } from '../scenario';
import type { MilpSolver } from '../study/milp';
import type { WayOutSet } from '../study/wayOut';
import { PlanActions } from './plan/planActions';
import { MarkRunner } from './marked/markRunner';
import { standingPreview } from './previews';
import { PresentRunner } from './present/presentRunner';
import { freeName, told } from './projects';
import { RunQueue } from './runQueue';
import { runInputOf, scenarioOf, scenariosOf } from './selectors';
import type { AppStore } from './store';
import { ConnectRunner } from './studies/connectStudy';
import { lateStudies, type LateStudies } from './studies/lateStudies';
import { correctedName } from './view/changes';
import { scenarioName } from './view/scenarioWords';
import { transformersByLoading } from './worst';

/** The only writers of the store. Every edit is undoable and named; every edit starts the runs it made stale. */
export class Actions extends PlanActions {
  readonly wayOut: LateStudies['wayOut'];
  readonly connect: ConnectRunner;
  readonly comparison: LateStudies['comparison'];
  readonly difference: LateStudies['difference'];
  readonly tornado: LateStudies['tornado'];
  readonly hosting: LateStudies['hosting'];
  readonly peaks: LateStudies['peaks'];
  readonly timeline: LateStudies['timeline'];
  readonly counted: LateStudies['counted'];
  readonly building: BuildingRunner;
  readonly present: PresentRunner;
  readonly marks: MarkRunner;

  constructor(store: AppStore, engine: Engine, solve: MilpSolver, calibrate: Calibrator = noCalibrator) {
    super(store, new RunQueue(store, engine));
    const studies = lateStudies(store, engine, {
      solve,
      add: (scenario, step) => this.addScenario(scenario, step),
      edit: (name, document) => this.edit(name, document),
      failed: () => this.tell(told(this.words('page.partFailed'), 'problem')),
    });
    ({
      wayOut: this.wayOut,
      comparison: this.comparison,
      difference: this.difference,
      tornado: this.tornado,
      hosting: this.hosting,
      peaks: this.peaks,
      timeline: this.timeline,
      counted: this.counted,
    } = studies);
    this.connect = new ConnectRunner(store, engine, (scenario, step) => this.addScenario(scenario, step));
    this.building = new BuildingRunner(store, engine, calibrate, {
      edit: (name, document) => this.edit(name, document),
      show: (id) => this.showScenario(id),
    });
    this.marks = new MarkRunner(store, engine, {
      edit: (name, document) => this.edit(name, document),
      add: (scenario, step) => this.addScenario(scenario, step),
    });
    this.present = new PresentRunner(store, engine, {
      edit: (name, document) => this.edit(name, document),
      returnTo: (document, name) => this.returnTo(document, name),
      show: (id) => this.showScenario(id),
      addBookmark: (name) => this.addBookmark(name),
    });
  }

  override setMode(mode: Mode): void {
    super.setMode(mode);
    this.present.align();
  }

  override showView(view: Partial<AppState>): void {
    super.showView(view);
    this.present.align();
  }

  setMeasure(
    type: MeasureType,
    adoption: number,
    parameters: Readonly<Record<string, number>> = {},
    measureId?: string,
  ): void {
    const scenario = scenarioOf(this.state, this.state.activeId);
    if (scenario === undefined || scenario.id === BASELINE_ID) return;
    const changed = withMeasure(scenario, type, adoption, parameters, measureId);
    const measure = measureWords(this.state.language, type).label;
    const name = this.words('steps.measure', { measure, percent: Math.round(adoption * 100) });
    this.edit(name, withScenario(this.state.history.present, changed));
  }

  /** What a measure would come to at a share that is still being dragged. */
  previewMeasure(
    type: MeasureType,
    adoption: number,
    parameters: Readonly<Record<string, number>>,
    measureId?: string,
  ): void {
    const scenario = scenarioOf(this.state, this.state.activeId);
    if (scenario === undefined || scenario.id === BASELINE_ID) return;
    this.runs.preview(withMeasure(scenario, type, adoption, parameters, measureId));
  }

  /** What was dragged is where it was. */
  endPreview(): void {
    const scenario = scenarioOf(this.state, this.state.activeId);
    if (scenario !== undefined && standingPreview(this.state, scenario.id) !== null)
      this.runs.preview(scenario);
  }

  /** A new scenario from another one, shown at once. */
  createScenario(fromId: string): void {
    const { history: past } = this.state;
    const from = scenarioOf(this.state, fromId);
    if (from === undefined) return;
    const fresh = freshScenarioName(past.present, this.words('steps.scenario'));
    const name = this.words('steps.derived', { name: fresh.name, from: scenarioName(from, this.words) });
    this.addScenario(deriveScenario(from, { id: fresh.id, name }), this.words('steps.create', { name }));
  }

  /** A copy beside the scenario, of the same parent; null where it is not there. */
  duplicateScenario(id: string): string | null {
    const { present } = this.state.history;
    const from = scenarioOf(this.state, id);
    if (from === undefined || id === BASELINE_ID) return null;
    const name = freeName(
      this.words('steps.copy', { name: from.name }),
      new Set(present.scenarios.map((one) => one.name)),
    );
    const copy = { ...from, id: freshScenarioName(present).id, name };
    this.addScenario(copy, this.words('steps.duplicate', { name: from.name }));
    return copy.id;
  }

  addScenario(scenario: Scenario, stepName: string): void {
    const { present } = this.state.history;
    this.store.setState({ activeId: scenario.id });
    this.edit(stepName, { ...present, scenarios: [...present.scenarios, scenario] });
  }

  /**
   * Puts a ready-made scenario on the district on screen. Issues where it does not fold there: it names what this district has
   * not.
   */
  addStory(story: Scenario): readonly Issue[] {
    const { loaded, history } = this.state;
    if (loaded === null) return [];
    const base = { districtId: loaded.district.id, sha256: loaded.sha256 };
    const taken = new Set(history.present.scenarios.map(({ id }) => id));
    const scenario = { ...story, base, id: freeNumbered(story.id, taken) };
    const folded = foldScenario(loaded.district, history.present.baseEdits, scenario);
    if (!folded.ok) return folded.issues;
    this.addScenario(scenario, this.words('steps.add', { name: scenario.name }));
    return [];
  }

  /** Looks at a scenario in another year of its path. */
  setYear(id: string, year: number): void {
    const scenario = scenarioOf(this.state, id);
    if (scenario === undefined || scenario.year === year) return;
    this.edit(
      this.words('steps.year', { name: scenario.name, year }),
      withScenario(this.state.history.present, { ...scenario, year }),
    );
  }

  renameScenario(id: string, name: string): void {
    const scenario = scenarioOf(this.state, id);
    if (scenario === undefined || name.trim() === '' || name === scenario.name) return;
    this.edit(
      this.words('steps.rename', { name }),
      withScenario(this.state.history.present, { ...scenario, name }),
    );
  }

  removeScenario(id: string): void {
    const scenario = scenarioOf(this.state, id);
    if (scenario === undefined || id === BASELINE_ID) return;
    const { present } = this.state.history;
    if (this.state.activeId === id) this.store.setState({ activeId: BASELINE_ID });
    const scenarios = present.scenarios.filter((other) => other.id !== id);
    this.edit(this.words('steps.remove', { name: scenario.name }), { ...present, scenarios });
  }

  correctBuilding(edit: BaseEdit): void {
    const { present } = this.state.history;
    const others = present.baseEdits.filter(
      ({ buildingId, field }) => buildingId !== edit.buildingId || field !== edit.field,
    );
    const what = correctedName(edit, this.state.language);
    this.edit(this.words('steps.correct', { what, building: edit.buildingId }), {
      ...present,
      baseEdits: [...others, edit],
    });
  }

  showScenario(id: string): void {
    if (scenariosOf(this.state).every((scenario) => scenario.id !== id)) return;
    this.store.setState({ activeId: id });
    this.runs.refresh();
  }

  holdBaseline(held: boolean): void {
    if (held === this.state.showsBaseline) return;
    this.store.setState({ showsBaseline: held });
    this.runs.look();
  }

  /** Holds a scenario beside the active one on the map; null shows one alone again. */
  holdBeside(besideId: string | null): void {
    this.store.setState({ besideId });
    this.runs.look();
  }

  setStep(step: number): void {
    const last = (365 * 86_400) / this.state.stepS;
    const wrapped = ((Math.round(step) % last) + last) % last;
    if (wrapped === this.state.step) return;
    this.store.setState({ step: wrapped });
    this.runs.look();
  }

  /** Changes the length of a step; the moment on screen stays. Everything runs anew. */
  setStepLength(stepS: 3600 | 900): void {
    const { step, stepS: before } = this.state;
    if (stepS === before) return;
    this.store.setState({ stepS, step: Math.floor((step * before) / stepS), weeks: {}, attribution: null });
    this.runs.refresh();
  }

  select(selection: Selection | null, fly = false): void {
    const camera =
      fly && selection !== null ? { cameraTo: selection, cameraKey: this.state.cameraKey + 1 } : {};
    this.store.setState({ selection, attribution: null, buildingYears: {}, ...camera });
    this.runs.look();
  }

  /** Goes to the hour in which an element has its worst value of the year, in the scenario on screen. */
  jumpToWorstHour(selection: Selection): void {
    const step = this.runs.worstStep(selection);
    if (step === null) return;
    this.store.setState({ selection, attribution: null, playing: false });
    this.store.setState({ step });
    this.runs.look();
  }

  /** From the notice of a finished run to the concrete case: its worst transformer in its worst hour. */
  showWorst(scenarioId: string): void {
    const result = this.state.runs[scenarioId]?.result;
    const worst = result ? transformersByLoading(result)[0] : undefined;
    this.showScenario(scenarioId);
    if (worst === undefined) return;
    this.select({ kind: 'transformer', id: worst.id }, true);
    this.jumpToWorstHour({ kind: 'transformer', id: worst.id });
    this.dismissNotice();
  }

  /** Asks for the cheapest way out of what overloads in the scenario on screen, at these stations or everywhere. */
  findWayOut(siteIds: readonly string[] | null): void {
    this.store.setState({ showsWayOut: true });
    const { wayOut, activeId } = this.state;
    const scenario = scenarioOf(this.state, activeId);
    const isAsked =
      wayOut !== null &&
      scenario !== undefined &&
      wayOut.input === runInputOf(this.state, scenario) &&
      String(wayOut.siteIds) === String(siteIds) &&
      (wayOut.status === 'running' || wayOut.status === 'ready');
    if (!isAsked) void this.wayOut.find(activeId, siteIds);
  }

  findWayOutOf(scenarioId: string): void {
    this.showScenario(scenarioId);
    this.dismissNotice();
    this.findWayOut(null);
  }

  hideWayOut(): void {
    this.store.setState({ showsWayOut: false });
  }

  /** A set that was found, as a scenario beside the one it was found for. */
  takeWayOut({ scenario }: WayOutSet, setName: string): void {
    const { id, name } = freshScenarioName(this.state.history.present, this.words('steps.scenario'));
    const from = this.state.wayOut?.scenario;
    const title =
      from === undefined
        ? name
        : this.words('steps.wayOutName', { from: scenarioName(from, this.words), set: setName });
    const description =
      from === undefined
        ? scenario.description
        : this.words('steps.wayOutText', { set: setName, from: scenarioName(from, this.words) });
    this.addScenario(
      { ...scenario, id, name: title, description },
      this.words('steps.create', { name: title }),
    );
    this.hideWayOut();
  }

  /** Shows an element in a step of the year. */
  goToHour(selection: Selection, step: number): void {
    this.select(selection, true);
    this.store.setState({ playing: false });
    this.setStep(step);
  }
}
