import * as Comlink from 'comlink';
import { yearWorker } from './yearWorker';

Comlink.expose(yearWorker);
