import { createRoot } from 'react-dom/client';
import { registerServiceWorker } from './registerServiceWorker';

const root = document.getElementById('root');
if (root) createRoot(root).render(<main>Gridtwin</main>);
void registerServiceWorker();
