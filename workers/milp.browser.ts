import * as Comlink from 'comlink';
import { highsSolver, type Milp } from '../src/study/milp';

/** The solver of mixed-integer programmes beside the page: a hard one never holds up what is on screen. */
const solver = highsSolver();

Comlink.expose(async (problem: Milp) => (await solver)(problem));
