import type { Engine } from '../../engine/contract';
import type { Session } from '../../io/sessionFile';
import type { Issue } from '../../model/outcome';
import { deriveScenario } from '../../scenario';
import type { AppState } from '../appState';
import type { Variable } from '../display';
import { BASELINE_ID, freeNumbered } from '../document';
import { freeName } from '../projects';
import { baselineResult, scenarioOf } from '../selectors';
import type { AppStore } from '../store';
import { peakStep } from './cause';
import { figuresNow } from './figures';
import { isHidden } from './hidden';
import { countMoney } from './moneyStudy';
import type { Editing } from './presentBase';
import { groupsOf, type Figure, type PresentPage, type PresentState } from './presentState';
import { PresentLevers } from './levers';
import { unknownPlaces } from './challenges';
import { checkedSession } from './prepare';
import { recordBeside, type RecordBeside } from './record';
import { sessionOfText } from './shipped';

const WORKSHOP = 'workshop';

/** What is kept of a session that is over, until another one begins after it: enough for its record. */
export interface PastSession {
  readonly present: PresentState;
  readonly before: readonly Figure[];
  readonly after: readonly Figure[];
  readonly beside: RecordBeside;
}

/** A workshop under way: from its start to its end, its agenda, and what is shown of the result. */
export class PresentRunner extends PresentLevers {
  /** The session that has ended last, whoever ended it. */
  past: PastSession | null = null;

  /** The session as it was before it was changed last; none after a restart. */
  earlierSession: Session | null = null;

  constructor(store: AppStore, engine: Engine, work: Editing) {
    super(store, engine, work);
    store.subscribe((_, before) => this.follow(before));
  }

  /** What stands beside the work, and goes with it: whoever changed the work, and in whichever mode. */
  private follow(before: AppState): void {
    this.endStaleReplay();
    const { present } = this.state;
    if (present === null && before.present !== null && !before.isProjector)
      this.past = pastOf(before, before.present);
    // A window that follows is told everything that is counted.
    if (this.state.isProjector) return;
    if (present?.round?.phase === 'revealed') void this.recallBefore();
    this.forgetFree();
    this.judge(before);
    this.noteOutcome();
    if (present?.page === 'money') void countMoney(this.store, this.engine);
  }

  /** A session from a file; issues where it was refused. */
  open(text: string, fileName: string): readonly Issue[] {
    const read = sessionOfText(text, fileName);
    if (!read.ok) return read.issues;
    const district = this.state.loaded?.district;
    const unknown = district === undefined ? [] : unknownPlaces(read.value, district, fileName);
    if (unknown.length > 0) return unknown;
    this.start(read.value);
    return [];
  }

  start(session: Session): void {
    const baseline = scenarioOf(this.state, BASELINE_ID);
    if (baseline === undefined) return;
    const { present: document } = this.state.history;
    const id = freeNumbered(WORKSHOP, new Set(document.scenarios.map((one) => one.id)));
    const name = this.words('present.workshop');
    const scenario = deriveScenario(baseline, { id, name });
    const title = this.say(session.title);
    const result = baselineResult(this.state);
    const isUnderWay = this.state.present !== null;
    this.stopReplay();
    this.store.setState({
      ...{ present: null, activeId: id, view: 'map', look: 'data', variable: session.variable as Variable },
      ...{ classFilter: null, selection: null, playing: false, notice: null, showsBaseline: false },
      ...(result === null ? {} : { step: peakStep(result) }),
    });
    this.work.edit(this.words('present.edit.start', { title }), {
      ...document,
      // Proposals of an earlier workshop are none of this one's; undo has them.
      scenarios: [...document.scenarios.filter((one) => !groupsOf(document).includes(one)), scenario],
    });
    const nowMs = Date.now();
    this.store.setState({
      present: {
        ...{ session, scenarioId: id, startDocument: this.state.history.present, startedAtMs: nowMs },
        ...{ stepRow: 0, stepSinceMs: nowMs, page: null, round: null, yearBefore: null, replay: null },
        ...{
          beforeFailed: null,
          replayYear: null,
          money: null,
          told: null,
          commitments: '',
          fired: [],
          feedback: null,
          free: null,
          record: [{ atMs: nowMs, kind: 'start', text: title }],
        },
      },
    });
    // One that was under way has ended by this: nobody has had its record yet.
    if (!isUnderWay) this.past = null;
    this.earlierSession = null;
  }

  /**
   * Goes on with a session that has been changed by hand, or says what is wrong in it, or that the district has no such station.
   * Where the room is stays where it is; while a question is open nothing is changed, and that is said.
   */
  changeSession(session: Session): readonly Issue[] {
    const { present } = this.state;
    const checked = checkedSession(session);
    if (!checked.ok) return checked.issues;
    if (present === null) return [];
    if (present.round !== null) return [questionOpen(session.id)];
    const { value } = checked;
    const district = this.state.loaded?.district;
    const unknown = district === undefined ? [] : unknownPlaces(value, district, value.id);
    if (unknown.length > 0) return unknown;
    this.earlierSession = present.session;
    const stepRow = Math.min(present.stepRow, value.agenda.length - 1);
    this.patch({ session: value, stepRow });
    this.store.setState({ variable: value.variable as Variable });
    this.note('session', this.say(value.title));
    return [];
  }

  /** The session as it was before its last change; once more leads back again. */
  restoreSession(): void {
    if (this.earlierSession !== null) this.changeSession(this.earlierSession);
  }

  /** Leaves the session; its scenarios stay as they are. */
  end(): void {
    this.stopReplay();
    this.store.setState({ present: null });
  }

  show(page: PresentPage | null): void {
    if (isHidden(this.state) && (page === 'money' || page === 'groups' || page === 'close')) return;
    const { money } = this.state.present ?? {};
    // What could not be counted is tried again when it is asked for again.
    this.patch({ page, ...(money?.status === 'failed' ? { money: null } : {}) });
  }

  /** A page has been closed; another one may stand in its place by now. */
  closed(page: PresentPage): void {
    if (this.state.present?.page === page) this.patch({ page: null });
  }

  goToStep(stepRow: number): void {
    const { present } = this.state;
    const step = present?.session.agenda[stepRow];
    if (present === null || step === undefined || stepRow === present.stepRow) return;
    this.patch({ stepRow, stepSinceMs: Date.now() });
    this.note('step', this.say(step.words));
  }

  /** Marks where the room is, by the last step; a name that is taken gets a number. */
  bookmark(): void {
    const { past, bookmarks } = this.state.history;
    const name = (past.at(-1)?.name ?? this.words('present.firstStep')).slice(0, 100);
    this.work.addBookmark(freeName(name, new Set(bookmarks.map((one) => one.name))));
  }

  setCommitments(commitments: string): void {
    this.patch({ commitments: commitments.slice(0, 4000) });
  }

  /** Back to the start of the session, as one step of history: undo leads back to where the room was. */
  reset(): void {
    const { present } = this.state;
    if (present === null) return;
    this.stopReplay();
    this.store.setState({ activeId: present.scenarioId });
    this.patch({
      round: null,
      page: null,
      stepRow: 0,
      stepSinceMs: Date.now(),
      yearBefore: null,
      beforeFailed: null,
      money: null,
      feedback: null,
    });
    this.work.returnTo(present.startDocument, this.words('present.edit.reset'));
    this.note('reset', this.words('present.edit.reset'));
  }
}

const questionOpen = (source: string): Issue => ({
  ...{ severity: 'error', code: 'session-question-open', source },
  message: 'A question to the room is open; nothing of the session is changed until it is closed.',
  remedy: 'Close the question, then change the session.',
});

const pastOf = (state: AppState, present: PresentState): PastSession => ({
  present,
  before: figuresNow(state, BASELINE_ID, present.session.kpis),
  after: figuresNow(state, present.scenarioId, present.session.kpis),
  beside: recordBeside(state, present),
});
