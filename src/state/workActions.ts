import type { AppState, LoadedDistrict } from './appState';
import { BASELINE_ID, type Document } from './document';
import * as history from './history';
import { heldWork, workToRedo, workToUndo, type ReplacedWork } from './imports';
import type { OpenProject, Told } from './projects';
import type { RunQueue } from './runQueue';
import { wordsOf, type Words } from '../words';
import type { AppStore } from './store';

/** A question about the work; stopping one that is not being asked does nothing. */
interface Runner {
  cancel(): void;
}

/** What is done to the work as a whole: named edits, the way back, bookmarks, other work in its place. */
export abstract class WorkActions {
  abstract readonly wayOut: Runner;
  abstract readonly connect: Runner;
  abstract readonly comparison: Runner;
  abstract readonly difference: Runner;
  abstract readonly tornado: Runner;
  abstract readonly hosting: Runner;
  abstract readonly peaks: Runner;
  abstract readonly timeline: Runner;
  abstract readonly building: Runner & { forget(): void };

  constructor(
    protected readonly store: AppStore,
    readonly runs: RunQueue,
  ) {}

  protected get state(): AppState {
    return this.store.getState();
  }

  /** The texts of the language in force. */
  protected get words(): Words {
    return wordsOf(this.state.language);
  }

  protected edit(name: string, document: Document): void {
    this.store.setState({
      ...{ history: history.change(this.state.history, name, document), workAfter: null },
      announcement: name,
    });
    this.dropOrphanedNotice();
    this.runs.refresh();
  }

  /** Ids are given again: a notice of a scenario that is gone would lead to another one. */
  private dropOrphanedNotice(): void {
    const { notice, history: present } = this.state;
    if (notice === null) return;
    if (!present.present.scenarios.some(({ id }) => id === notice.scenarioId))
      this.store.setState({ notice: null });
  }

  undo(): void {
    const work = workToUndo(this.state);
    if (work !== null) return this.changeWork(work, 'undone');
    this.travel(
      history.undo(this.state.history),
      this.words('steps.undone', { name: this.state.history.past.at(-1)?.name ?? '' }),
    );
  }

  redo(): void {
    const work = workToRedo(this.state);
    if (work !== null) return this.changeWork(work, 'redone');
    this.travel(
      history.redo(this.state.history),
      this.words('steps.redone', { name: this.state.history.future[0]?.name ?? '' }),
    );
  }

  /** Goes to a state of the list or to a bookmark; undo leads back. */
  returnTo(document: Document, name: string): void {
    const step = this.words('steps.backTo', { name });
    const undo = this.words('steps.undo');
    this.travel(history.returnTo(this.state.history, document, step, undo), step);
  }

  addBookmark(name: string): void {
    const trimmed = name.trim().slice(0, 120);
    if (trimmed === '') return;
    this.store.setState({
      history: history.withBookmark(this.state.history, trimmed),
      announcement: this.words('steps.bookmarkSet', { name: trimmed }),
    });
  }

  removeBookmark(name: string): void {
    this.store.setState({
      history: history.withoutBookmark(this.state.history, name),
      announcement: this.words('steps.bookmarkRemoved', { name }),
    });
  }

  private travel(next: history.History, announcement: string): void {
    if (next === this.state.history) return;
    const activeStands = next.present.scenarios.some(({ id }) => id === this.state.activeId);
    this.store.setState({
      history: next,
      announcement,
      activeId: activeStands ? this.state.activeId : (next.present.scenarios.at(-1)?.id ?? BASELINE_ID),
    });
    this.dropOrphanedNotice();
    this.runs.refresh();
  }

  /** Work that was replaced comes back as it was left, and what had replaced it is one step the other way. */
  private changeWork(work: ReplacedWork, way: 'undone' | 'redone'): void {
    const { name, loaded, history: steps, project, activeId, strip, building, present } = work;
    const now = heldWork(this.state, name);
    this.runs.reset();
    this.forgetStudies();
    this.store.setState({
      ...{ loaded, project, activeId, history: steps, strip, building, present, issues: [] },
      ...this.elsewhere(),
      ...(way === 'undone' ? { workBefore: null, workAfter: now } : { workBefore: now, workAfter: null }),
      announcement: this.words(`steps.${way}`, { name }),
    });
    this.runs.refresh();
  }

  /** Other work is on screen: no answer about the work before may stand beside it, and no question go on. */
  forgetStudies(): void {
    const { wayOut, connect, comparison, difference, tornado, hosting, peaks, timeline } = this;
    for (const runner of [wayOut, connect, comparison, difference, tornado, hosting, peaks, timeline])
      runner.cancel();
    this.building.forget();
    this.store.setState({
      ...{ wayOut: null, showsWayOut: false, connect: null, connectAt: null },
      ...{
        comparison: null,
        wishes: null,
        difference: null,
        tornado: null,
        hosting: null,
        hostingNodes: null,
        peaks: null,
        timeline: null,
      },
      ...{ notice: null, present: null, group: null },
    });
  }

  /** Another district is on screen: nothing of the one before is selected, and all of it is in sight. */
  private elsewhere(): Partial<AppState> {
    const nothing = { selection: null, hovered: null, marked: null };
    // The first picture is of all of it anyway.
    if (this.state.loaded === null) return nothing;
    return { ...nothing, cameraTo: 'home', cameraKey: this.state.cameraKey + 1 };
  }

  /** Opens work with its district, kept or brought; not a step of history. */
  openWork(
    loaded: LoadedDistrict,
    document: Document,
    bookmarks: readonly history.Bookmark[],
    project: OpenProject | null,
    strip: AppState['strip'] = this.state.strip,
  ): void {
    const elsewhere = this.state.loaded === loaded ? {} : this.elsewhere();
    // Scenarios of other work may have the same ids; years that are known come back from the engine at once.
    this.runs.reset();
    this.forgetStudies();
    this.store.setState({
      phase: 'ready',
      ...{ loaded, project, strip },
      issues: [],
      ...{ history: history.startHistory(document, bookmarks), workBefore: null, workAfter: null },
      activeId: document.scenarios.at(-1)?.id ?? BASELINE_ID,
      ...elsewhere,
    });
    this.runs.refresh();
  }

  /** Shows what an address asks for. */
  showView(view: Partial<AppState>): void {
    this.store.setState(view);
    this.runs.refresh();
  }

  tell(told: Told): void {
    this.store.setState({ told, announcement: told.text });
  }

  dismissTold(): void {
    this.store.setState({ told: null });
  }
}
