import * as Comlink from 'comlink';
import type { RunInput } from '../src/model/run';
import { fail, settle } from '../src/model/outcome';
import type { YearWorker } from '../src/protocol/yearWorker';
import { attribute } from '../src/study/attribution';
import { blockChunk, initialBlockState } from '../src/study/blockChunk';
import { buildingYearOf } from '../src/study/buildingYear';
import { compileRun, type CompiledRun } from '../src/study/compiledRun';
import { networkChunk } from '../src/study/networkChunk';
import { weekOf } from '../src/study/week';

/** Compiled runs by key. The engine says when one is no longer needed. */
const runs = new Map<string, CompiledRun>();

function opened(key: string): CompiledRun {
  const run = runs.get(key);
  if (run === undefined) throw new Error(`run ${key} is not open in this worker`);
  return run;
}

function open(key: string, input: RunInput): ReturnType<YearWorker['open']> {
  const present = runs.get(key);
  const compiled = present === undefined ? compileRun(input) : settle(present, []);
  if (!compiled.ok) return fail(compiled.issues);
  runs.set(key, compiled.value);
  const { rows, storages, network } = compiled.value;
  const outline = { rows, storages, transformerOfBuilding: network.transformerOfBuilding };
  return settle(outline, compiled.issues);
}

/** Hands an object of typed arrays over without copying. */
function transferred<Table extends Readonly<Record<string, Float64Array>>>(table: Table): Table {
  return Comlink.transfer(table, [...new Set(Object.values(table).map((column) => column.buffer))]);
}

/** The jobs of a year worker; the shells differ only in the endpoint they expose it on. */
export const yearWorker: YearWorker = {
  open,
  initialState: (key, block) => initialBlockState(opened(key), block),
  block: (key, block, chunk, state) => transferred(blockChunk(opened(key), block, chunk, state)),
  solve: (key, chunk, injections) => transferred(networkChunk(opened(key), chunk, injections)),
  week: (key, chunk, start) => transferred(weekOf(opened(key), chunk, start)),
  attribute(key, chunk, start, branchRow, step) {
    const run = opened(key);
    const fromStep = chunk * run.calendar.chunkSteps;
    return attribute(run, weekOf(run, chunk, start), fromStep, branchRow, step);
  },
  buildingYear: (key, building) => transferred(buildingYearOf(opened(key), building)),
  close: (key) => void runs.delete(key),
};
