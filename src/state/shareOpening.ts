import type { SharedScenario } from '../io';
import type { Issue } from '../model/outcome';
import { baselineScenario, foldScenario } from '../scenario';
import type { Actions } from './actions';
import type { LoadedDistrict } from './appState';
import { BASELINE_ID } from './document';
import type { ProjectKeeper } from './persistence';
import { told } from './projects';
import { runOf, scenarioOf } from './selectors';
import { versionText } from './shareWords';
import { wordsOf } from '../words';
import type { AppStore } from './store';

export const PRESENT_YEAR = 2026;

interface Parts {
  readonly store: AppStore;
  readonly actions: Actions;
  readonly keeper: ProjectKeeper;
}

/** Opens what a link brought as a project of its own; other work stays where it is kept. Issues where it was refused. */
export async function openSharedScenario(
  { store, actions, keeper }: Parts,
  shared: SharedScenario,
  loaded: LoadedDistrict,
): Promise<readonly Issue[]> {
  const { scenario, baseEdits, stepS, engineVersion } = shared;
  const folded = foldScenario(loaded.district, baseEdits, scenario);
  if (!folded.ok) return folded.issues;
  const baseline = baselineScenario(loaded.district, loaded.sha256, PRESENT_YEAR);
  const scenarios = scenario.id === BASELINE_ID ? [scenario] : [baseline, scenario];
  store.setState({ stepS });
  const isSameDistrict = shared.district.sha256 === loaded.sha256;
  const words = wordsOf(store.getState().language);
  const version = versionText(engineVersion, words);
  const differs = isSameDistrict ? '' : words('told.districtChanged');
  const text = words('told.openedLink', { name: scenario.name, version });
  const said = told(text + differs, isSameDistrict ? 'note' : 'problem');
  await keeper.openAsNew(loaded, { baseEdits, scenarios }, [], {
    name: words('told.shared', { name: scenario.name }),
    said,
  });
  compareResult(store, actions, shared, differs);
  return [];
}

/** Says, once the year is there, whether it is the very year that was shared. */
function compareResult(store: AppStore, actions: Actions, shared: SharedScenario, differs: string): void {
  const { resultHash, engineVersion, scenario, baseEdits, stepS } = shared;
  if (resultHash === undefined) return;
  const verdict = (): 'same' | 'other' | 'changed' | null => {
    const state = store.getState();
    const isStill =
      scenarioOf(state, scenario.id) === scenario && state.history.present.baseEdits === baseEdits;
    if (!isStill || state.stepS !== stepS) return 'changed';
    const { status, result } = runOf(state, scenario.id);
    if (status !== 'ready' || result === null) return null;
    return result.resultHash === resultHash ? 'same' : 'other';
  };
  let isTold = false;
  const look = () => {
    const found = isTold ? null : verdict();
    if (found === null) return;
    // What is told changes the store as well: no second look.
    isTold = true;
    if (found === 'changed') return;
    const words = wordsOf(store.getState().language);
    const { name } = scenario;
    const version = versionText(engineVersion, words);
    const text =
      found === 'same'
        ? words('told.sameResult', { name, hash: resultHash.slice(0, 12), version })
        : words('told.otherResult', { name, version, district: differs });
    actions.tell(told(text, found === 'same' ? 'note' : 'problem'));
  };
  const stop = store.subscribe(() => {
    look();
    if (isTold) stop();
  });
  // A year that is known stands there already.
  look();
}
