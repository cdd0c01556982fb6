import { deriveScenario, foldScenario } from '../scenario';
import type { Issue } from '../model/outcome';
import type { BaseEdit, MeasureType, Scenario } from '../model/scenario';
import { measureWords } from '../words';
import { BASELINE_ID, freeNumbered, freshScenarioName, withMeasure, withScenario } from './document';
import { PlanActions } from './plan/planActions';
import { standingPreview } from './previews';
import { freeName } from './projects';
import { scenarioOf } from './selectors';
import { correctedName } from './view/changes';
import { scenarioName } from './view/scenarioWords';

/** Edits of scenarios and of the district under all of them. */
export abstract class ScenarioActions extends PlanActions {
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
      this.words('steps.copy', { name: scenarioName(from, this.words) }),
      new Set(present.scenarios.map((one) => one.name)),
    );
    const copy = { ...from, id: freshScenarioName(present).id, name };
    this.addScenario(copy, this.words('steps.duplicate', { name: scenarioName(from, this.words) }));
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
    this.addScenario(scenario, this.words('steps.add', { name: scenarioName(scenario, this.words) }));
    return [];
  }

  /** Looks at a scenario in another year of its path. */
  setYear(id: string, year: number): void {
    const scenario = scenarioOf(this.state, id);
    if (scenario === undefined || scenario.year === year) return;
    this.edit(
      this.words('steps.year', { name: scenarioName(scenario, this.words), year }),
      withScenario(this.state.history.present, { ...scenario, year }),
    );
  }

  renameScenario(id: string, name: string): void {
    const scenario = scenarioOf(this.state, id);
    if (scenario === undefined || name.trim() === '' || name === scenario.name) return;
    // The field shows a shipped name in the language of the page.
    if (name === scenarioName(scenario, this.words)) return;
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
    this.edit(this.words('steps.remove', { name: scenarioName(scenario, this.words) }), {
      ...present,
      scenarios,
    });
  }

  correctBuilding(edit: BaseEdit): void {
    this.correctBuildings([edit]);
  }

  /** The same fact or number of several buildings, one step of history. */
  correctBuildings(edits: readonly BaseEdit[]): void {
    const [first] = edits;
    if (first === undefined) return;
    const { present } = this.state.history;
    const keyOf = ({ buildingId, field }: BaseEdit) => `${field} ${buildingId}`;
    const replaced = new Set(edits.map(keyOf));
    const others = present.baseEdits.filter((edit) => !replaced.has(keyOf(edit)));
    const what = correctedName(first, this.state.language);
    this.edit(
      edits.length === 1
        ? this.words('steps.correct', { what, building: first.buildingId })
        : this.words('steps.correctSeveral', { what, count: edits.length }),
      { ...present, baseEdits: [...others, ...edits] },
    );
  }
}
