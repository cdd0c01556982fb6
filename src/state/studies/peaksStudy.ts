import type { Engine } from '../../engine/contract';
import { readPeaksFile } from '../../io/peaksFile';
import { fail, type Issue, type Outcome } from '../../model/outcome';
import type { BaseEdit } from '../../model/scenario';
import { calibratePeaks, withCorrections, type PeakCalibration } from '../../study/peaks';
import { wordsOf } from '../../words';
import type { AppState } from '../appState';
import { BASELINE_ID, type Document } from '../document';
import { runInputOf, scenarioOf } from '../selectors';
import type { AppStore } from '../store';
import { brokeDown } from './followed';

/** Measured peaks of stations and feeders held against the district as it stands today, as far as that has come. */
export interface PeaksStudy {
  readonly fileName: string;
  readonly isShown: boolean;
  readonly status: 'running' | 'ready' | 'cancelled' | 'failed';
  /** Years computed so far. */
  readonly runs: number;
  readonly found: PeakCalibration | null;
  /** Corrections of the district it started from, and those with what it found once they are taken; others make it old. */
  readonly from: readonly BaseEdit[];
  readonly taken: readonly BaseEdit[] | null;
  readonly stepS: number;
  readonly issues: readonly Issue[];
}

/** What is read of a file. */
interface TextFile {
  readonly name: string;
  text(): Promise<string>;
}

/** One file at a time: a new one ends the one before. */
export class PeaksRunner {
  private abort: AbortController | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly engine: Engine,
    private readonly edit: (name: string, document: Document) => void,
  ) {}

  /** Reads measured peaks and looks for the factors that meet them; nothing is changed before `take`. */
  async read(file: TextFile): Promise<void> {
    this.cancel();
    const state = this.store.getState();
    const baseline = scenarioOf(state, BASELINE_ID);
    const input = baseline === undefined ? null : runInputOf(state, baseline);
    if (input === null) return;
    const { signal } = (this.abort = new AbortController());
    const { district, baseEdits, stepS } = input;
    const asked = { fileName: file.name, isShown: true, from: baseEdits, taken: null, stepS } as const;
    this.store.setState({
      peaks: { ...asked, status: 'running', runs: 0, found: null, issues: [] },
    });
    const runWith = async (edits: readonly BaseEdit[]) => {
      if (signal.aborted) return fail<never>([]);
      const options = { signal, passing: true };
      const run = await this.engine.run({ ...input, baseEdits: edits }, options);
      if (!signal.aborted) this.patch({ runs: this.store.getState().peaks!.runs + 1 });
      return run;
    };
    let found: Outcome<PeakCalibration>;
    try {
      const peaks = readPeaksFile(await file.text(), file.name);
      found = peaks.ok ? await calibratePeaks(district, baseEdits, peaks.value, file.name, runWith) : peaks;
    } catch (error) {
      found = fail([brokeDown(file.name, error)]);
    }
    if (signal.aborted) return;
    if (!found.ok) return this.patch({ status: 'failed', issues: found.issues });
    this.patch({ status: 'ready', found: found.value });
  }

  /** Lays the corrections that were found over the district, as one named step. */
  take(): void {
    const { peaks, language, history } = this.store.getState();
    if (peaks === null || peaks.found === null) return;
    // Taken already, or of a district that has been corrected otherwise; taken back it can be taken again.
    if (peaks.from !== history.present.baseEdits) return;
    const baseEdits = withCorrections(peaks.from, peaks.found.edits);
    this.patch({ taken: baseEdits });
    const name = wordsOf(language)('peaks.step', { file: peaks.fileName });
    this.edit(name, { ...history.present, baseEdits });
  }

  /** Closing the view ends a search that nobody sees. */
  hide(): void {
    this.cancel();
    this.patch({ isShown: false });
  }

  show(): void {
    this.patch({ isShown: true });
  }

  cancel(): void {
    this.abort?.abort();
    this.abort = null;
    if (this.store.getState().peaks?.status === 'running') this.patch({ status: 'cancelled' });
  }

  private patch(part: Partial<PeaksStudy>): void {
    this.store.setState(({ peaks }: AppState) => (peaks === null ? {} : { peaks: { ...peaks, ...part } }));
  }
}
