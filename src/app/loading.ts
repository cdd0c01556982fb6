import { readShareLink, type SharedScenario } from '../io/shareLink';
import type { DistrictReader } from '../engine/districtWorker';
import type { PooledEngine } from '../engine/engine';
import type { Issue } from '../model/outcome';
import type { Scenario } from '../model/scenario';
import { baselineScenario } from '../scenario';
import {
  BASELINE_ID,
  countedKey,
  freeNumbered,
  PRESENT_YEAR,
  runInputOf,
  scenarioOf,
  told,
  type Actions,
  type AppStore,
  type KeptProject,
  type LoadedDistrict,
  type ProjectKeeper,
  type Told,
} from '../state';
import { startHistory } from '../state/history';
import { openSharedScenario } from '../state/shareOpening';
import { projectOfFragment, shareOfFragment, viewOfFragment } from '../state/shareView';
import { issueWords, wordsOf, type Words } from '../words';
import { ImportDesk } from './importDesk';
import { ShippedReference, type Reference } from './reference';
import { scenarioFor } from './scenarioFor';
import { loadIssue, textOf } from './textOf';

/** Brings districts onto the screen: the shipped one at the start, dropped files later. */
export class Loading {
  private readonly reference: ShippedReference;
  /** Takes in what is dropped or chosen. */
  readonly imports: ImportDesk;

  constructor(
    readonly store: AppStore,
    readonly actions: Actions,
    private readonly engine: PooledEngine,
    readonly keeper: ProjectKeeper,
    read: DistrictReader,
  ) {
    this.reference = new ShippedReference(keeper);
    this.imports = new ImportDesk(
      store,
      actions,
      keeper,
      {
        show: (loaded) => this.show(loaded, []),
        refused: (issues) => this.refused(issues),
      },
      read,
    );
    // Not at hand where it cannot be fetched: the keeper says so of the work that needs it.
    keeper.findsShipped(() =>
      this.reference.load().then(
        (shipped) => (shipped.ok ? shipped.value.loaded : null),
        () => null,
      ),
    );
  }

  private get words(): Words {
    return wordsOf(this.store.getState().language);
  }

  /**
   * What the page opens on: the scenario of a link, else the work that the address was made in, else the work of last time,
   * else the reference district with its baseline year, the transition being computed beside it.
   */
  async openFirst(fragment: string): Promise<void> {
    try {
      const link = shareOfFragment(fragment);
      const asked = projectOfFragment(fragment, await this.keeper.shelf.list());
      const last = asked ?? (await this.keeper.last());
      const imported = last === null ? null : await this.keeper.keptDistrict(last.districtSha256);
      if (link !== null || last === null || imported === null) await this.openShipped(link, last);
      else await this.keeper.open(last, imported);
      this.actions.showView(viewOfFragment(this.store.getState(), fragment));
    } catch (error) {
      this.failed([loadIssue('the shipped district', error)]);
    }
  }

  private async openShipped(link: string | null, last: KeptProject | null): Promise<void> {
    const shipped = await this.reference.load();
    if (!shipped.ok) return this.failed(shipped.issues);
    const { loaded, transition } = shipped.value;
    this.show(loaded, [transition]);
    this.adoptBaseline(shipped.value);
    if (link !== null && (await this.openLink(link))) return;
    // By its id: the file of the district may have changed since the work was kept.
    const isOfIt = last?.districtId === loaded.district.id;
    const kept = isOfIt ? last : await this.keeper.shelf.read(loaded.sha256);
    if (kept === null || !(await this.keeper.open(kept, loaded))) this.actions.runs.refresh();
    if (last !== null && !isOfIt && link === null) this.actions.tell(notAtHand(last, this.words));
  }

  /** The reference district anew, as a project of its own; work that is kept stays where it is. */
  async openReference(): Promise<void> {
    const shipped = await this.reference.load();
    if (!shipped.ok) return void this.refused(shipped.issues);
    const { loaded, transition } = shipped.value;
    await this.keeper.flushPending();
    this.show(loaded, [transition]);
    this.adoptBaseline(shipped.value);
    this.store.setState({ project: await this.keeper.freshProject(loaded) });
    this.actions.runs.refresh();
  }

  /** Opens what a link carries, whole; false where it was refused, which is said with the reasons. */
  async openLink(link: string): Promise<boolean> {
    const read = readShareLink(link);
    const issues = read.ok ? await this.openShared(read.value) : read.issues;
    if (issues.length === 0) return true;
    const first = issues[0]!;
    const more = issues.length - 1;
    const others = more === 0 ? '' : this.words('page.otherReasons', { count: more });
    const { message: reason, remedy } = issueWords(this.store.getState().language, first);
    const text = this.words('page.linkRefused', { reason, others, remedy });
    this.actions.tell(told(text, 'problem', issues));
    return false;
  }

  private async openShared(shared: SharedScenario): Promise<readonly Issue[]> {
    const { id, sha256 } = shared.district;
    const present = this.store.getState().loaded;
    const imported = present?.sha256 === sha256 ? present : await this.keeper.keptDistrict(sha256);
    if (imported !== null) return openSharedScenario(this, shared, imported);
    const shipped = await this.reference.load();
    if (!shipped.ok) return shipped.issues;
    if (shipped.value.loaded.district.id !== id) return [otherDistrict(id)];
    return openSharedScenario(this, shared, shipped.value.loaded);
  }

  /** A baseline of other inputs or another engine version is not shown: it is computed again. */
  private adoptBaseline({ baseline, counted }: Reference): void {
    const scenario = scenarioOf(this.store.getState(), BASELINE_ID);
    const input = scenario === undefined ? null : runInputOf(this.store.getState(), scenario);
    const inputHash = input === null ? null : this.engine.inputHash(input);
    if (baseline === null || input === null || inputHash?.ok !== true) return;
    if (inputHash.value !== baseline.inputHash) return;
    this.engine.adopt(baseline);
    this.actions.runs.adopt(BASELINE_ID, input, baseline);
    if (counted === null) return;
    const key = countedKey(baseline, input.scenario);
    this.store.setState({ counted: { [key]: { status: 'ready', kpis: counted, scenarioId: BASELINE_ID } } });
  }

  /** Adds a scenario file to the district on screen. False when it was refused; the issues are in the state. */
  async addScenarioFile(file: File): Promise<boolean> {
    const { loaded } = this.store.getState();
    if (loaded === null) return false;
    try {
      const read = scenarioFor(await textOf(file), file.name, this.store.getState());
      if (!read.ok) return this.refused(read.issues);
      const { scenario } = read.value;
      const taken = new Set(this.store.getState().history.present.scenarios.map(({ id }) => id));
      const id = freeNumbered(scenario.id, taken);
      this.actions.addScenario({ ...scenario, id }, this.words('page.loadScenario', { name: scenario.name }));
      this.store.setState({ issues: read.issues });
      return true;
    } catch (error) {
      this.refused([loadIssue(file.name, error)]);
      return false;
    }
  }

  private show(loaded: LoadedDistrict, scenarios: readonly Scenario[]): void {
    const baseline = baselineScenario(loaded.district, loaded.sha256, PRESENT_YEAR);
    this.actions.runs.reset();
    this.actions.forgetStudies();
    this.store.setState({
      phase: 'ready',
      loaded,
      issues: [],
      history: startHistory({ baseEdits: [], scenarios: [baseline, ...scenarios] }),
      ...{ project: null, workBefore: null, workAfter: null },
      activeId: BASELINE_ID,
      selection: null,
      hovered: null,
      marked: null,
      step: this.store.getState().step,
    });
  }

  private failed(issues: readonly Issue[]): void {
    this.store.setState({
      phase: 'failed',
      issues,
      announcement:
        issues[0] === undefined
          ? this.words('page.loadingFailed')
          : issueWords(this.store.getState().language, issues[0]).message,
    });
  }

  private refused(issues: readonly Issue[]): false {
    this.store.setState({
      issues,
      importing: null,
      announcement: this.words('page.nothingImported', { count: issues.length }),
    });
    return false;
  }
}

const notAtHand = ({ name, districtId }: KeptProject, words: Words): Told =>
  told(words('page.notAtHand', { name, district: districtId }), 'problem');

function otherDistrict(id: string): Issue {
  return {
    severity: 'error',
    code: 'share-other-district',
    source: 'the link',
    field: 'district',
    value: id.slice(0, 80),
    message: `It was made for the district “${id.slice(0, 80)}”, which is not in this browser.`,
    remedy: 'Import that district here first, or ask for the whole project as a file.',
  };
}
