import type { Calibrator } from '../../engine/calibrationWorker';
import type { Engine } from '../../engine/contract';
import type { Scenario } from '../../model/scenario';
import { measureWords } from '../../words';
import { BASELINE_ID, withScenario } from '../document';
import { scenarioOf, scenariosOf } from '../selectors';
import type { AppStore } from '../store';
import { districtOf } from '../view/effective';
import { CalibrationRunner, type BuildingEdits } from './calibrationRunner';
import { offerName } from './offerName';
import { offersOf, type OfferedType } from './offers';
import { OwnYears } from './ownYears';
import {
  freshPackage,
  measureIn,
  nameOfBuilding,
  withoutPackageMeasure,
  withPackageMeasure,
  withPackageParameter,
} from './packages';
import { NO_BUILDING_WORK } from './types';
import { activePackageId, subjectOf } from './view';

/** What is done in the Building mode: packages of measures of one building, its meter, its calibration. */
export class BuildingRunner extends CalibrationRunner {
  private readonly ownYears: OwnYears;

  constructor(store: AppStore, engine: Engine, calibrator: Calibrator, edits: BuildingEdits) {
    super(store, calibrator, edits);
    this.ownYears = new OwnYears(store, engine);
    this.ownYears.watch();
    store.subscribe((state, before) => {
      if (state.selection !== before.selection && state.building.refusal !== null)
        this.patch({ refusal: null });
    });
  }

  /** The package on screen; null where another scenario is. */
  private active(): Scenario | null {
    const id = activePackageId(this.state);
    return id === null ? null : (scenarioOf(this.state, id) ?? null);
  }

  /** Adds a measure to the package on screen, or begins one with it; says why where it would count twice. */
  add(type: OfferedType): void {
    const subject = subjectOf(this.state);
    const base = districtOf(this.state, BASELINE_ID);
    const baseline = scenarioOf(this.state, BASELINE_ID);
    if (subject === null || base === null || baseline === undefined) return;
    const present = this.active();
    const standing = present === null ? base : districtOf(this.state, present.id)!;
    const { weather } = this.state.loaded!;
    const offer = offersOf(subject.id, { base, weather, scenario: present, standing }).get(type);
    if (offer === undefined || offer.isChosen) return;
    if (offer.refusal !== null) {
      this.patch({ refusal: { type, reason: offer.refusal } });
      return;
    }
    this.patch({ refusal: null });
    const measure = offerName(this.state.language, type);
    const name = this.words()('building.steps.add', { measure, building: nameOfBuilding(subject) });
    if (present !== null) {
      const { present: document } = this.state.history;
      this.edits.edit(name, withScenario(document, withPackageMeasure(present, subject.id, type)));
      return;
    }
    const fresh = freshPackage(scenariosOf(this.state), subject, baseline);
    if (fresh !== null) this.create(withPackageMeasure(fresh.scenario, subject.id, type), name);
  }

  private create(scenario: Scenario, name: string): void {
    const { present } = this.state.history;
    this.store.setState({ activeId: scenario.id });
    this.edits.edit(name, { ...present, scenarios: [...present.scenarios, scenario] });
  }

  /** Takes a measure of the building on screen out of a package: what it changed is as it was before. */
  remove(scenarioId: string, type: OfferedType): void {
    const subject = subjectOf(this.state);
    const scenario = scenarioOf(this.state, scenarioId);
    if (subject === null || scenario === undefined) return;
    if (measureIn(scenario, type, subject.id) === undefined) return;
    this.patch({ refusal: null });
    const name = this.words()('building.steps.remove', {
      measure: offerName(this.state.language, type),
      scenario: scenario.name,
    });
    const without = withoutPackageMeasure(scenario, subject.id, type);
    this.edits.edit(name, withScenario(this.state.history.present, without));
  }

  setParameter(type: OfferedType, name: string, value: number): void {
    const subject = subjectOf(this.state);
    const scenario = this.active();
    if (subject === null || scenario === null) return;
    const { language } = this.state;
    const step = this.words()('building.steps.set', {
      measure: offerName(language, type),
      parameter: measureWords(language, type).parameter(name),
    });
    const changed = withPackageParameter(scenario, subject.id, type, { name, value });
    this.edits.edit(step, withScenario(this.state.history.present, changed));
  }

  /** A further package, from another one or from the baseline. */
  derive(fromId: string): void {
    const subject = subjectOf(this.state);
    const from = scenarioOf(this.state, fromId);
    if (subject === null || from === undefined) return;
    const fresh = freshPackage(scenariosOf(this.state), subject, from);
    if (fresh === null) return;
    const name = this.words()('building.steps.derive', { scenario: fresh.scenario.name, from: from.name });
    this.create(fresh.scenario, name);
  }

  show(scenarioId: string): void {
    this.patch({ refusal: null });
    this.edits.show(scenarioId);
  }

  holdAgainst(againstId: string): void {
    this.patch({ againstId });
  }

  /** Tries the years again that could not be computed. */
  retryYears(): void {
    this.ownYears.retry();
  }

  /** Other work is on screen. */
  forget(): void {
    this.dropReadings();
    this.cancel();
    this.store.setState({ building: NO_BUILDING_WORK });
  }
}
