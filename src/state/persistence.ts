import { readProjectFile } from '../io/projectFile';
import type { Issue } from '../model/outcome';
import type { Actions } from './actions';
import type { AppState, LoadedDistrict } from './appState';
import type { Document } from './document';
import { fileTextOf, loadedOf, recordOf, unwritten } from './persistenceRecords';
import { districtChanged, opened } from './persistenceWords';
import {
  freeName,
  freshProjectId,
  told,
  type KeptDistrict,
  type KeptProject,
  type OpenProject,
  type ProjectShelf,
  type TabMemory,
  type Told,
} from './projects';
import { wordsOf, type Words } from '../words';
import type { AppStore } from './store';
import { checkedStrip } from './strip/strip';

const WRITE_DELAY_MS = 400;

/** Keeps the work of this tab after every edit, and opens what was kept, brought as a file, or shared by a link. */
export class ProjectKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Writes follow each other: each must know the revision of the one before. */
  private writing: Promise<void> = Promise.resolve();
  private readonly districtsKept = new Set<string>();
  private shippedSha256: string | null = null;
  /** Said since the last write that was kept: nobody wants to read it after every edit. */
  private readonly toldOfStorage = new Set<string>();
  private loadShipped: () => Promise<LoadedDistrict | null> = () => Promise.resolve(null);

  constructor(
    private readonly store: AppStore,
    private readonly actions: Actions,
    readonly shelf: ProjectShelf,
    private readonly memory: TabMemory,
  ) {}

  private get words(): Words {
    return wordsOf(this.store.getState().language);
  }

  /** A district that comes with the app need not be kept. */
  comesWithApp(districtSha256: string): void {
    this.shippedSha256 = districtSha256;
    this.districtsKept.add(districtSha256);
  }

  /** Where to find the district that comes with the app, when work that is kept was made on it. */
  findsShipped(load: () => Promise<LoadedDistrict | null>): void {
    this.loadShipped = load;
  }

  /** Whether everybody who opens the app has the district. */
  isShipped({ district, sha256 }: LoadedDistrict): boolean {
    return sha256 === this.shippedSha256 || (this.shippedSha256 === null && district.id === 'reference-town');
  }

  /** Begins to keep every edit and bookmark from here on. Returns what ends it. */
  start(): () => void {
    return this.store.subscribe((state, before) => {
      const { history, loaded, project } = state;
      const isEdited =
        history.present !== before.history.present ||
        history.bookmarks !== before.history.bookmarks ||
        state.stripEdits !== before.stripEdits;
      // To open a project is no edit: another tab may have it open too.
      const isOpened = loaded !== before.loaded || project?.id !== before.project?.id;
      if (isOpened && state.workAfter !== before.workAfter) this.remember(project);
      if (loaded === null || isOpened || !isEdited) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.flush(), WRITE_DELAY_MS);
    });
  }

  /** Undo and redo lead from one work to another: a reload must find the one on screen. */
  private remember(project: OpenProject | null): void {
    if (project === null || project.isHeldBack === true) this.memory.write(null);
    else if (project.revision > 0) this.memory.write(project.id);
  }

  /** Writes what has not been written yet. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    const { loaded, history, project, strip } = this.store.getState();
    if (loaded === null) return;
    const open = project ?? unwritten(loaded);
    if (open.isHeldBack || !(await this.keepsDistrict(loaded))) return;
    const record = recordOf(open, loaded, history.present, history.bookmarks, strip);
    switch (await this.shelf.write(record, open.revision)) {
      case 'kept':
        return this.became(open.id, { ...open, revision: open.revision + 1 });
      case 'overtaken':
        return this.fork(open, record);
      case 'gone':
        return this.wasDeleted(open);
      case 'full':
        return this.tellOfStorage(this.words('told.full'));
      case 'closed':
        return this.tellOfStorage(this.words('told.closed'));
    }
  }

  /** Another tab has written the project since: both stay, this tab's as a copy. */
  private async fork(open: OpenProject, record: Omit<KeptProject, 'revision'>): Promise<void> {
    const names = new Set((await this.shelf.list()).map(({ name }) => name));
    const copy = { ...record, id: freshProjectId(), name: freeName(open.name, names) };
    if ((await this.shelf.write(copy, 0)) !== 'kept')
      return this.tellOfStorage(this.words('told.forkNotKept', { name: open.name }));
    this.became(open.id, { id: copy.id, name: copy.name, revision: 1 });
    this.actions.tell(told(this.words('told.forked', { name: open.name, copy: copy.name }), 'problem'));
  }

  /** What somebody deleted in another tab is not brought back by an edit in this one. */
  private wasDeleted({ id, name }: OpenProject): void {
    this.forgetDistricts();
    if (this.store.getState().project?.id !== id) return;
    this.holdBack();
    this.actions.tell(told(this.words('told.deletedElsewhere', { name }), 'problem'));
  }

  /** What was written is what the tab has open, unless it has opened something else meanwhile. */
  private became(writtenId: string, now: OpenProject): void {
    this.toldOfStorage.clear();
    const { project, loaded } = this.store.getState();
    if ((project?.id ?? loaded?.sha256) !== writtenId) return;
    const open = now.id === project?.id ? { ...now, name: project.name } : now;
    this.store.setState({ project: open, isUnkept: false });
    this.memory.write(now.id);
  }

  private async keepsDistrict({ district, sha256, weather }: LoadedDistrict): Promise<boolean> {
    if (this.districtsKept.has(sha256)) return true;
    const kept: KeptDistrict = { district, weather: district.weather.kind === 'epw' ? weather : null };
    const verdict = await this.shelf.writeDistrict(sha256, kept);
    if (verdict === 'kept') this.districtsKept.add(sha256);
    else this.tellOfStorage(this.words('told.noRoomForDistrict'));
    return verdict === 'kept';
  }

  private tellOfStorage(text: string): void {
    this.store.setState({ isUnkept: true });
    if (this.toldOfStorage.has(text)) return;
    this.toldOfStorage.add(text);
    this.actions.tell(told(text, 'problem'));
  }

  /** What this tab had open, or any tab had last. */
  async last(): Promise<KeptProject | null> {
    const id = this.memory.read();
    return id === null ? null : this.shelf.read(id);
  }

  /**
   * Opens a kept project, on what its district is now where that has changed; false where no district of its id is at hand.
   * `atHand`: a district that is.
   */
  async open(
    kept: KeptProject,
    atHand: LoadedDistrict | null = this.store.getState().loaded,
  ): Promise<boolean> {
    await this.flushPending();
    const loaded = await this.districtFor(kept, atHand);
    if (loaded === null) return false;
    const { id, name, revision, document, bookmarks } = kept;
    const project = { id, name, revision };
    this.actions.openWork(loaded, document, bookmarks, project, checkedStrip(kept.strip ?? []));
    this.store.setState({ isUnkept: false });
    this.memory.write(id);
    if (loaded.sha256 !== kept.districtSha256)
      this.actions.tell(districtChanged(kept, loaded.district, this.store.getState().language));
    return true;
  }

  private async districtFor(
    { districtId, districtSha256 }: KeptProject,
    atHand: LoadedDistrict | null,
  ): Promise<LoadedDistrict | null> {
    if (atHand?.sha256 === districtSha256) return atHand;
    const imported = await this.keptDistrict(districtSha256);
    if (imported !== null) return imported;
    const shipped = await this.loadShipped();
    if (shipped?.sha256 === districtSha256) return shipped;
    return [atHand, shipped].find((one) => one?.district.id === districtId) ?? null;
  }

  /** A district that was imported here before. */
  async keptDistrict(sha256: string): Promise<LoadedDistrict | null> {
    const kept = await this.shelf.readDistrict(sha256);
    const loaded = kept === null ? null : loadedOf(kept);
    return loaded?.ok === true && loaded.value.sha256 === sha256 ? loaded.value : null;
  }

  /** Writes at once what waits to be written. */
  async flushPending(): Promise<void> {
    if (this.timer !== undefined) await this.flush();
    await this.writing;
  }

  async rename(name: string): Promise<void> {
    const trimmed = name.trim().slice(0, 120);
    const { project, loaded } = this.store.getState();
    if (trimmed === '' || loaded === null) return;
    const { isHeldBack: _, ...open } = project ?? unwritten(loaded);
    this.store.setState({ project: { ...open, name: trimmed } });
    await this.flush();
  }

  /** Keeps what is on screen again, after what was kept of it had been deleted. */
  async keepAgain(): Promise<void> {
    const { project } = this.store.getState();
    if (project !== null) await this.rename(project.name);
  }

  async remove(id: string): Promise<void> {
    await this.flushPending();
    if (!(await this.shelf.remove(id)))
      return this.actions.tell(told(this.words('told.notDeleted'), 'problem'));
    const { project, workBefore, workAfter } = this.store.getState();
    // What was deleted does not come back by undo; other work that it had replaced, or was replaced by, does.
    this.store.setState({
      workBefore: workBefore?.project?.id === id ? null : workBefore,
      workAfter: workAfter?.project?.id === id ? null : workAfter,
    });
    if (project?.id !== id) return;
    this.holdBack();
    this.actions.tell(told(this.words('told.deletedHere', { name: project.name })));
  }

  /** Empties the storage; what is on screen stays until the page is left, and is not written back by itself. */
  async deleteEverything(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.writing;
    const { project: before, workBefore, workAfter } = this.store.getState();
    const lastId = this.memory.read();
    // First: an edit while the storage is emptied must not fill it again, nor does other work come back.
    this.holdBack();
    this.store.setState({ workBefore: null, workAfter: null });
    if (await this.shelf.clear()) {
      this.forgetDistricts();
      return this.actions.tell(told(this.words('told.allDeleted')));
    }
    this.store.setState({ project: before, workBefore, workAfter });
    this.memory.write(lastId);
    this.actions.tell(told(this.words('told.notDeleted'), 'problem'));
  }

  private forgetDistricts(): void {
    this.districtsKept.clear();
    if (this.shippedSha256 !== null) this.districtsKept.add(this.shippedSha256);
  }

  /** The work on screen under an id of its own, of which nothing is written until somebody asks. */
  private holdBack(): void {
    const { project, loaded } = this.store.getState();
    const name = project?.name ?? loaded?.district.name ?? '';
    this.store.setState({ project: { id: freshProjectId(), name, revision: 0, isHeldBack: true } });
    this.memory.write(null);
  }

  /** The whole project as the text of a file; null before a district is there. */
  fileText(): string | null {
    return fileTextOf(this.store.getState());
  }

  /** Opens a project file as a project of its own. Issues where it was refused; nothing has changed then. */
  async openFile(text: string, fileName: string): Promise<readonly Issue[]> {
    const read = readProjectFile(text, fileName);
    if (!read.ok) return read.issues;
    const { name, engineVersion, document, bookmarks } = read.value;
    const loaded = loadedOf(read.value);
    if (!loaded.ok) return loaded.issues;
    const said = opened(name, engineVersion, read.issues, this.store.getState().language);
    const strip = checkedStrip(read.value.strip ?? []);
    await this.openAsNew(loaded.value, document, bookmarks, { name, said, strip });
    return [];
  }

  /** A project that nothing has been written of yet, under a name that is free. */
  async freshProject({ district }: LoadedDistrict, name = district.name): Promise<OpenProject> {
    const names = new Set((await this.shelf.list()).map((kept) => kept.name));
    return { id: freshProjectId(), name: freeName(name, names), revision: 0 };
  }

  /** Opens work as a project of its own, kept at once; that it cannot be kept takes the place of what is said of it. */
  async openAsNew(
    loaded: LoadedDistrict,
    document: Document,
    bookmarks: KeptProject['bookmarks'],
    {
      name,
      said,
      strip = this.store.getState().strip,
    }: { readonly name: string; readonly said: Told; readonly strip?: AppState['strip'] },
  ): Promise<void> {
    await this.flushPending();
    this.actions.openWork(loaded, document, bookmarks, await this.freshProject(loaded, name), strip);
    const { told: before } = this.store.getState();
    await this.flush();
    // Only now: whoever reads that it is open may close the page.
    if (this.store.getState().told === before) this.actions.tell(said);
  }
}
