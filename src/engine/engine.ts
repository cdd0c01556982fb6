import { fail, settle, succeed, type Issue, type Outcome } from '../model/outcome';
import type { RunInput } from '../model/run';
import type { RunOutline } from '../protocol/yearWorker';
import { foldScenario, hashColumns, hashRun } from '../scenario';
import type { BuildingLoads } from '../sim/arrays/buildingLoads';
import { calendarOf, chunkRange, type Calendar } from '../sim/arrays/calendar';
import { chargingLimitIssues } from '../study/chargingLimits';
import { withSpellsLaid } from '../study/spells';
import { chunkStart } from './chunkStart';
import type { Attribution, BuildingYear, Engine, RunOptions, RunResult, Week } from './contract';
import { LoadsStore } from './loadsStore';
import {
  OpenRefusedError,
  RunCancelledError,
  WorkerLostError,
  WorkerPool,
  type Job,
  type WorkerHandle,
} from './pool';
import { RecentlyUsed } from './recentlyUsed';
import { PARTS_OF_YEAR, RunLoads } from './runLoads';
import { ENGINE_VERSION } from './version';
import { YearRun } from './yearRun';

const KEPT_RUNS = 6;
const KEPT_WEEKS = 4;
const DEFAULT_JOB_TIMEOUT_MS = 60_000;
/** An hourly year of a building's loads takes about 85 kB: some 6,000 buildings. */
const DEFAULT_LOADS_BYTES = 512e6;

export interface EngineOptions {
  readonly spawn: () => WorkerHandle;
  readonly workerCount: number;
  readonly nowS: () => number;
  readonly setTimer: (callback: () => void, delayMs: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
  readonly jobTimeoutMs?: number;
  /** Told about workers that died and were replaced. */
  readonly onIssue?: (issue: Issue) => void;
  /** Off: every call computes anew. Results must not change. */
  readonly cache?: boolean;
  /** Most that is kept of loads by content, for whichever run asks next. */
  readonly loadsBytes?: number;
}

function workerIssue(code: string, severity: Issue['severity'], message: string): Issue {
  return {
    severity,
    code,
    source: 'engine',
    message,
    remedy: 'Run again; if it happens again, close other programs: the machine may be short of memory.',
  };
}

/** An exception on the way out of the pool, as issues. Programming errors stay exceptions. */
function issuesOf(error: unknown): readonly Issue[] {
  if (error instanceof OpenRefusedError) return error.outcome.issues;
  if (error instanceof RunCancelledError) {
    return [{ ...workerIssue('run-cancelled', 'error', error.message), remedy: 'Start the run again.' }];
  }
  if (error instanceof WorkerLostError) return [workerIssue('worker-lost', 'error', error.message)];
  throw error;
}

/** The engine over a pool of workers. Results are kept by the hash of what they depend on. */
export class PooledEngine implements Engine {
  private readonly pool: WorkerPool;
  private readonly results = new RecentlyUsed<RunResult>(KEPT_RUNS, (key) => this.pool.close(key));
  private readonly weeks = new RecentlyUsed<Week>(KEPT_WEEKS);
  private readonly loads: LoadsStore;
  private readonly hashes = new WeakMap<RunInput, Outcome<string>>();
  private readonly warnings = new WeakMap<RunInput, readonly Issue[]>();

  constructor(private readonly options: EngineOptions) {
    this.loads = new LoadsStore(options.loadsBytes ?? DEFAULT_LOADS_BYTES, PARTS_OF_YEAR);
    this.pool = new WorkerPool({
      spawn: options.spawn,
      workerCount: options.workerCount,
      jobTimeoutMs: options.jobTimeoutMs ?? DEFAULT_JOB_TIMEOUT_MS,
      setTimer: options.setTimer,
      clearTimer: options.clearTimer,
      onWorkerLost: (reason) =>
        options.onIssue?.(
          workerIssue('worker-replaced', 'warning', `A worker died (${reason}) and was replaced.`),
        ),
    });
  }

  effectiveDistrict(input: RunInput): ReturnType<Engine['effectiveDistrict']> {
    return foldScenario(input.district, input.baseEdits, input.scenario);
  }

  /** Hash of everything a run depends on; issues when the scenario does not fold. */
  inputHash(input: RunInput): Outcome<string> {
    const present = this.hashes.get(input);
    if (present !== undefined) return present;
    const folded = this.effectiveDistrict(input);
    const hash = folded.ok
      ? settle(
          hashRun(folded.value, withSpellsLaid(input).weather, input.stepS, ENGINE_VERSION),
          folded.issues,
        )
      : folded;
    this.hashes.set(input, hash);
    return hash;
  }

  /** Puts a result computed elsewhere (the shipped baseline) into the store. */
  adopt(result: RunResult): void {
    this.results.set(result.inputHash, result);
  }

  async run(input: RunInput, options: RunOptions = {}): Promise<Outcome<RunResult>> {
    const hash = this.inputHash(input);
    if (!hash.ok) return hash;
    const present = this.cached(this.results, hash.value);
    if (present !== undefined) return this.told(input, succeed(present, hash.issues));
    const ran = await this.settled(async () => {
      try {
        const result = await this.compute(hash.value, input, options);
        this.results.set(hash.value, result);
        return result;
      } finally {
        this.closeUnless(hash.value);
      }
    }, hash.issues);
    return this.told(input, ran);
  }

  /** With what can be said of a result only once it is there. */
  private told(input: RunInput, ran: Outcome<RunResult>): Outcome<RunResult> {
    if (!ran.ok) return ran;
    const known = this.warnings.get(input) ?? this.warningsOf(input, ran.value);
    this.warnings.set(input, known);
    return succeed(ran.value, [...ran.issues, ...known]);
  }

  private warningsOf(input: RunInput, result: RunResult): readonly Issue[] {
    const folded = this.effectiveDistrict(input);
    return folded.ok ? chargingLimitIssues(folded.value, result) : [];
  }

  /** What the workers hold of a run that left no result (cancelled, failed, asked for one building only) is let go. */
  private closeUnless(key: string): void {
    if (this.results.get(key) === undefined) this.pool.close(key);
  }

  async week(input: RunInput, step: number, options: RunOptions = {}): Promise<Outcome<Week>> {
    const ran = await this.run(input, options);
    if (!ran.ok) return ran;
    const result = ran.value;
    const chunk = Math.floor(step / result.chunkSteps);
    const name = `${result.inputHash}/${chunk}`;
    const present = this.cached(this.weeks, name);
    if (present !== undefined) return succeed(present);
    return this.settled(async () => {
      const { fromStep, toStep } = chunkRange(calendarOf(result.stepS, result.startWeekday), chunk);
      const table = await this.pool.run(
        result.inputHash,
        input,
        (remote) => remote.week(result.inputHash, chunk, chunkStart(result, chunk)),
        options.signal,
      );
      const week = { chunk, fromStep, stepCount: toStep - fromStep, table };
      this.weeks.set(name, week);
      return week;
    });
  }

  async attribution(input: RunInput, branchId: string, step: number): Promise<Outcome<Attribution>> {
    const ran = await this.run(input);
    if (!ran.ok) return ran;
    const result = ran.value;
    const branchRow = result.rows.branchIds.indexOf(branchId);
    if (branchRow < 0) return fail([unknownElement(branchId)]);
    const chunk = Math.floor(step / result.chunkSteps);
    return this.settled(() =>
      this.pool.run(result.inputHash, input, (remote) =>
        remote.attribute(result.inputHash, chunk, chunkStart(result, chunk), branchRow, step),
      ),
    );
  }

  async buildingYear(
    input: RunInput,
    buildingId: string,
    options: RunOptions = {},
  ): Promise<Outcome<BuildingYear>> {
    const hash = this.inputHash(input);
    if (!hash.ok) return hash;
    const row = input.district.buildings.findIndex((building) => building.id === buildingId);
    if (row < 0) return fail([unknownElement(buildingId)]);
    return this.settled(async () => {
      const job: Job<BuildingLoads> = (remote) => remote.buildingYear(hash.value, row);
      try {
        return { buildingId, loads: await this.pool.run(hash.value, input, job, options.signal) };
      } finally {
        this.closeUnless(hash.value);
      }
    });
  }

  dispose(): void {
    this.pool.dispose();
  }

  private cached<Value>(store: RecentlyUsed<Value>, key: string): Value | undefined {
    return this.options.cache === false ? undefined : store.get(key);
  }

  private async settled<Value>(
    compute: () => Promise<Value>,
    issues: readonly Issue[] = [],
  ): Promise<Outcome<Value>> {
    try {
      return succeed(await compute(), issues);
    } catch (error) {
      return fail(issuesOf(error));
    }
  }

  /** What the run can take over from earlier ones; nothing where caches are off. */
  private async runLoads(
    inputHash: string,
    input: RunInput,
    { rows }: RunOutline,
    { stepCount }: Calendar,
    { signal }: RunOptions,
  ): Promise<RunLoads> {
    const buildings = rows.buildingIds.length;
    if (this.options.cache === false) return new RunLoads(buildings, stepCount, null, []);
    const keys = await this.pool.run(inputHash, input, (remote) => remote.loadsKeys(inputHash), signal);
    return new RunLoads(
      buildings,
      stepCount,
      this.loads,
      keys.map((key) => `${ENGINE_VERSION} ${key}`),
    );
  }

  private async compute(inputHash: string, input: RunInput, options: RunOptions): Promise<RunResult> {
    options.onProgress?.({ stage: 'compile', done: 0, remainingS: null });
    const opened = await this.pool.run(
      inputHash,
      input,
      (remote) => remote.open(inputHash, input) as Promise<Outcome<RunOutline>>,
      options.signal,
    );
    if (!opened.ok) throw new OpenRefusedError(opened);
    const calendar = calendarOf(input.stepS, input.weather.startWeekday);
    const loads = await this.runLoads(inputHash, input, opened.value, calendar, options);
    const year = new YearRun(
      this.pool,
      inputHash,
      input,
      opened.value,
      calendar,
      loads,
      options,
      this.options.nowS,
    );
    const table = await year.solve();
    options.onProgress?.({ stage: 'finish', done: 1, remainingS: 0, loads: loads.counts });
    return {
      engineVersion: ENGINE_VERSION,
      inputHash,
      resultHash: hashColumns(table),
      stepS: input.stepS,
      stepCount: calendar.stepCount,
      chunkSteps: calendar.chunkSteps,
      startWeekday: calendar.startWeekday,
      utcOffsetMin: input.weather.utcOffsetMin,
      rows: opened.value.rows,
      table,
    };
  }
}

function unknownElement(id: string): Issue {
  return {
    severity: 'error',
    code: 'element-unknown',
    source: 'engine',
    where: id,
    message: 'The district has no such element.',
    remedy: 'Choose an element of the district that was run.',
  };
}
