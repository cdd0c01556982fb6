import * as Comlink from 'comlink';
import { createYearWorker } from './yearWorker';

Comlink.expose(createYearWorker());
