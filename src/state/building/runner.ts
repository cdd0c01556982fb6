import type { Calibrator } from '../../engine/calibrationWorker';
import type { Engine } from '../../engine/contract';
import type { MeterChoices } from '../../io/meterData';
import { MEASURES } from '../../measures';
import type { Building } from '../../model/building';
import type { Scenario } from '../../model/scenario';
import { applyBaseEdits } from '../../scenario';
import { wordsOf } from '../../words';
import type { AppState } from '../appState';
import { BASELINE_ID, withScenario, type Document } from '../document';
import { scenarioOf, scenariosOf } from '../selectors';
import type { AppStore } from '../store';
import { districtOf, indexOf } from '../view/effective';
import { calibrationChoice } from './calibrationChoice';
import { looksLikeMeterFile, meteredHours, readMeterFile } from './meters';
import { offersOf, type OfferedType } from './offers';
import { OwnYears } from './ownYears';
import {
  buildingOfPackage,
  freshPackage,
  measureIn,
  nameOfBuilding,
  withoutPackageMeasure,
  withPackageMeasure,
  withPackageParameter,
} from './packages';
import {
  NO_BUILDING_WORK,
  type BuildingWork,
  type CalibrationStudy,
  type CountedUse,
  type MeterStudy,
} from './types';

/** The writers of what the actions write: named edits of the document, and the scenario on screen. */
export interface BuildingEdits {
  edit(name: string, document: Document): void;
  show(scenarioId: string): void;
}

/** What is done in the Building mode: packages of measures of one building, its meter, its calibration. */
export class BuildingRunner {
  private abort: AbortController | null = null;

  constructor(
    private readonly store: AppStore,
    engine: Engine,
    private readonly calibrator: Calibrator,
    private readonly edits: BuildingEdits,
  ) {
    new OwnYears(store, engine).watch();
    store.subscribe((state, before) => {
      if (state.selection !== before.selection && state.building.refusal !== null)
        this.patch({ refusal: null });
    });
  }

  private get state(): AppState {
    return this.store.getState();
  }

  private patch(part: Partial<BuildingWork>): void {
    this.store.setState(({ building }) => ({ building: { ...building, ...part } }));
  }

  private words() {
    return wordsOf(this.state.language);
  }

  /** The building on screen, with corrections and no measure. */
  private subject(): Building | null {
    const { selection } = this.state;
    const district = districtOf(this.state, BASELINE_ID);
    if (selection?.kind !== 'building' || district === null) return null;
    return indexOf(district).building.get(selection.id) ?? null;
  }

  /** The package on screen; null where another scenario is. */
  private active(): Scenario | null {
    const subject = this.subject();
    const { activeId } = this.state;
    if (subject === null || buildingOfPackage(activeId) !== subject.id) return null;
    return scenarioOf(this.state, activeId) ?? null;
  }

  /** Adds a measure to the package on screen, or begins one with it; says why where it would count twice. */
  add(type: OfferedType): void {
    const subject = this.subject();
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
    const words = this.words();
    const measure = words(`building.measures.${type}`);
    const name = words('building.steps.add', { measure, building: nameOfBuilding(subject) });
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

  /** Takes a measure out of a package: what it changed is as it was before. */
  remove(scenarioId: string, type: OfferedType): void {
    const scenario = scenarioOf(this.state, scenarioId);
    if (scenario === undefined || measureIn(scenario, type) === undefined) return;
    this.patch({ refusal: null });
    const words = this.words();
    const name = words('building.steps.remove', {
      measure: words(`building.measures.${type}`),
      scenario: scenario.name,
    });
    this.edits.edit(name, withScenario(this.state.history.present, withoutPackageMeasure(scenario, type)));
  }

  setParameter(type: OfferedType, name: string, value: number): void {
    const scenario = this.active();
    if (scenario === null) return;
    const words = this.words();
    const step = words('building.steps.set', {
      measure: words(`building.measures.${type}`),
      parameter: MEASURES[type].parameters.find((one) => one.name === name)?.label ?? name,
    });
    const changed = withPackageParameter(scenario, type, name, value);
    this.edits.edit(step, withScenario(this.state.history.present, changed));
  }

  /** A further package, from another one or from the baseline. */
  derive(fromId: string): void {
    const subject = this.subject();
    const from = scenarioOf(this.state, fromId);
    if (subject === null || from === undefined) return;
    const fresh = freshPackage(scenariosOf(this.state), subject, from);
    if (fresh === null) return;
    const words = this.words();
    const name = words('building.steps.derive', { scenario: fresh.scenario.name, from: from.name });
    this.create(fresh.scenario, name);
  }

  show(scenarioId: string): void {
    this.patch({ refusal: null });
    this.edits.show(scenarioId);
  }

  holdAgainst(againstId: string): void {
    this.patch({ againstId });
  }

  /** Whether a file that is dropped on the page is the meter of the building on screen. */
  takesMeter(fileName: string): boolean {
    return this.state.mode === 'building' && this.subject() !== null && looksLikeMeterFile(fileName);
  }

  /** Takes a meter's file for the building on screen and tells what it seems to be; nothing leaves this page. */
  readMeter(fileName: string, text: string): void {
    const subject = this.subject();
    if (subject === null) return;
    this.setMeter({
      ...{ buildingId: subject.id, fileName, text, choices: {}, use: 'electricity', confirmed: false },
      outcome: readMeterFile(text, fileName, {}),
    });
  }

  /** What somebody says about the file in the place of what was detected. */
  chooseMeter(choices: MeterChoices): void {
    const study = this.meter();
    if (study === null) return;
    const all = { ...study.choices, ...choices };
    const outcome = readMeterFile(study.text, study.fileName, all);
    this.setMeter({ ...study, choices: all, outcome, confirmed: false });
  }

  countMeter(use: CountedUse): void {
    const study = this.meter();
    if (study !== null) this.setMeter({ ...study, use });
  }

  confirmMeter(): void {
    const study = this.meter();
    if (study !== null && study.outcome.value.series !== null) this.setMeter({ ...study, confirmed: true });
  }

  private meter(): MeterStudy | null {
    const { selection, building } = this.state;
    return selection?.kind === 'building' ? (building.meters[selection.id] ?? null) : null;
  }

  private setMeter(study: MeterStudy): void {
    this.cancel();
    const { meters } = this.state.building;
    this.patch({ meters: { ...meters, [study.buildingId]: study }, calibration: null });
  }

  /** Forgets every reading of every meter. Numbers that were taken over stay among the corrections, without readings. */
  deleteMeterData(): void {
    this.cancel();
    this.patch({ meters: {}, calibration: null });
    this.store.setState({ announcement: this.words()('building.meter.deleted') });
  }

  /** Moves few numbers of the building until its year meets the meter, beside the page. */
  async calibrate(): Promise<void> {
    const subject = this.subject();
    const study = this.meter();
    const { loaded, history } = this.state;
    const year = this.state.building.years[BASELINE_ID];
    if (subject === null || study === null || loaded === null || year?.buildingId !== subject.id) return;
    const meter = meteredHours(study, loaded.weather);
    if (meter === null) return;
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    const calibration: CalibrationStudy = {
      ...{ buildingId: subject.id, status: 'running', startedMs: Date.now(), answer: null, issues: [] },
    };
    this.patch({ calibration });
    const { district } = applyBaseEdits(loaded.district, history.present.baseEdits);
    const request = {
      ...{ district: { ...district, network: null }, buildingId: subject.id, weather: loaded.weather, meter },
      choice: calibrationChoice(subject, study.use, year.loads),
      // No name of a file: corrections go into links, readings and what they are called do not.
      meterName: this.words()('building.meter.sourceName'),
    };
    const outcome = await this.calibrator(request, abort.signal);
    if (abort.signal.aborted || this.abort !== abort) return;
    const { issues } = outcome;
    const ended = outcome.ok
      ? ({ status: 'ready', answer: outcome.value, issues } as const)
      : ({ status: 'failed', issues } as const);
    this.patch({ calibration: { ...calibration, ...ended } });
    this.store.setState({ announcement: this.words()(`building.calibrate.${ended.status}`) });
  }

  cancel(): void {
    this.abort?.abort();
    const { calibration } = this.state.building;
    if (calibration?.status === 'running')
      this.patch({ calibration: { ...calibration, status: 'cancelled' } });
  }

  /** Takes the numbers over as the building's own, for the baseline and every scenario; one step of history. */
  takeCalibration(): void {
    const { calibration } = this.state.building;
    const edits = calibration?.answer?.edits ?? [];
    if (calibration === null || edits.length === 0) return;
    const { present } = this.state.history;
    const kept = present.baseEdits.filter(
      (other) =>
        !edits.some(({ buildingId, field }) => buildingId === other.buildingId && field === other.field),
    );
    const name = this.words()('building.steps.calibrate', { building: calibration.buildingId });
    this.patch({ calibration: { ...calibration, status: 'taken' } });
    this.edits.edit(name, { ...present, baseEdits: [...kept, ...edits] });
  }

  /** Other work is on screen. */
  forget(): void {
    this.cancel();
    this.store.setState({ building: NO_BUILDING_WORK });
  }
}
