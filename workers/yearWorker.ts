import * as Comlink from 'comlink';
import { fail, settle } from '../src/model/outcome';
import type { ConnectStep, YearWorker } from '../src/protocol/yearWorker';
import { attribute } from '../src/study/attribution';
import { answerBlock, initialBlockState, type BlockAnswer } from '../src/study/blockChunk';
import { buildingYearOf } from '../src/study/buildingYear';
import { connecting } from '../src/study/canConnect';
import { compileRun, loadsKeys, type CompiledRun } from '../src/study/compiledRun';
import { networkChunk } from '../src/study/networkChunk';
import { weekOf } from '../src/study/week';

/** Hands an object of typed arrays over without copying. */
function transferred<Table extends Readonly<Record<string, Float64Array>>>(table: Table): Table {
  return Comlink.transfer(table, buffersOf(table));
}

function buffersOf(table: Readonly<Record<string, Float64Array>>): ArrayBufferLike[] {
  return [...new Set(Object.values(table).map((column) => column.buffer))];
}

function transferredAnswer(answer: BlockAnswer): BlockAnswer {
  const { chunk, packed } = answer;
  // Where nothing is packed the bytes are one empty constant, which can be given away only once.
  const bytes = packed.rows.length > 0 ? [packed.bytes.buffer] : [];
  return Comlink.transfer(answer, [...buffersOf(chunk), ...bytes]);
}

/** The jobs of a year worker over its own compiled runs; the shells differ only in the endpoint they expose it on. */
export function createYearWorker(): YearWorker {
  const runs = new Map<string, CompiledRun>();
  let asked: ReturnType<typeof connecting> | null = null;

  const opened = (key: string): CompiledRun => {
    const run = runs.get(key);
    if (run === undefined) throw new Error(`run ${key} is not open in this worker`);
    return run;
  };

  const connectOn = (): ConnectStep => {
    if (asked === null) throw new Error('no question is open in this worker');
    const { done, value } = asked.next();
    if (done !== true) return { done: false, standing: value };
    asked = null;
    return { done: true, outcome: value };
  };

  return {
    open(key, input) {
      const present = runs.get(key);
      const compiled = present === undefined ? compileRun(input, () => runs.values()) : settle(present, []);
      if (!compiled.ok) return fail(compiled.issues);
      runs.set(key, compiled.value);
      const { rows, storages, network, response } = compiled.value;
      const { transformerOfBuilding } = network;
      const answeringRows = response?.buildings.map(({ row }) => row) ?? null;
      return settle({ rows, storages, transformerOfBuilding, answeringRows }, compiled.issues);
    },
    loadsKeys: (key) => loadsKeys(opened(key)),
    initialState: (key, block, rows) => initialBlockState(opened(key), block, rows),
    block: (key, block, chunk, state, kept, wanted) =>
      transferredAnswer(answerBlock(opened(key), block, chunk, state, kept, wanted)),
    solve: (key, chunk, injections) => transferred(networkChunk(opened(key), chunk, injections)),
    week: (key, chunk, start) => transferred(weekOf(opened(key), chunk, start)),
    attribute(key, chunk, start, branchRow, step) {
      const run = opened(key);
      const fromStep = chunk * run.calendar.chunkSteps;
      return attribute(run, weekOf(run, chunk, start), fromStep, branchRow, step);
    },
    buildingYear: (key, building) => transferred(buildingYearOf(opened(key), building)),
    connect(key, year, question) {
      asked = connecting(opened(key), year, question);
      return connectOn();
    },
    connectOn,
    endConnect: () => void (asked = null),
    close: (key) => void runs.delete(key),
  };
}
