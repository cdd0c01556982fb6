import { succeed } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import { issueSentences } from '../../words';
import type { Document } from '../document';
import { told } from '../projects';
import { runInputOf } from '../selectors';
import { isHidden } from './hidden';
import { hasSameMeasures, REPLAY_ID, scenarioBefore } from './presentState';
import { PresentRounds } from './rounds';
import { yearBeforeOf } from './yearBefore';

export const REPLAY_MS = 1600;

/** The last change once more, as often as asked; nothing is changed by it. */
export abstract class PresentReplay extends PresentRounds {
  private replayNumber = 0;
  /** The work that a replay under way is of; it ends with it. */
  private replayOf: Document | null = null;

  /** What a replay begins with; null where nothing has been changed yet. */
  replayed(): Scenario | null {
    const { present, history } = this.state;
    const now = this.scenario();
    if (present === null || now === undefined || isHidden(this.state)) return null;
    const { round } = present;
    if (round !== null && !hasSameMeasures(round.before, now)) return round.before;
    return scenarioBefore(history.past, now);
  }

  /** Shows the year before the last change, then the year after it. */
  async replay(before: Scenario | null = this.replayed()): Promise<void> {
    const input = before === null ? null : runInputOf(this.state, before);
    if (before === null || input === null) return;
    this.stopReplay();
    const number = this.replayNumber;
    this.replayOf = this.state.history.present;
    const isWanted = () => number === this.replayNumber;
    const known = yearBeforeOf(this.state);
    const year = known?.scenario === before ? succeed(known.result) : await this.engine.run(input);
    if (!isWanted()) return;
    if (!year.ok) {
      const problem = issueSentences(this.state.language, year.issues);
      const text = this.words('present.replayFailed', { problem });
      this.store.setState({ told: told(text, 'problem', year.issues), announcement: text });
      return this.stopReplay();
    }
    const { value: result } = year;
    const week = await this.engine.week(input, this.state.step, { known: result });
    if (!isWanted()) return;
    this.store.setState(({ runs, weeks }) => ({
      runs: { ...runs, [REPLAY_ID]: { status: 'ready', progress: null, result, issues: [] } },
      weeks: week.ok ? { ...weeks, [REPLAY_ID]: week.value } : weeks,
    }));
    this.patch({ replay: 'before', replayYear: { scenario: before, input, result } });
    await pause(REPLAY_MS);
    if (!isWanted()) return;
    this.patch({ replay: 'after' });
    await pause(REPLAY_MS);
    if (isWanted()) this.stopReplay();
  }

  stopReplay(): void {
    this.replayNumber += 1;
    this.replayOf = null;
    const { present, runs, weeks } = this.state;
    if (present !== null && present.replay !== null) this.patch({ replay: null, replayYear: null });
    if (runs[REPLAY_ID] === undefined && weeks[REPLAY_ID] === undefined) return;
    const { [REPLAY_ID]: _run, ...otherRuns } = runs;
    const { [REPLAY_ID]: _week, ...otherWeeks } = weeks;
    this.store.setState({ runs: otherRuns, weeks: otherWeeks });
  }

  /** A replay of work that is no longer on screen would show nothing, or another district. */
  protected endStaleReplay(): void {
    if (this.replayOf === null) return;
    const { present, history } = this.state;
    if (present === null || history.present !== this.replayOf) this.stopReplay();
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
