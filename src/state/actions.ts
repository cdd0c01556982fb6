import type { Engine } from '../engine/contract';
import type { EvidenceAttribute } from '../model/building';
import type { AppState, Look, Selection, TableKind, ThemeChoice, View } from './appState';
import type { Variable } from './display';
import { BASELINE_ID, freshScenarioName, withMeasure, withScenario, type Document } from './document';
import * as history from './history';
import type { BaseEdit, MeasureType, Scenario } from '../model/scenario';
import { MEASURES } from '../measures';
import { deriveScenario } from '../scenario';
import { RunQueue } from './runQueue';
import { scenarioOf, scenariosOf } from './selectors';
import type { AppStore } from './store';
import { correctedName } from './view/changes';
import { transformersByLoading } from './worst';

/** The only writers of the store. Every edit is undoable and named; every edit starts the runs it made stale. */
export class Actions {
  readonly runs: RunQueue;

  constructor(
    private readonly store: AppStore,
    engine: Engine,
  ) {
    this.runs = new RunQueue(store, engine);
  }

  private get state(): AppState {
    return this.store.getState();
  }

  private edit(name: string, document: Document): void {
    this.store.setState({ history: history.change(this.state.history, name, document), announcement: name });
    this.runs.refresh();
  }

  setMeasure(type: MeasureType, adoption: number, parameters: Readonly<Record<string, number>> = {}): void {
    const scenario = scenarioOf(this.state, this.state.activeId);
    if (scenario === undefined || scenario.id === BASELINE_ID) return;
    const changed = withMeasure(scenario, type, adoption, parameters);
    const name = `${MEASURES[type].label} ${Math.round(adoption * 100)} %`;
    this.edit(name, withScenario(this.state.history.present, changed));
  }

  /** A new scenario from another one, shown at once. */
  createScenario(fromId: string): void {
    const { history: past } = this.state;
    const from = scenarioOf(this.state, fromId);
    if (from === undefined) return;
    const { id, name } = freshScenarioName(past.present);
    this.addScenario(deriveScenario(from, { id, name }), `Create ${name} from ${from.name}`);
  }

  addScenario(scenario: Scenario, stepName: string): void {
    const { present } = this.state.history;
    this.store.setState({ activeId: scenario.id });
    this.edit(stepName, { ...present, scenarios: [...present.scenarios, scenario] });
  }

  renameScenario(id: string, name: string): void {
    const scenario = scenarioOf(this.state, id);
    if (scenario === undefined || name.trim() === '' || name === scenario.name) return;
    this.edit(`Rename to ${name}`, withScenario(this.state.history.present, { ...scenario, name }));
  }

  removeScenario(id: string): void {
    const scenario = scenarioOf(this.state, id);
    if (scenario === undefined || id === BASELINE_ID) return;
    const { present } = this.state.history;
    if (this.state.activeId === id) this.store.setState({ activeId: BASELINE_ID });
    const scenarios = present.scenarios.filter((other) => other.id !== id);
    this.edit(`Remove ${scenario.name}`, { ...present, scenarios });
  }

  correctBuilding(edit: BaseEdit): void {
    const { present } = this.state.history;
    const others = present.baseEdits.filter(
      ({ buildingId, field }) => buildingId !== edit.buildingId || field !== edit.field,
    );
    this.edit(`Correct ${correctedName(edit)} of ${edit.buildingId}`, {
      ...present,
      baseEdits: [...others, edit],
    });
  }

  undo(): void {
    this.travel(history.undo(this.state.history), `Undone: ${this.state.history.past.at(-1)?.name ?? ''}`);
  }

  redo(): void {
    this.travel(history.redo(this.state.history), `Redone: ${this.state.history.future[0]?.name ?? ''}`);
  }

  private travel(next: history.History, announcement: string): void {
    if (next === this.state.history) return;
    const activeStands = next.present.scenarios.some(({ id }) => id === this.state.activeId);
    this.store.setState({
      history: next,
      announcement,
      activeId: activeStands ? this.state.activeId : (next.present.scenarios.at(-1)?.id ?? BASELINE_ID),
    });
    this.runs.refresh();
  }

  showScenario(id: string): void {
    if (scenariosOf(this.state).every((scenario) => scenario.id !== id)) return;
    this.store.setState({ activeId: id });
    this.runs.refresh();
  }

  holdBaseline(held: boolean): void {
    if (held !== this.state.showsBaseline) this.store.setState({ showsBaseline: held });
  }

  setStep(step: number): void {
    const last = (365 * 86_400) / this.state.stepS;
    const wrapped = ((Math.round(step) % last) + last) % last;
    if (wrapped === this.state.step) return;
    this.store.setState({ step: wrapped });
    this.runs.look();
  }

  setPlaying(playing: boolean): void {
    this.store.setState({ playing });
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

  hover(hovered: Selection | null): void {
    const present = this.state.hovered;
    if (present?.id !== hovered?.id || present?.kind !== hovered?.kind) this.store.setState({ hovered });
  }

  moveCamera(to: 'home' | 'top'): void {
    this.store.setState({ cameraTo: to, cameraKey: this.state.cameraKey + 1 });
  }

  setVariable(variable: Variable): void {
    this.store.setState({ variable, look: 'data', classFilter: null });
  }

  setLook(look: Look): void {
    this.store.setState({ look });
  }

  setTheme(theme: ThemeChoice): void {
    this.store.setState({ theme });
  }

  setView(view: View): void {
    this.store.setState({ view });
  }

  setTableKind(tableKind: TableKind): void {
    this.store.setState({ tableKind });
  }

  /** Narrows map and tables to one class of the legend; the same class again shows everything. */
  filterByClass(index: number | null): void {
    this.store.setState({ classFilter: index === this.state.classFilter ? null : index });
  }

  setEvidenceAttribute(evidenceAttribute: EvidenceAttribute): void {
    this.store.setState({ evidenceAttribute, classFilter: null });
  }

  dismissNotice(): void {
    this.store.setState({ notice: null });
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

  /** Opens kept work of this district; not a step of history. */
  restore(document: Document): void {
    this.store.setState({
      history: history.startHistory(document),
      activeId: document.scenarios.at(-1)?.id ?? BASELINE_ID,
    });
    this.runs.refresh();
  }

  setShowGrid(showGrid: boolean): void {
    this.store.setState({ showGrid });
  }

  announce(announcement: string): void {
    this.store.setState({ announcement });
  }
}
