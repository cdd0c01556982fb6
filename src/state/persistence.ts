import { ENGINE_VERSION } from '../engine/version';
import { readProjectFile, writeProjectFile } from '../io';
import type { Issue, Outcome } from '../model/outcome';
import { hashDistrict } from '../scenario';
import { weatherOfDistrict } from '../synthesis/weatherOfDistrict';
import type { Actions } from './actions';
import type { LoadedDistrict } from './appState';
import type { Document } from './document';
import {
  freeName,
  freshProjectId,
  told,
  type KeptDistrict,
  type KeptProject,
  type OpenProject,
  type ProjectShelf,
} from './projects';
import { versionText } from './shareOpening';
import type { AppStore } from './store';

const WRITE_DELAY_MS = 400;

/** Which project a tab had open; a new tab begins with the last one of any tab. */
export interface TabMemory {
  read(): string | null;
  write(id: string | null): void;
}

/** Keeps the work of this tab after every edit, and opens what was kept, brought as a file, or shared by a link. */
export class ProjectKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Writes follow each other: each must know the revision of the one before. */
  private writing: Promise<void> = Promise.resolve();
  private readonly districtsKept = new Set<string>();
  private shippedSha256: string | null = null;
  private hasToldOfStorage = false;

  constructor(
    private readonly store: AppStore,
    private readonly actions: Actions,
    readonly shelf: ProjectShelf,
    private readonly memory: TabMemory,
  ) {}

  /** A district that comes with the app need not be kept. */
  comesWithApp(districtSha256: string): void {
    this.shippedSha256 = districtSha256;
    this.districtsKept.add(districtSha256);
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
        history.present !== before.history.present || history.bookmarks !== before.history.bookmarks;
      // To open a project is no edit: another tab may have it open too.
      const isOpened = loaded !== before.loaded || project?.id !== before.project?.id;
      if (loaded === null || isOpened || !isEdited) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.flush(), WRITE_DELAY_MS);
    });
  }

  /** Writes what has not been written yet. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    const { loaded, history, project } = this.store.getState();
    if (loaded === null) return;
    const open = project ?? { id: loaded.sha256, name: loaded.district.name, revision: 0 };
    if (!(await this.keepsDistrict(loaded))) return;
    const record = recordOf(open, loaded, history.present, history.bookmarks);
    switch (await this.shelf.write(record, open.revision)) {
      case 'kept':
        return this.became(open.id, { ...open, revision: open.revision + 1 });
      case 'overtaken':
        return this.fork(open, record);
      case 'full':
        return this.tellOfStorage(
          'The storage of this browser is full: the last changes are not kept. Save the project as a file, or delete projects.',
        );
      case 'closed':
        return this.tellOfStorage(
          'This browser keeps nothing for this page (a private window?). Save the project as a file before you close it.',
        );
    }
  }

  /** Another tab has written the project since: both stay, this tab's as a copy. */
  private async fork(open: OpenProject, record: Omit<KeptProject, 'revision'>): Promise<void> {
    const names = new Set((await this.shelf.list()).map(({ name }) => name));
    const copy = { ...record, id: freshProjectId(), name: freeName(open.name, names) };
    if ((await this.shelf.write(copy, 0)) !== 'kept') return;
    this.became(open.id, { id: copy.id, name: copy.name, revision: 1 });
    const text = `Another tab has changed “${open.name}”. The work of this tab is kept beside it as “${copy.name}”; nothing is lost.`;
    this.actions.tell(told(text, 'problem'));
  }

  /** What was written is what the tab has open, unless it has opened something else meanwhile. */
  private became(writtenId: string, now: OpenProject): void {
    const { project, loaded } = this.store.getState();
    if ((project?.id ?? loaded?.sha256) !== writtenId) return;
    this.store.setState({ project: now.id === project?.id ? { ...now, name: project.name } : now });
    this.memory.write(now.id);
  }

  private async keepsDistrict({ district, sha256, weather }: LoadedDistrict): Promise<boolean> {
    if (this.districtsKept.has(sha256)) return true;
    const kept: KeptDistrict = { district, weather: district.weather.kind === 'epw' ? weather : null };
    const verdict = await this.shelf.writeDistrict(sha256, kept);
    if (verdict === 'kept') this.districtsKept.add(sha256);
    else this.tellOfStorage('There is no room to keep this district. Save the project as a file.');
    return verdict === 'kept';
  }

  private tellOfStorage(text: string): void {
    if (this.hasToldOfStorage) return;
    this.hasToldOfStorage = true;
    this.actions.tell(told(text, 'problem'));
  }

  /** What this tab had open, or any tab had last. */
  async last(): Promise<KeptProject | null> {
    const id = this.memory.read();
    return id === null ? null : this.shelf.read(id);
  }

  /** Opens a kept project; false where its district is not at hand. `atHand`: a district that is. */
  async open(
    kept: KeptProject,
    atHand: LoadedDistrict | null = this.store.getState().loaded,
  ): Promise<boolean> {
    await this.flushPending();
    const loaded =
      atHand?.sha256 === kept.districtSha256 ? atHand : await this.keptDistrict(kept.districtSha256);
    if (loaded === null) return false;
    const { id, name, revision, document, bookmarks } = kept;
    this.actions.openWork(loaded, document, bookmarks, { id, name, revision });
    this.memory.write(id);
    return true;
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
    const open = project ?? { id: loaded.sha256, name: loaded.district.name, revision: 0 };
    this.store.setState({ project: { ...open, name: trimmed } });
    await this.flush();
  }

  async remove(id: string): Promise<void> {
    await this.flushPending();
    await this.shelf.remove(id);
    if (this.store.getState().project?.id === id) this.forgetOpen();
  }

  /** Empties the storage; what is on screen stays until the page is left. */
  async deleteEverything(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.writing;
    await this.shelf.clear();
    this.districtsKept.clear();
    if (this.shippedSha256 !== null) this.districtsKept.add(this.shippedSha256);
    this.forgetOpen();
    this.actions.tell(
      told(
        'Everything this page had kept in this browser is deleted. What is on screen goes when you close it.',
      ),
    );
  }

  private forgetOpen(): void {
    this.store.setState({ project: null });
    this.memory.write(null);
  }

  /** The whole project as the text of a file; null before a district is there. */
  fileText(): string | null {
    const { loaded, history, project } = this.store.getState();
    if (loaded === null) return null;
    const { district, weather } = loaded;
    return writeProjectFile({
      name: project?.name ?? district.name,
      engineVersion: ENGINE_VERSION,
      district,
      weather: district.weather.kind === 'epw' ? weather : null,
      document: history.present,
      bookmarks: history.bookmarks,
    });
  }

  /** Opens a project file as a project of its own. Issues where it was refused; nothing has changed then. */
  async openFile(text: string, fileName: string): Promise<readonly Issue[]> {
    const read = readProjectFile(text, fileName);
    if (!read.ok) return read.issues;
    const { name, engineVersion, document, bookmarks } = read.value;
    const loaded = loadedOf(read.value);
    if (!loaded.ok) return loaded.issues;
    await this.openAsNew(loaded.value, document, bookmarks, name);
    this.actions.tell(told(`Opened “${name}”${versionText(engineVersion)}.`));
    return [];
  }

  /** A project that nothing has been written of yet, under a name that is free. */
  async freshProject({ district }: LoadedDistrict, name = district.name): Promise<OpenProject> {
    const names = new Set((await this.shelf.list()).map((kept) => kept.name));
    return { id: freshProjectId(), name: freeName(name, names), revision: 0 };
  }

  /** Opens work as a project of its own, kept at once. */
  async openAsNew(
    loaded: LoadedDistrict,
    document: Document,
    bookmarks: KeptProject['bookmarks'],
    name: string,
  ): Promise<void> {
    await this.flushPending();
    this.actions.openWork(loaded, document, bookmarks, await this.freshProject(loaded, name));
    await this.flush();
  }
}

function loadedOf({ district, weather }: KeptDistrict): Outcome<LoadedDistrict> {
  const year = weather === null ? weatherOfDistrict(district) : null;
  if (year?.ok === false) return year;
  const shown = year?.ok === true ? year.value : weather!;
  return {
    ok: true,
    value: { district, sha256: hashDistrict(district), weather: shown, report: null },
    issues: [],
  };
}

function recordOf(
  { id, name }: OpenProject,
  { district, sha256 }: LoadedDistrict,
  document: Document,
  bookmarks: KeptProject['bookmarks'],
): Omit<KeptProject, 'revision'> {
  return {
    ...{ id, name, document, bookmarks },
    districtId: district.id,
    districtSha256: sha256,
    savedAtMs: Date.now(),
  };
}
