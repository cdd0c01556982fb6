import type { Engine } from '../../engine/contract';
import type { Session, SessionLever } from '../../io/sessionFile';
import type { Issue } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import { deriveScenario } from '../../scenario';
import { wordsOf, type Words } from '../../words';
import type { AppState } from '../appState';
import type { Variable } from '../display';
import { BASELINE_ID, freeNumbered, withMeasure, withScenario, type Document } from '../document';
import { baselineResult, runInputOf, runOf, scenarioOf } from '../selectors';
import type { AppStore } from '../store';
import { peakStep } from './cause';
import { isHidden } from './hidden';
import { countMoney } from './moneyStudy';
import {
  freeGroupId,
  groupsOf,
  levelOf,
  REPLAY_ID,
  scenarioBefore,
  shareOf,
  textIn,
  type PresentPage,
  type PresentState,
  type RecordEntry,
} from './presentState';
import { sessionOfText } from './shipped';

/** How a workshop changes the work: as Plan does, by named steps that undo leads back from. */
export interface Editing {
  edit(name: string, document: Document): void;
  returnTo(document: Document, name: string): void;
}

const WORKSHOP = 'workshop';
export const REPLAY_MS = 1600;
const MOST_HANDS = 999;

/** A workshop under way: its question, its levers, and what is shown of the result. */
export class PresentRunner {
  private replayNumber = 0;

  constructor(
    private readonly store: AppStore,
    private readonly engine: Engine,
    private readonly work: Editing,
  ) {}

  private get state(): AppState {
    return this.store.getState();
  }

  private get words(): Words {
    return wordsOf(this.state.language);
  }

  private patch(part: Partial<PresentState>): void {
    this.store.setState(({ present }) => (present === null ? {} : { present: { ...present, ...part } }));
  }

  private note(kind: RecordEntry['kind'], text: string): void {
    const { present } = this.state;
    if (present !== null) this.patch({ record: [...present.record, { atMs: Date.now(), kind, text }] });
  }

  /** The words of a session in the language on screen. */
  private say(text: Session['title']): string {
    return textIn(text, this.state.language);
  }

  /** A session from a file; issues where it was refused. */
  open(text: string, fileName: string): readonly Issue[] {
    const read = sessionOfText(text, fileName);
    if (!read.ok) return read.issues;
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
    this.store.setState({
      ...{ activeId: id, view: 'map', look: 'data', variable: session.variable as Variable },
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
        ...{ money: null, commitments: '', record: [{ atMs: nowMs, kind: 'start', text: title }] },
      },
    });
  }

  /** Leaves the session; its scenarios stay as they are. */
  end(): void {
    this.stopReplay();
    this.store.setState({ present: null });
  }

  show(page: PresentPage | null): void {
    if (isHidden(this.state) && (page === 'money' || page === 'groups' || page === 'close')) return;
    this.patch({ page });
    if (page === 'money') void countMoney(this.store, this.engine);
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

  isLocked(leverId: string): boolean {
    const { present } = this.state;
    return present?.session.agenda[present.stepRow]?.locked.includes(leverId) ?? false;
  }

  /** Moves a lever to a share: an ordinary edit of the workshop's scenario. */
  move(lever: SessionLever, share: number): void {
    const { present } = this.state;
    if (present === null || this.isLocked(lever.id) || !(share >= 0 && share <= 1)) return;
    const scenario = this.scenario() ?? this.lost();
    if (scenario === undefined || Math.abs(shareOf(lever, scenario) - share) < 1e-9) return;
    const changed = inOrder(withMeasure(scenario, lever.measure, share, {}), present.session.levers);
    this.change(changed, this.leverWords(lever, changed), 'lever');
  }

  /** The scenario of the workshop; undefined where an undo has gone behind its start. */
  private scenario(): Scenario | undefined {
    const { present } = this.state;
    return present === null ? undefined : scenarioOf(this.state, present.scenarioId);
  }

  private lost(): Scenario | undefined {
    const { present } = this.state;
    return present?.startDocument.scenarios.find(({ id }) => id === present.scenarioId);
  }

  private change(changed: Scenario, name: string, kind: RecordEntry['kind']): void {
    this.stopReplay();
    const { present: document } = this.state.history;
    const isThere = document.scenarios.some(({ id }) => id === changed.id);
    this.store.setState({ activeId: changed.id });
    this.work.edit(
      name,
      isThere
        ? withScenario(document, changed)
        : { ...document, scenarios: [...document.scenarios, changed] },
    );
    this.note(kind, name);
  }

  /** "Heat pumps: many" or "Heat pumps: 35 %". */
  leverWords(lever: SessionLever, scenario: Scenario): string {
    const at = levelOf(lever, scenario);
    const level =
      at === null ? `${Math.round(100 * shareOf(lever, scenario))} %` : this.say(lever.levels[at]!.words);
    return `${this.say(lever.words)}: ${level}`;
  }

  /** Asks the room: from here on nothing of the result is in the page. */
  ask(row: number): void {
    const { present } = this.state;
    const question = present?.session.questions[row];
    const before = this.scenario();
    if (present === null || question === undefined || before === undefined) return;
    this.stopReplay();
    const votes = question.options.map(() => 0);
    const { status, result } = runOf(this.state, before.id);
    this.patch({
      round: { question, votes, phase: 'hidden', before, askedAtMs: Date.now() },
      page: null,
      yearBefore: status === 'ready' && result !== null ? { scenario: before, result } : null,
    });
    this.store.setState({ notice: null, announcement: this.words('present.said.asked') });
    this.note('ask', this.say(question.words));
  }

  vote(option: number, hands: number): void {
    const round = this.state.present?.round;
    if (round?.phase !== 'hidden' || !Number.isInteger(hands) || hands < 0 || hands > MOST_HANDS) return;
    const votes = round.votes.map((before, at) => (at === option ? hands : before));
    this.patch({ round: { ...round, votes } });
  }

  reveal(): void {
    const round = this.state.present?.round;
    if (round?.phase !== 'hidden') return;
    this.patch({ round: { ...round, phase: 'revealed' } });
    const hands = round.question.options.map(({ words }, at) => `${this.say(words)}: ${round.votes[at]!}`);
    this.store.setState({ announcement: this.words('present.said.revealed') });
    this.note('reveal', `${this.say(round.question.words)} ${hands.join(', ')}`);
    void this.recallBefore(round.before);
  }

  endRound(): void {
    if (this.state.present?.round?.phase === 'revealed') this.patch({ round: null });
  }

  /** The year that a change began with; kept by the engine, computed again where it has been forgotten. */
  async recallBefore(scenario: Scenario): Promise<void> {
    const known = this.state.present?.yearBefore;
    if (known?.scenario === scenario) return;
    const input = runInputOf(this.state, scenario);
    if (input === null) return;
    const outcome = await this.engine.run(input);
    if (outcome.ok) this.patch({ yearBefore: { scenario, result: outcome.value } });
  }

  /** What a replay begins with; null where nothing has been changed yet. */
  replayed(): Scenario | null {
    const { present, history } = this.state;
    const now = this.scenario();
    if (present === null || now === undefined || isHidden(this.state)) return null;
    const { round } = present;
    if (round !== null && round.before.measures !== now.measures) return round.before;
    return scenarioBefore(history.past, now);
  }

  /** Shows the year before the last change, then the year after it; as often as asked, and nothing is changed by it. */
  async replay(before: Scenario | null = this.replayed()): Promise<void> {
    const input = before === null ? null : runInputOf(this.state, before);
    if (before === null || input === null) return;
    this.stopReplay();
    const number = this.replayNumber;
    const isWanted = () => number === this.replayNumber;
    await this.recallBefore(before);
    const { yearBefore } = this.state.present ?? {};
    if (!isWanted() || yearBefore?.scenario !== before) return;
    const { result } = yearBefore;
    const week = await this.engine.week(input, this.state.step, { known: result });
    if (!isWanted()) return;
    this.store.setState(({ runs, weeks }) => ({
      runs: { ...runs, [REPLAY_ID]: { status: 'ready', progress: null, result, issues: [] } },
      weeks: week.ok ? { ...weeks, [REPLAY_ID]: week.value } : weeks,
    }));
    this.patch({ replay: 'before' });
    await pause(REPLAY_MS);
    if (!isWanted()) return;
    this.patch({ replay: 'after' });
    await pause(REPLAY_MS);
    if (isWanted()) this.stopReplay();
  }

  private stopReplay(): void {
    this.replayNumber += 1;
    if ((this.state.present?.replay ?? null) === null) return;
    this.patch({ replay: null });
    this.store.setState(({ runs, weeks }) => {
      const { [REPLAY_ID]: _run, ...others } = runs;
      const { [REPLAY_ID]: _week, ...otherWeeks } = weeks;
      return { runs: others, weeks: otherWeeks };
    });
  }

  /** Keeps where the levers stand as the proposal of a group: a scenario beside the workshop's. */
  keepProposal(name: string): void {
    const { present: document } = this.state.history;
    const id = freeGroupId(document);
    const from = this.scenario();
    const called = name.trim().slice(0, 60);
    if (id === null || from === undefined || called === '') return;
    const proposal = { ...from, id, name: called };
    this.work.edit(this.words('present.edit.keep', { name: called }), {
      ...document,
      scenarios: [...document.scenarios, proposal],
    });
    this.note('group', called);
  }

  /** Sets the levers as a group has them. */
  showProposal(id: string): void {
    const proposal = scenarioOf(this.state, id);
    const now = this.scenario();
    if (proposal === undefined || now === undefined) return;
    const name = this.words('present.edit.show', { name: proposal.name });
    this.change({ ...now, measures: proposal.measures }, name, 'group');
  }

  removeProposal(id: string): void {
    const { present: document } = this.state.history;
    const gone = groupsOf(document).find((group) => group.id === id);
    if (gone === undefined) return;
    this.work.edit(this.words('present.edit.remove', { name: gone.name }), {
      ...document,
      scenarios: document.scenarios.filter((one) => one !== gone),
    });
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
      money: null,
    });
    this.work.returnTo(present.startDocument, this.words('present.edit.reset'));
    this.note('reset', this.words('present.edit.reset'));
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Measures of levers in the order of the levers, whichever was moved first: what one does may rest on another. */
function inOrder(scenario: Scenario, levers: readonly SessionLever[]): Scenario {
  const rows = new Map(levers.map(({ measure }, row) => [measure, row]));
  const rowOf = ({ type }: Scenario['measures'][number]) => rows.get(type) ?? -1;
  return { ...scenario, measures: [...scenario.measures].sort((a, b) => rowOf(a) - rowOf(b)) };
}
