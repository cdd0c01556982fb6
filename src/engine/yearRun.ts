import type { RunInput } from '../model/run';
import type { RunOutline } from '../protocol/yearWorker';
import type { Calendar } from '../sim/arrays/calendar';
import { BUILDING_STATE_NUMBERS, STATE_EVERY_CHUNKS, stateChunkOf } from '../sim/arrays/buildingState';
import type { BlockChunk, NetworkChunk } from '../sim/arrays/chunk';
import type { RunTable } from '../sim/arrays/results';
import { chunkRange } from '../sim/arrays/calendar';
import { blockCount, blockRange } from '../study/compiledRun';
import type { ChunkLoads } from '../study/networkChunk';
import { ANSWERING_USES, correctBlocks } from '../study/voltageResponse';
import { addBlockChunk, addNetworkChunk, addStorageChunk, closeYear, startYear } from '../study/year';
import { RegulatorCount, type RegulatorYear } from '../study/regulatorYear';
import { StationPass, type ChargingYear, type PhaseLoads } from '../study/stationCharging';
import { moveBlocks } from '../study/stationCharging/moveBlocks';
import { AnsweredMeters } from './answeredMeters';
import type { Progress, RunOptions } from './contract';
import type { Job, WorkerPool } from './pool';
import type { RunLoads } from './runLoads';
import { storageChunk } from './storages';

const PHASES = 3;
/** Chunks whose power flow may still be under way while newer loads are computed: two at least, more while they are small. */
const LEAST_AHEAD = 2;
const AHEAD_BYTES = 64e6;

/** A chunk whose power flow is under way. */
interface Solving {
  readonly parts: readonly BlockChunk[];
  readonly injections: ChunkLoads;
  readonly flow: Promise<NetworkChunk>;
}

/** One year on the pool: loads block by block, power flow chunk by chunk, merged in a fixed order. */
export class YearRun {
  private readonly table: RunTable;
  private readonly blocks: number;
  private readonly buildings: number;
  private readonly regulators: RegulatorCount;
  private readonly stations: StationPass | null;
  private readonly answered: AnsweredMeters | null;

  /** Arrays of chunks whose power flow is there, for the next ones: a year leaves a quarter of a gigabyte less to be collected. */
  private readonly spare: Float64Array[] = [];

  constructor(
    private readonly pool: WorkerPool,
    private readonly key: string,
    private readonly input: RunInput,
    private readonly outline: RunOutline,
    private readonly calendar: Calendar,
    private readonly loads: RunLoads,
    private readonly options: RunOptions,
    private readonly nowS: () => number,
  ) {
    this.table = startYear(outline.rows, calendar);
    this.buildings = outline.rows.buildingIds.length;
    this.blocks = blockCount(this.buildings);
    const { answeringRows } = outline;
    this.answered = answeringRows === null ? null : new AnsweredMeters(answeringRows);
    this.regulators = new RegulatorCount(outline.regulators, calendar.stepS);
    this.stations = this.newStations();
  }

  async solve(): Promise<RunTable> {
    const startS = this.nowS();
    const ahead = this.chunksAhead();
    const answers = this.outline.answeringRows !== null;
    const flows = new Map<number, Solving>();
    let states = await this.initialStates();
    let socJ: Float64Array = new Float64Array(this.outline.storages.length);
    for (let chunk = 0; chunk < this.calendar.chunkCount; chunk += 1) {
      this.keepStart(chunk, states, socJ);
      const parts = await this.blockChunks(chunk, states);
      states = parts.map((part) => part.stateEnd);
      const { injections, socEndJ } = this.inject(chunk, parts, socJ, this.stations);
      socJ = socEndJ;
      flows.set(chunk, {
        parts: answers ? parts : [],
        injections,
        flow: this.flow(chunk, injections),
      });
      if (chunk >= ahead) await this.keepFlow(chunk - ahead, flows);
      this.report(chunk, startS);
    }
    for (const chunk of [...flows.keys()]) await this.keepFlow(chunk, flows);
    closeYear(this.table);
    return this.table;
  }

  /** What buildings that answer to voltage drew; after `solve`, null where none does. */
  answeredMeters(): AnsweredMeters | null {
    return this.answered;
  }

  /** How regulators moved; after `solve`. */
  regulatorYears(): readonly RegulatorYear[] {
    return this.regulators.years();
  }

  /** How cars kept to their stations' limits; after `solve`. Null where none does. */
  chargingYear(): ChargingYear | null {
    return this.stations?.year() ?? null;
  }

  /**
   * Single chunks instead of the year, each after the chunk before it, from states as on 1 January: their rows of the table,
   * nothing in the rest. Loads at hand are those of the year, whatever the state.
   */
  async solveChunks(chunks: readonly number[]): Promise<RunTable> {
    for (const chunk of chunks) {
      let states = await this.initialStates();
      // Cars that wait do so from the chunk before, not from one months ago.
      const stations = this.newStations();
      if (chunk > 0) {
        const before = await this.blockChunks(chunk - 1, states);
        states = before.map((part) => part.stateEnd);
        if (stations !== null) {
          const { netPW, netQVar } = this.netLoads(chunk - 1, before);
          stations.chunk(chunk - 1, netPW, netQVar);
          this.spare.push(netPW, netQVar);
        }
      }
      const empty = new Float64Array(this.outline.storages.length);
      const parts = await this.blockChunks(chunk, states);
      const { injections } = this.inject(chunk, parts, empty, stations);
      this.addChunk(chunk, parts, await this.flow(chunk, injections));
    }
    closeYear(this.table);
    return this.table;
  }

  /** One a worker, as far as memory allows: where most loads are reused, there is little but power flow to do. */
  private chunksAhead(): number {
    const bytes = 2 * PHASES * this.buildings * this.calendar.chunkSteps * Float64Array.BYTES_PER_ELEMENT;
    return Math.max(LEAST_AHEAD, Math.min(this.pool.workerCount, Math.floor(AHEAD_BYTES / bytes)));
  }

  private initialStates(): Promise<Float64Array[]> {
    return Promise.all(
      Array.from({ length: this.blocks }, async (_, block) => {
        const missing = this.loads.missingStarts(block);
        const computed =
          missing.length === 0
            ? new Float64Array(0)
            : await this.job((remote) => remote.initialState(this.key, block, missing), block);
        return this.loads.starts(block, missing, computed);
      }),
    );
  }

  private blockChunks(chunk: number, states: readonly Float64Array[]): Promise<BlockChunk[]> {
    return Promise.all(
      states.map(async (state, block) => {
        const { kept, wanted } = this.loads.take(block, chunk);
        const answer = await this.job(
          (remote) => remote.block(this.key, block, chunk, state, kept, wanted),
          block,
        );
        this.loads.put(block, chunk, answer.packed);
        return answer.chunk;
      }),
    );
  }

  private flow(chunk: number, injections: ChunkLoads): Promise<NetworkChunk> {
    // Copied, not transferred: a worker that dies takes its arguments with it, and the job is asked again.
    const solved = this.job((remote) => remote.solve(this.key, chunk, injections));
    // Awaited later, in chunk order; until then a failure must not count as unhandled.
    solved.catch(() => undefined);
    return solved;
  }

  private async keepFlow(chunk: number, flows: Map<number, Solving>): Promise<void> {
    const { parts, injections, flow: solving } = flows.get(chunk)!;
    const flow = await solving;
    this.addChunk(chunk, parts, flow);
    this.answered?.add(flow.answeringNetW);
    flows.delete(chunk);
    this.spare.push(injections.netPW, injections.netQVar);
  }

  private addChunk(chunk: number, parts: readonly BlockChunk[], flow: NetworkChunk): void {
    const { answeringRows } = this.outline;
    if (answeringRows !== null) {
      correctBlocks(parts, answeringRows, flow);
      this.addBlocks(chunk, parts);
    }
    addNetworkChunk(this.table, this.calendar, chunk, flow);
    this.regulators.add(flow.regulatorTap);
  }

  private addBlocks(chunk: number, parts: readonly BlockChunk[]): void {
    parts.forEach((part, block) => addBlockChunk(this.table, this.calendar, block, chunk, part));
  }

  private job<Value>(job: Job<Value>, block?: number): Promise<Value> {
    return this.pool.run(this.key, this.input, job, this.options.signal, block);
  }

  /** Keeps states at the start of a chunk, from which weeks can be recomputed. */
  private keepStart(chunk: number, states: readonly Float64Array[], socJ: Float64Array): void {
    if (stateChunkOf(chunk) === chunk) {
      const row = (chunk / STATE_EVERY_CHUNKS) * this.buildings;
      states.forEach((state, block) => {
        const { from } = blockRange(this.buildings, block);
        this.table.buildingState.set(state, (row + from) * BUILDING_STATE_NUMBERS);
      });
    }
    this.table.storageState.set(socJ, chunk * socJ.length);
  }

  /** Of any content: whoever asks writes all of it. */
  private column(length: number): Float64Array {
    const at = this.spare.findIndex((column) => column.length === length);
    return at < 0 ? new Float64Array(length) : this.spare.splice(at, 1)[0]!;
  }

  private newStations(): StationPass | null {
    const { charging } = this.outline;
    return charging === null ? null : new StationPass(charging, this.calendar);
  }

  /** The buildings' own loads of a chunk, [building][phase][step]. */
  private netLoads(chunk: number, parts: readonly BlockChunk[]): PhaseLoads {
    const { fromStep, toStep } = chunkRange(this.calendar, chunk);
    const rowLength = PHASES * (toStep - fromStep);
    const [netPW, netQVar] = [
      this.column(this.buildings * rowLength),
      this.column(this.buildings * rowLength),
    ];
    parts.forEach((part, block) => {
      const { from } = blockRange(this.buildings, block);
      netPW.set(part.netPW, from * rowLength);
      netQVar.set(part.netQVar, from * rowLength);
    });
    return { netPW, netQVar };
  }

  /** [building][answering use][step]; undefined where nothing answers to voltage. */
  private answeringLoads(parts: readonly BlockChunk[], steps: number): Float64Array | undefined {
    if (this.outline.answeringRows === null) return undefined;
    const rowLength = ANSWERING_USES.length * steps;
    const answeringW = new Float64Array(this.buildings * rowLength);
    parts.forEach((part, block) =>
      answeringW.set(part.answeringW, blockRange(this.buildings, block).from * rowLength),
    );
    return answeringW;
  }

  private inject(
    chunk: number,
    parts: readonly BlockChunk[],
    socJ: Float64Array,
    stations: StationPass | null,
  ): { injections: ChunkLoads; socEndJ: Float64Array } {
    const { fromStep, toStep } = chunkRange(this.calendar, chunk);
    const steps = toStep - fromStep;
    const { netPW, netQVar } = this.netLoads(chunk, parts);
    const answeringW = this.answeringLoads(parts, steps);
    if (stations !== null && this.outline.charging !== null) {
      const moved = stations.chunk(chunk, netPW, netQVar);
      const time = { fromStep, steps, stepS: this.calendar.stepS };
      moveBlocks(this.outline.charging, moved, { netPW, netQVar }, parts, time);
    }
    // Where loads answer to voltage, what they come to is known behind the power flow.
    if (answeringW === undefined) this.addBlocks(chunk, parts);
    const storages = storageChunk(this.outline, this.calendar, chunk, netPW, socJ);
    addStorageChunk(this.table, this.calendar, chunk, storages.chargeW, storages.dischargeW);
    return {
      injections: {
        netPW,
        netQVar,
        storageNetW: storages.netW,
        ...(answeringW === undefined ? {} : { answeringW }),
      },
      socEndJ: storages.socEndJ,
    };
  }

  private report(chunk: number, startS: number): void {
    const done = (chunk + 1) / this.calendar.chunkCount;
    const elapsedS = this.nowS() - startS;
    const progress: Progress = {
      stage: 'year',
      done,
      remainingS: chunk < 2 ? null : (elapsedS / done) * (1 - done),
      loads: this.loads.counts,
    };
    this.options.onProgress?.(progress);
  }
}
