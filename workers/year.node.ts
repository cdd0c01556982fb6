import { parentPort } from 'node:worker_threads';
import * as Comlink from 'comlink';
import nodeEndpoint, { type NodeEndpoint } from 'comlink/dist/esm/node-adapter';
import { createYearWorker } from './yearWorker';

if (parentPort !== null)
  Comlink.expose(createYearWorker(), nodeEndpoint(parentPort as unknown as NodeEndpoint));
