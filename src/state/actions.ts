import { noCalibrator, type Calibrator } from '../engine/calibrationWorker';
import type { Engine } from '../engine/contract';
import type { AppState, Mode, Selection } from './appState';
import { BuildingRunner } from './building/runner';
import { freshScenarioName } from './document';
import type { MilpSolver } from '../study/milp';
import type { WayOutSet } from '../study/wayOut';
import { MarkRunner } from './marked/markRunner';
import { PresentRunner } from './present/presentRunner';
import { RunQueue } from './runQueue';
import { runInputOf, scenarioOf, scenariosOf } from './selectors';
import type { AppStore } from './store';
import { ConnectRunner } from './studies/connectStudy';
import { lateStudies, type LateStudies } from './studies/lateStudies';
import { MissingStudies, type LateName } from './studies/missing';
import { ScenarioActions } from './scenarioActions';
import { scenarioName } from './view/scenarioWords';
import { worstOf } from './standing';
import { standingIn } from './view/judged';

/** The only writers of the store. Every edit is undoable and named; every edit starts the runs it made stale. */
export class Actions extends ScenarioActions {
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
  private readonly missing: MissingStudies;

  constructor(store: AppStore, engine: Engine, solve: MilpSolver, calibrate: Calibrator = noCalibrator) {
    super(store, new RunQueue(store, engine));
    this.missing = new MissingStudies(store);
    const studies = lateStudies(store, engine, {
      solve,
      add: (scenario, step) => this.addScenario(scenario, step),
      edit: (name, document) => this.edit(name, document),
      missing: this.missing,
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

  /** Does something with code that comes late; where it does not come, that is told, and can be asked again. */
  whenFetched<Part>(name: LateName, load: () => Promise<Part>, work: (part: Part) => void): Promise<void> {
    return this.missing.whenFetched(name, load, work);
  }

  /** Fetches what could not be fetched, and asks it what was asked. Whether all of it has come. */
  fetchAgain(): Promise<boolean> {
    return this.missing.askAgain();
  }

  override setMode(mode: Mode): void {
    super.setMode(mode);
    this.present.align();
  }

  override showView(view: Partial<AppState>): void {
    super.showView(view);
    this.present.align();
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

  /** From the notice of a finished run to the concrete case, see `worstOf`, in its worst hour. */
  showWorst(scenarioId: string): void {
    const standing = standingIn(this.state, scenarioId);
    const worst = standing === null ? undefined : worstOf(standing);
    this.showScenario(scenarioId);
    if (worst === undefined) return;
    const { kind, id } = worst;
    this.select({ kind, id }, true);
    this.jumpToWorstHour({ kind, id });
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
    if (isAsked) this.showWayOut();
    else void this.wayOut.find(activeId, siteIds);
  }

  findWayOutOf(scenarioId: string): void {
    this.showScenario(scenarioId);
    this.dismissNotice();
    this.findWayOut(null);
  }

  /** The search that is under way, or its answer; from then on it is seen. */
  showWayOut(): void {
    this.store.setState(({ wayOut }) => ({
      showsWayOut: true,
      wayOut: wayOut?.isUnseen === true ? { ...wayOut, isUnseen: false } : wayOut,
    }));
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
