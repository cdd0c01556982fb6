import * as Comlink from 'comlink';
import { fail, settle } from '../src/model/outcome';
import type { ConnectStep, HostStep, YearWorker } from '../src/protocol/yearWorker';
import { attribute } from '../src/study/attribution';
import { answerBlock, initialBlockState, type BlockAnswer } from '../src/study/blockChunk';
import { buildingYearOf } from '../src/study/buildingYear';
import { connecting } from '../src/study/canConnect';
import { compileRun, loadsKeys, type CompiledRun } from '../src/study/compiledRun';
import { hosting } from '../src/study/districtHosting';
import { groupOfMeters } from '../src/study/group';
import { moneyYear } from '../src/study/money';
import { networkChunk } from '../src/study/networkChunk';
import { regulatorRowsOf } from '../src/study/regulatorYear';
import { weekOf, type ChunkStart } from '../src/study/week';
import type { WeekTable } from '../src/sim/arrays/results';

/** Largest week that is kept for the next question about it: that of some 3,000 buildings. */
const KEPT_WEEK_BYTES = 64e6;

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
  let hosted: ReturnType<typeof hosting> | null = null;
  /** The week that a load was last asked of: one that is too high is asked about in hours of the same week. */
  let explained: { readonly run: CompiledRun; readonly chunk: number; readonly week: WeekTable } | null =
    null;

  const opened = (key: string): CompiledRun => {
    const run = runs.get(key);
    if (run === undefined) throw new Error(`run ${key} is not open in this worker`);
    return run;
  };

  const weekToExplain = (run: CompiledRun, chunk: number, start: ChunkStart): WeekTable => {
    if (explained?.run === run && explained.chunk === chunk) return explained.week;
    const week = weekOf(run, chunk, start);
    const bytes = Object.values(week).reduce((sum, { byteLength }) => sum + byteLength, 0);
    explained = bytes <= KEPT_WEEK_BYTES ? { run, chunk, week } : null;
    return week;
  };

  const connectOn = (): ConnectStep => {
    if (asked === null) throw new Error('no question is open in this worker');
    const { done, value } = asked.next();
    if (done !== true) return { done: false, standing: value };
    asked = null;
    return { done: true, outcome: value };
  };

  const hostOn = (): HostStep => {
    if (hosted === null) throw new Error('no hosting question is open in this worker');
    const { done, value } = hosted.next();
    if (done !== true) return { done: false, ...value };
    hosted = null;
    return { done: true, found: value };
  };

  return {
    open(key, input) {
      const present = runs.get(key);
      const compiled = present === undefined ? compileRun(input, () => runs.values()) : settle(present, []);
      if (!compiled.ok) return fail(compiled.issues);
      runs.set(key, compiled.value);
      const { rows, storages, charging, network, response } = compiled.value;
      const { transformerOfBuilding } = network;
      const answeringRows = response?.buildings.map(({ row }) => row) ?? null;
      const regulators = regulatorRowsOf(network.regulators);
      const parts = { rows, storages, charging, transformerOfBuilding, answeringRows, regulators };
      return settle(parts, compiled.issues);
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
      return attribute(run, weekToExplain(run, chunk, start), fromStep, branchRow, step);
    },
    buildingYear: (key, building, charging) => transferred(buildingYearOf(opened(key), building, charging)),
    money: (asked) => moneyYear(asked),
    group(meters) {
      const { importW, exportW, exchangeW, ...figures } = groupOfMeters(meters, [...meters.packed.keys()]);
      return { ...transferred({ importW, exportW, exchangeW }), ...figures };
    },
    connect(key, year, question) {
      asked = connecting(opened(key), year, question);
      return connectOn();
    },
    connectOn,
    endConnect: () => void (asked = null),
    host(key, year, questions, present) {
      hosted = hosting(opened(key), year, questions, present);
      return hostOn();
    },
    hostOn,
    endHost: () => void (hosted = null),
    close(key) {
      if (explained !== null && explained.run === runs.get(key)) explained = null;
      runs.delete(key);
    },
  };
}
