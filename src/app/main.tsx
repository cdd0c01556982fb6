import { createRoot } from 'react-dom/client';
import { Actions, AppContext, createAppStore } from '../state';
import { keepDocuments } from '../state/persistence';
import { App } from './App';
import { browserEngine } from './browserEngine';
import { Loading } from './loading';
import { registerServiceWorker } from './registerServiceWorker';
import './styles/index.css';

const store = createAppStore();
const engine = browserEngine((issue) => store.setState((state) => ({ issues: [...state.issues, issue] })));
const actions = new Actions(store, engine);
const loading = new Loading(store, actions, engine);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <AppContext.Provider value={{ store, actions }}>
      <App loading={loading} />
    </AppContext.Provider>,
  );
}
void loading.openShipped().then(() => keepDocuments(store));
void registerServiceWorker({ onReady: () => store.setState({ offline: 'ready' }) });
