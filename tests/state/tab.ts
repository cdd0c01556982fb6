import type { Engine } from '../../src/engine/contract';
import { fail } from '../../src/model/outcome';
import { hashDistrict } from '../../src/scenario';
import {
  Actions,
  createAppStore,
  ProjectKeeper,
  type KeptDistrict,
  type KeptProject,
  type LoadedDistrict,
  type ProjectShelf,
  type WriteVerdict,
} from '../../src/state';
import { startHistory } from '../../src/state/history';
import { inputOf, smallTown } from '../engine/smallTown';

export const { district, weather, scenario } = inputOf(smallTown(4));
export const sha256 = hashDistrict(district);
export const loaded: LoadedDistrict = { district, sha256, weather, report: null };

/** What a browser keeps, in memory, with the troubles that a browser can have. */
export class MemoryShelf implements ProjectShelf {
  readonly projects = new Map<string, KeptProject>();
  readonly districts = new Map<string, KeptDistrict>();
  trouble: WriteVerdict | null = null;
  /** `copy`: there is room for what is kept already, and for nothing beside it. */
  troubleAt: 'any' | 'copy' = 'any';
  isStuck = false;

  list = () => Promise.resolve([...this.projects.values()]);
  read = (id: string) => Promise.resolve(this.projects.get(id) ?? null);
  write = (project: Omit<KeptProject, 'revision'>, seen: number): Promise<WriteVerdict> => {
    if (this.trouble !== null && !(this.troubleAt === 'copy' && this.projects.has(project.id)))
      return Promise.resolve(this.trouble);
    if (seen > 0 && !this.projects.has(project.id)) return Promise.resolve('gone');
    if ((this.projects.get(project.id)?.revision ?? 0) !== seen) return Promise.resolve('overtaken');
    this.projects.set(project.id, structuredClone({ ...project, revision: seen + 1 }));
    return Promise.resolve('kept');
  };
  unreadable = () => Promise.resolve([]);
  remove = (id: string) => Promise.resolve(!this.isStuck && this.projects.delete(id));
  clear = () => {
    if (!this.isStuck) {
      this.projects.clear();
      this.districts.clear();
    }
    return Promise.resolve(!this.isStuck);
  };
  readDistrict = (sha: string) => Promise.resolve(this.districts.get(sha) ?? null);
  writeDistrict = (sha: string, kept: KeptDistrict): Promise<WriteVerdict> => {
    this.districts.set(sha, kept);
    return Promise.resolve('kept');
  };
  room = () => Promise.resolve(null);
}

export const idle: Engine = {
  run: () => new Promise(() => undefined),
  preview: () => Promise.resolve(fail([])),
  isKnown: () => false,
  week: () => Promise.resolve(fail([])),
  attribution: () => Promise.resolve(fail([])),
  buildingYear: () => Promise.resolve(fail([])),
  connect: () => Promise.resolve(fail([])),
  meters: () => Promise.resolve(fail([])),
  money: () => Promise.resolve(fail([])),
  group: () => Promise.resolve(fail([])),
  hosting: () => Promise.resolve(fail([])),
  effectiveDistrict: () => fail([]),
  dispose: () => undefined,
};

/** One tab of a browser whose shelf is shared. */
export function tab(shelf: MemoryShelf, memory: { id: string | null } = { id: null }, engine: Engine = idle) {
  const store = createAppStore();
  const actions = new Actions(store, engine, () => ({ status: 'infeasible' }));
  const keeper = new ProjectKeeper(store, actions, shelf, {
    read: () => memory.id,
    write: (id) => (memory.id = id),
  });
  store.setState({
    phase: 'ready',
    loaded,
    history: startHistory({ baseEdits: [], scenarios: [scenario, { ...scenario, id: 'own', name: 'Own' }] }),
    activeId: 'own',
  });
  keeper.start();
  const edit = async (name: string) => {
    actions.renameScenario('own', name);
    await keeper.flushPending();
  };
  const names = () => store.getState().history.present.scenarios.map((one) => one.name);
  return { store, actions, keeper, edit, names, memory };
}
