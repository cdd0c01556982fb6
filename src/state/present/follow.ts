import type { AppState } from '../appState';
import type { Actions } from '../actions';
import type { Document } from '../document';
import { startHistory } from '../history';
import type { Scenario } from '../../model/scenario';
import type { AppStore } from '../store';
import type { PresentState } from './presentState';
import { toldOf } from './told';

type Shared = Pick<
  AppState,
  | 'activeId'
  | 'stepS'
  | 'variable'
  | 'look'
  | 'view'
  | 'oneLineAt'
  | 'theme'
  | 'language'
  | 'selection'
  | 'cameraTo'
  | 'cameraKey'
>;

/** What a projector's window needs to show the same as the presenter's: inputs, hands and the numbers that are told; no years. */
export interface Snapshot {
  readonly districtSha256: string;
  readonly documentText: string;
  readonly shared: Shared;
  readonly step: number;
  /** Null where the session has ended. */
  readonly present: PresentState | null;
  readonly replayFrom: Scenario | null;
}

/** What whoever follows finds out for itself. */
const NOT_SENT = { yearBefore: null, beforeFailed: null, replayYear: null, money: null, free: null } as const;

/** Of a window that presents. Whoever follows computes the years anew for the colours of its map, and for nothing else. */
export function snapshotOf(state: AppState, replayFrom: Scenario | null): Snapshot {
  const { activeId, stepS, variable, look, view, theme, language, selection, cameraTo, cameraKey } = state;
  const { present, oneLineAt } = state;
  return {
    districtSha256: state.loaded?.sha256 ?? '',
    documentText: JSON.stringify(state.history.present),
    shared: {
      ...{ activeId, stepS, variable, look, view, oneLineAt, theme, language },
      ...{ selection, cameraTo, cameraKey },
    },
    step: state.step,
    present: present === null ? null : { ...present, ...NOT_SENT, told: toldOf(state) },
    replayFrom: present?.replay === 'before' ? replayFrom : null,
  };
}

/** Keeps a window in step with the one that presents. */
export class Follower {
  private documentText = '';
  private isReplaying = false;

  constructor(
    private readonly store: AppStore,
    private readonly actions: Actions,
  ) {}

  /** False where the other window shows another district. */
  take(snapshot: Snapshot): boolean {
    const state = this.store.getState();
    if (state.loaded?.sha256 !== snapshot.districtSha256) return false;
    this.takePresent(snapshot.present);
    this.takeDocument(snapshot);
    this.actions.setStep(snapshot.step);
    const replays = snapshot.present?.replay ?? null;
    if (replays === null) {
      if (this.isReplaying) this.actions.present.stopReplay();
      this.isReplaying = false;
    } else if (!this.isReplaying && snapshot.replayFrom !== null) {
      this.isReplaying = true;
      void this.actions.present.replay(snapshot.replayFrom);
    }
    return true;
  }

  /** What this window has found out for itself stays: years before, bills, a replay under way. */
  private takePresent(next: PresentState | null): void {
    const { present: own } = this.store.getState();
    if (next === null || own === null)
      return this.store.setState({ present: next && { ...next, replay: null } });
    const { round } = next;
    const before = round === null ? null : sameOrNew(own.round?.before, round.before);
    const { yearBefore, beforeFailed, money, replay, replayYear } = own;
    this.store.setState({
      present: {
        ...next,
        ...{ yearBefore, beforeFailed, money, replay, replayYear },
        round: round === null || before === null ? null : { ...round, before },
      },
    });
  }

  private takeDocument({ documentText, shared }: Snapshot): void {
    if (documentText === this.documentText) {
      const { activeId, stepS } = this.store.getState();
      const isOtherLength = stepS !== shared.stepS;
      this.store.setState({ ...shared, ...(isOtherLength ? { weeks: {}, attribution: null } : {}) });
      if (isOtherLength || activeId !== shared.activeId) this.actions.runs.refresh();
      return;
    }
    this.documentText = documentText;
    const known = this.store.getState().history.present;
    const document = JSON.parse(documentText) as Document;
    const scenarios = document.scenarios.map((scenario) =>
      sameOrNew(
        known.scenarios.find(({ id }) => id === scenario.id),
        scenario,
      ),
    );
    const baseEdits = sameOrNew(known.baseEdits, document.baseEdits);
    this.store.setState({ ...shared, history: startHistory({ baseEdits, scenarios }) });
    this.actions.runs.refresh();
  }
}

/** The object that is known where the other says the same: what stands is not run again. */
const sameOrNew = <Value>(known: Value | undefined, next: Value): Value =>
  known !== undefined && JSON.stringify(known) === JSON.stringify(next) ? known : next;
