import { createRoot } from 'react-dom/client';
import { Actions, AppContext, createAppStore, ProjectKeeper, told, type AppState } from '../state';
import { BrowserShelf } from '../state/projectsShelf';
import { shareOfFragment, viewOfFragment } from '../state/shareView';
import { keepAddress, tabMemory } from './address';
import { App } from './App';
import { browserCalibrator, browserEngine, browserReader, browserSolver } from './browserEngine';
import { firstPicture, firstPictureIsThere } from './firstPicture';
import { followLanguage } from './language';
import { Loading } from './loading';
import { keepWorkshop } from './presentMemory';
import { projectorKeyOf } from './projectorKey';
import { registerServiceWorker } from './registerServiceWorker';
import { askForShipped } from './shipped';
import { wordsOf } from '../words';
import './styles/index.css';

/** How long the copy for offline use waits for the page to rest. */
const AT_REST_MS = 5000;

const letGo = askForShipped();
const store = createAppStore();
const engine = browserEngine(
  (issue) => store.setState((state) => ({ issues: [...state.issues, issue] })),
  firstPicture,
);
const actions = new Actions(store, engine, browserSolver, browserCalibrator);
const keeper = new ProjectKeeper(store, actions, new BrowserShelf(), tabMemory);
const loading = new Loading(store, actions, engine, keeper, browserReader);

const projectorKey = projectorKeyOf(location.hash);
if (projectorKey !== null) store.setState({ isProjector: true, mode: 'present' });
// Nothing is said before the texts of the page's language are there. Not awaited here: their script imports from this one.
void followLanguage(store).then(begin);

function begin(): void {
  // A page without a map, or in a tab behind others, draws none.
  const comes = ({ view }: AppState) => view === 'map' && !document.hidden;
  const unwatch = store.subscribe((state) => {
    if (state.phase === 'ready' && !comes(state)) firstPictureIsThere();
  });
  void firstPicture.then(unwatch);
  const root = document.getElementById('root');
  if (root) {
    createRoot(root).render(
      <AppContext.Provider value={{ store, actions }}>
        <App loading={loading} />
      </AppContext.Provider>,
    );
  }
  void loading.openFirst(location.hash).then(goOn);
}

/** What follows once the page has opened on something. */
async function goOn(): Promise<void> {
  letGo();
  atRest(() => void registerServiceWorker({ onReady: () => store.setState({ offline: 'ready' }) }));
  // A projector only shows: nothing of it is kept, and its address stays.
  if (projectorKey !== null) {
    const { followPresenter } = await import('./projectorChannel');
    return void followPresenter(store, actions, projectorKey);
  }
  const keepNow = keepWorkshop(
    store,
    actions,
    () => sessionStorage,
    () => actions.tell(told(wordsOf(store.getState().language)('present.notKept'), 'problem')),
  );
  keeper.start();
  keepAddress(store);
  void import('./projectorChannel').then(({ presentTo }) => presentTo(store, actions));
  addEventListener('hashchange', (event) => void followAddress(new URL(event.newURL).hash));
  addEventListener('pagehide', () => {
    keepNow();
    void keeper.flushPending();
  });
}

/**
 * Once the page's own thread rests, or soon: every file of the app is fetched then, which at once would keep the figures waiting
 * for two seconds.
 */
function atRest(start: () => void): void {
  // Not in every browser.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(start, { timeout: AT_REST_MS });
  else setTimeout(start, AT_REST_MS);
}

/** An address typed or pasted into the open page; by now the page may have written its own in its place. */
async function followAddress(fragment: string): Promise<void> {
  const link = shareOfFragment(fragment);
  if (link !== null && !(await loading.openLink(link))) return;
  actions.showView(viewOfFragment(store.getState(), fragment));
}
