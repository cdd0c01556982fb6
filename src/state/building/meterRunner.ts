import type { MeterChoices } from '../../io/meterData';
import { wordsOf, type Words } from '../../words';
import type { AppState } from '../appState';
import { withoutReadings } from '../imports/replaced';
import type { AppStore } from '../store';
import { looksLikeMeterFile } from './meters';
import type { BuildingWork, CountedUse, MeterRefusal, MeterStudy } from './types';
import { subjectOf } from './view';

/** A file of the page, as far as a meter is concerned. */
interface MeterSource {
  readonly name: string;
  readonly size: number;
  text(): Promise<string>;
}

/** How a file came: a chosen one takes the place of the meter at once, one dropped on the page asks where one was accepted. */
export type MeterArrival = 'chosen' | 'dropped';

const BYTES_PER_MB = 1024 * 1024;
/** Ten years of minutes are some 200 MB as text; larger files are refused before they are read. */
export const LARGEST_METER_MB = 200;

/** The meters of buildings: files come and go here, bound to the building that they were meant for. */
export abstract class MeterRunner {
  /** Counts what makes an answer about a building's file late: a newer file, or that all were deleted. */
  private readonly asked = new Map<string, number>();
  private deletions = 0;

  constructor(protected readonly store: AppStore) {}

  protected get state(): AppState {
    return this.store.getState();
  }

  protected patch(part: Partial<BuildingWork>): void {
    this.store.setState(({ building }) => ({ building: { ...building, ...part } }));
  }

  protected words(): Words {
    return wordsOf(this.state.language);
  }

  /** What was found by a building's former readings holds no more. */
  protected abstract forgetCalibrations(buildingId: string | null): void;

  /** Whether a file that is dropped on the page is the meter of the building on screen. */
  takesMeter(fileName: string): boolean {
    return this.state.mode === 'building' && subjectOf(this.state) !== null && looksLikeMeterFile(fileName);
  }

  /** Takes a meter's file for the building on screen now and tells what it seems to be; nothing leaves this page. */
  async readMeter(file: MeterSource, arrival: MeterArrival = 'chosen'): Promise<void> {
    const subject = subjectOf(this.state);
    if (subject === null) return;
    const { id: buildingId, connection } = subject;
    const isLate = this.ask(buildingId);
    const refuse = (kind: MeterRefusal['kind'], detail: string) =>
      this.patch({ meterRefusal: { buildingId, fileName: file.name, kind, detail } });
    this.patch({ meterRefusal: null, meterOffer: null });
    if (file.size > LARGEST_METER_MB * BYTES_PER_MB)
      return refuse('tooLarge', String(Math.ceil(file.size / BYTES_PER_MB)));
    try {
      const [text, { readMeterFile }] = await Promise.all([file.text(), import('./meterFile')]);
      if (isLate()) return;
      const outcome = readMeterFile(text, file.name, this.ofPlace({}));
      const study: MeterStudy = {
        ...{ buildingId, fileName: file.name, text, choices: {}, use: 'electricity', confirmed: false },
        leavesOut: false,
        fuse: connection && { ratedA: connection.mainFuseA, phases: connection.phases.length },
        outcome,
      };
      const isAccepted = this.state.building.meters[buildingId]?.confirmed === true;
      if (arrival === 'dropped' && isAccepted) this.patch({ meterOffer: study });
      else this.setMeter(study);
    } catch (error) {
      if (!isLate()) refuse('unreadable', error instanceof Error ? error.message : String(error));
    }
  }

  /** Bare local times are those of the district's clock until somebody says otherwise. */
  private ofPlace(choices: MeterChoices): MeterChoices {
    const { loaded } = this.state;
    return loaded === null ? choices : { ...choices, localOffsetS: loaded.weather.utcOffsetMin * 60 };
  }

  /** Whether something newer has been asked of a building's meter since. */
  private ask(buildingId: string): () => boolean {
    const own = (this.asked.get(buildingId) ?? 0) + 1;
    this.asked.set(buildingId, own);
    const { deletions } = this;
    return () => this.asked.get(buildingId) !== own || this.deletions !== deletions;
  }

  /** The file that was dropped takes the place of the accepted one, or not. */
  answerOffer(takes: boolean): void {
    const { meterOffer } = this.state.building;
    this.patch({ meterOffer: null });
    if (takes && meterOffer !== null) this.setMeter(meterOffer);
  }

  /** What somebody says about the file in the place of what was detected. */
  async chooseMeter(choices: MeterChoices): Promise<void> {
    const about = this.meter();
    if (about === null) return;
    const { buildingId, fileName, text } = about;
    try {
      const { readMeterFile } = await import('./meterFile');
      const study = this.state.building.meters[buildingId];
      // Deleted meanwhile, or another file.
      if (study === undefined || study.text !== text || study.fileName !== fileName) return;
      const all = { ...study.choices, ...choices };
      const outcome = readMeterFile(text, fileName, this.ofPlace(all));
      this.setMeter({ ...study, choices: all, outcome, confirmed: false, leavesOut: false });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.patch({ meterRefusal: { buildingId, fileName, kind: 'unreadable', detail } });
    }
  }

  countMeter(use: CountedUse): void {
    const study = this.meter();
    if (study !== null) this.setMeter({ ...study, use });
  }

  /** Readings that are doubted count, or are missing. */
  leaveOutDoubted(leavesOut: boolean): void {
    const study = this.meter();
    if (study !== null) this.setMeter({ ...study, leavesOut });
  }

  confirmMeter(): void {
    const study = this.meter();
    if (study !== null && study.outcome.value.series !== null) this.setMeter({ ...study, confirmed: true });
  }

  protected meter(): MeterStudy | null {
    const { selection, building } = this.state;
    return selection?.kind === 'building' ? (building.meters[selection.id] ?? null) : null;
  }

  private setMeter(study: MeterStudy): void {
    this.forgetCalibrations(study.buildingId);
    const { meters } = this.state.building;
    this.patch({ meters: { ...meters, [study.buildingId]: study }, meterRefusal: null, deletedMeters: 0 });
  }

  /** Forgets every reading of every meter. Numbers that were taken over stay among the corrections, without readings. */
  deleteMeterData(): void {
    this.dropReadings();
    this.forgetCalibrations(null);
    const deletedMeters = Object.keys(this.state.building.meters).length;
    this.patch({ meters: {}, meterRefusal: null, meterOffer: null, deletedMeters });
    // Work that undo or redo would bring back has readings too.
    this.store.setState(({ workBefore, workAfter }) => ({
      ...{ workBefore: withoutReadings(workBefore), workAfter: withoutReadings(workAfter) },
      announcement: this.words()('building.meter.deleted'),
    }));
  }

  /** Files that are still being read come too late. */
  protected dropReadings(): void {
    this.deletions += 1;
  }
}
