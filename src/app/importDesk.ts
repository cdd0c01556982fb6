import type { DistrictReader } from '../engine/districtWorker';
import type { Issue } from '../model/outcome';
import {
  freeNumbered,
  replacedWork,
  standingOf,
  told,
  type Actions,
  type AppStore,
  type Deed,
  type ImportWishes,
  type LoadedDistrict,
  type ProjectKeeper,
} from '../state';
import { wordsOf, type Words } from '../words';
import type { TextFile } from './importing';
import { loadIssue, textOf } from './textOf';

/** What the desk asks of the page. */
interface Page {
  /** Shows a district with its baseline alone. */
  readonly show: (loaded: LoadedDistrict) => void;
  readonly refused: (issues: readonly Issue[]) => void;
}

/**
 * Takes files in: looks at them, reads them to the end, says what would be done, and does it when somebody says yes. Until
 * then nothing on screen changes, and of two that are brought the later one is what stands.
 */
export class ImportDesk {
  /** What is asked now; an answer to an earlier question is dropped, and its reading ends. */
  private asked = new AbortController();
  private files: readonly TextFile[] = [];

  constructor(
    private readonly store: AppStore,
    private readonly actions: Actions,
    private readonly keeper: ProjectKeeper,
    private readonly page: Page,
    private readonly read: DistrictReader,
  ) {}

  private get words(): Words {
    return wordsOf(this.store.getState().language);
  }

  /** Reads files that were dropped or chosen; what they are stands in the state, or what is wrong with them. */
  async bring(files: readonly File[], wishes: ImportWishes = {}): Promise<void> {
    const names = files.map(({ name }) => name).join(', ');
    this.store.setState({ offer: null });
    await this.ask(names, wishes, () =>
      Promise.all(files.map(async (file) => ({ name: file.name, text: await textOf(file) }))),
    );
  }

  /** The same files, read with other wishes. */
  async wish(wishes: ImportWishes): Promise<void> {
    const { offer } = this.store.getState();
    if (offer !== null)
      await this.ask(offer.files.map(({ name }) => name).join(', '), wishes, () => this.files);
  }

  /** Everything stays as it is. */
  withdraw(): void {
    this.asked.abort();
    this.files = [];
    this.store.setState({ offer: null, importing: null });
  }

  private async ask(
    names: string,
    wishes: ImportWishes,
    read: () => readonly TextFile[] | Promise<readonly TextFile[]>,
  ): Promise<void> {
    this.asked.abort();
    const { signal } = (this.asked = new AbortController());
    const { offer: before } = this.store.getState();
    // The yes is for what has been read with the wishes that stand.
    const offer = before === null ? null : { ...before, deed: null, findings: [] };
    this.store.setState({ importing: names, offer, issues: [] });
    try {
      const files = await read();
      // What waits to be written is written first: whether the work on screen is kept must be true.
      const [{ glancesOf, deedOf }] = await Promise.all([import('./importing'), this.keeper.flushPending()]);
      if (signal.aborted) return;
      this.files = files;
      const glances = glancesOf(files);
      if (!glances.ok) return this.refuse(glances.issues);
      const standing = standingOf(this.store.getState());
      const glance = { files: glances.value, wishes, deed: null, findings: glances.issues, standing };
      this.store.setState({ offer: glance });
      // Shown before the long work begins.
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return;
      const deed = await deedOf(files, glances.value, wishes, this.store.getState(), (...asked) =>
        this.read(...asked, signal),
      );
      if (signal.aborted) return;
      if (!deed.ok) return this.refuse([...glances.issues, ...deed.issues]);
      const findings = [...glances.issues, ...deed.issues];
      this.store.setState({ importing: null, offer: { ...glance, deed: deed.value, findings } });
      this.actions.announce(this.words('dialogs.import.offered', { name: names }));
    } catch (error) {
      if (!signal.aborted) this.refuse([loadIssue(names, error)]);
    }
  }

  private refuse(issues: readonly Issue[]): void {
    this.files = [];
    this.store.setState({ offer: null });
    this.page.refused(issues);
  }

  /** Does what is offered. False where it was refused after all: nothing has changed then, and the reasons are in the state. */
  async accept(): Promise<boolean> {
    const { offer, importing } = this.store.getState();
    const [file] = this.files;
    if (offer === null || offer.deed === null || importing !== null || file === undefined) return false;
    this.asked.abort();
    this.files = [];
    this.store.setState({ offer: null });
    const issues = await this.doing(offer.deed, file, offer.findings);
    if (issues.length > 0) this.page.refused(issues);
    return issues.length === 0;
  }

  /** Issues where it could not be done. */
  private async doing(deed: Deed, file: TextFile, findings: readonly Issue[]): Promise<readonly Issue[]> {
    switch (deed.is) {
      case 'district':
      case 'weather':
      case 'project':
        return this.replacing(deed, file, findings);
      case 'scenario': {
        const taken = new Set(this.store.getState().history.present.scenarios.map(({ id }) => id));
        const scenario = { ...deed.scenario, id: freeNumbered(deed.scenario.id, taken) };
        this.actions.addScenario(scenario, this.words('page.loadScenario', { name: scenario.name }));
        this.store.setState({ issues: findings });
        return [];
      }
      case 'session':
        return this.session(file);
      case 'peaks':
        void this.actions.peaks.read({ name: file.name, text: () => Promise.resolve(file.text) });
        return [];
      case 'meter':
        this.actions.setMode('building');
        void this.actions.building.readMeter(
          { name: file.name, size: file.text.length, text: () => Promise.resolve(file.text) },
          'dropped',
        );
        return [];
      case 'elsewhere':
        return [];
    }
  }

  private session({ text, name }: TextFile): readonly Issue[] {
    const issues = this.actions.present.open(text, name);
    if (issues.length === 0) this.actions.setMode('present');
    return issues;
  }

  /** Other work takes the place of the one on screen, which undo brings back. */
  private async replacing(
    deed: Extract<Deed, { readonly is: 'district' | 'weather' | 'project' }>,
    file: TextFile,
    findings: readonly Issue[],
  ): Promise<readonly Issue[]> {
    await this.keeper.flushPending();
    const before = this.store.getState();
    const name = deed.is === 'project' ? file.name : deed.loaded.district.name;
    const step = this.words(deed.is === 'weather' ? 'steps.weather' : 'steps.open', {
      name,
      file: file.name,
    });
    const issues = deed.is === 'project' ? await this.keeper.openFile(file.text, file.name) : [];
    if (issues.length > 0) return issues;
    if (deed.is === 'district') {
      this.page.show(deed.loaded);
      this.store.setState({ project: await this.keeper.freshProject(deed.loaded), issues: findings });
      void this.keeper.flush();
      this.actions.runs.refresh();
      this.actions.tell(told(this.words('told.districtOpened', { name })));
    }
    if (deed.is === 'weather') await this.reweathered(deed.loaded, file.name);
    this.store.setState({ workBefore: replacedWork(before, step) });
    return [];
  }

  /** The work on screen as a project of its own, on the same district under another weather. */
  private async reweathered(loaded: LoadedDistrict, fileName: string): Promise<void> {
    const { history, project } = this.store.getState();
    const { present, bookmarks } = history;
    const { sha256, district } = loaded;
    const rebased = (document: typeof present): typeof present => ({
      ...document,
      scenarios: document.scenarios.map((one) => ({ ...one, base: { districtId: district.id, sha256 } })),
    });
    const name = project?.name ?? district.name;
    await this.keeper.openAsNew(
      loaded,
      rebased(present),
      bookmarks.map((bookmark) => ({ ...bookmark, document: rebased(bookmark.document) })),
      { name, said: told(this.words('told.weatherOpened', { name, file: fileName })) },
    );
  }
}
