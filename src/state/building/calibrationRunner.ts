import type { CalibrationAnswer, Calibrator } from '../../engine/calibrationWorker';
import type { Outcome } from '../../model/outcome';
import { formatNumber } from '../../units';
import { BASELINE_ID, type Document } from '../document';
import type { AppStore } from '../store';
import { meterHindrance, movedParameters } from './calibrationChoice';
import { calibrationVerdict } from './calibrationVerdict';
import { MeterRunner } from './meterRunner';
import { meteredHours } from './meters';
import { nameOfBuilding } from './packages';
import type { CalibrationStudy } from './types';
import { calibrationStanding, ownYearOf, subjectOf } from './view';

/** The writers of what the actions write: named edits of the document, and the scenario on screen. */
export interface BuildingEdits {
  edit(name: string, document: Document): void;
  show(scenarioId: string): void;
}

/** The calibration of buildings by their meters, each beside the page. */
export abstract class CalibrationRunner extends MeterRunner {
  private readonly aborts = new Map<string, AbortController>();

  constructor(
    store: AppStore,
    private readonly calibrator: Calibrator,
    protected readonly edits: BuildingEdits,
  ) {
    super(store);
  }

  /** Moves few numbers of the building until its year meets the meter, beside the page. */
  async calibrate(): Promise<void> {
    const subject = subjectOf(this.state);
    const study = this.meter();
    const { loaded, history } = this.state;
    if (subject === null || study === null || loaded === null) return;
    const { id } = subject;
    const year = ownYearOf(this.state, BASELINE_ID, id);
    const meter = meteredHours(study, loaded.weather);
    if (year === null || meter === null || meterHindrance(subject, study) !== null) return;
    this.aborts.get(id)?.abort();
    const abort = new AbortController();
    this.aborts.set(id, abort);
    const { baseEdits } = history.present;
    const calibration: CalibrationStudy = {
      ...{ buildingId: id, status: 'running', startedMs: Date.now(), answer: null, issues: [] },
      baseEdits: baseEdits.filter(({ buildingId }) => buildingId === id),
    };
    this.note(calibration);
    const request = {
      // The input of the very year that the page holds against the meter.
      ...{ input: year.input, buildingId: id, meter },
      ids: movedParameters(subject, study.use).map((one) => one.id),
      // No name of a file: corrections go into links, readings and what they are called do not.
      meterName: this.words()('building.meter.sourceName'),
    };
    const outcome = await this.calibrator(request, abort.signal);
    if (abort.signal.aborted || this.aborts.get(id) !== abort) return;
    const { issues } = outcome;
    const ended = outcome.ok
      ? ({ status: 'ready', answer: outcome.value, issues } as const)
      : ({ status: 'failed', issues } as const);
    this.note({ ...calibration, ...ended });
    this.store.setState({ announcement: this.announced(outcome) });
  }

  /** What is said aloud: the verdict, not that something ended. */
  private announced(outcome: Outcome<CalibrationAnswer>): string {
    const words = this.words();
    if (!outcome.ok) return words('building.calibrate.failed');
    const { before, after, calibration } = outcome.value;
    const { kind, told } = calibrationVerdict(before, after, calibration.parameters);
    if (told === null) return words('building.calibrate.ready');
    const percent = (share: number) => `${formatNumber(share * 100, 2, this.state.language)} %`;
    const figure = words(`building.calibrate.figure.${told.measure}.${told.scale}`, {
      value: percent(told.value),
    });
    return words(`building.calibrate.verdicts.${kind}`, { figure, limit: percent(told.limit) });
  }

  private note(calibration: CalibrationStudy): void {
    const { calibrations } = this.state.building;
    this.patch({ calibrations: { ...calibrations, [calibration.buildingId]: calibration } });
  }

  /** Ends the calibration of one building; of all where none is named. */
  cancel(buildingId?: string): void {
    for (const study of Object.values(this.state.building.calibrations)) {
      if (buildingId !== undefined && study.buildingId !== buildingId) continue;
      this.aborts.get(study.buildingId)?.abort();
      if (study.status === 'running') this.note({ ...study, status: 'cancelled' });
    }
  }

  protected forgetCalibrations(buildingId: string | null): void {
    this.cancel(buildingId ?? undefined);
    const { calibrations } = this.state.building;
    const kept = Object.entries(calibrations).filter(([id]) => buildingId !== null && id !== buildingId);
    this.patch({ calibrations: Object.fromEntries(kept) });
  }

  /**
   * Takes the numbers over as the building's own, for the baseline and every scenario; one step of history. Not where they are
   * in force, nor where they were fitted to a building of other numbers.
   */
  takeCalibration(): void {
    const subject = subjectOf(this.state);
    const calibration = subject === null ? undefined : this.state.building.calibrations[subject.id];
    const edits = calibration?.answer?.edits ?? [];
    if (subject === null || calibration === undefined || edits.length === 0) return;
    if (calibrationStanding(this.state, calibration) !== 'open') return;
    const { present } = this.state.history;
    const kept = present.baseEdits.filter(
      (other) =>
        !edits.some(({ buildingId, field }) => buildingId === other.buildingId && field === other.field),
    );
    const name = this.words()('building.steps.calibrate', { building: nameOfBuilding(subject) });
    this.edits.edit(name, { ...present, baseEdits: [...kept, ...edits] });
  }
}
