import type { SharedScenario } from '../io';
import type { Issue } from '../model/outcome';
import { baselineScenario, foldScenario } from '../scenario';
import type { Actions } from './actions';
import type { LoadedDistrict } from './appState';
import { BASELINE_ID } from './document';
import type { ProjectKeeper } from './persistence';
import { told } from './projects';
import { runOf, scenarioOf } from './selectors';
import { DISTRICT_CHANGED, versionText } from './shareWords';
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
  const differs = isSameDistrict ? '' : DISTRICT_CHANGED;
  const text = `Opened “${scenario.name}” from a link${versionText(engineVersion)}.${differs}`;
  const said = told(text, isSameDistrict ? 'note' : 'problem');
  await keeper.openAsNew(loaded, { baseEdits, scenarios }, [], { name: `Shared: ${scenario.name}`, said });
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
    const made = versionText(engineVersion);
    const text =
      found === 'same'
        ? `“${scenario.name}” gives exactly the result that was shared (${resultHash.slice(0, 12)}${made}).`
        : `“${scenario.name}” gives another result than was shared${made}.${differs} Compare the figures before you rely on them.`;
    actions.tell(told(text, found === 'same' ? 'note' : 'problem'));
  };
  const stop = store.subscribe(() => {
    look();
    if (isTold) stop();
  });
  // A year that is known stands there already.
  look();
}
