import { fail, succeed, type Issue, type Outcome } from '../model/outcome';
import type { RunInput } from '../model/run';
import type { BuildingLoads } from '../sim/arrays/buildingLoads';
import { calendarOf, chunkRange } from '../sim/arrays/calendar';
import { answersToVoltage } from '../study/voltageResponse';
import { answeringMetersOf } from './answeringMeters';
import { chunkStart } from './chunkStart';
import { connectWith } from './connect';
import { computeWeeks, computeYear, type Computing } from './computeYear';
import type {
  Attribution,
  BuildingYear,
  ConnectAnswer,
  ConnectOptions,
  ConnectQuestion,
  Engine,
  LookOptions,
  MeterYear,
  Preview,
  RunOptions,
  RunResult,
  Week,
} from './contract';
import { issuesOf, unknownElement, workerIssue } from './issues';
import { LoadsStore } from './loadsStore';
import { metersOf } from './meters';
import { WorkerPool, type Job, type WorkerHandle } from './pool';
import { RecentlyUsed } from './recentlyUsed';
import { RunFacts } from './runFacts';
import { PARTS_OF_YEAR } from './runLoads';
import { SharedYears } from './sharedYears';

const KEPT_RUNS = 6;
const KEPT_WEEKS = 4;
const KEPT_METERS = 4;
/** Years of a building's net power: some 26 kB each. */
const KEPT_NET_YEARS = 4096;
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

/** The engine over a pool of workers. Results are kept by the hash of what they depend on. */
export class PooledEngine implements Engine {
  private readonly pool: WorkerPool;
  private readonly results = new RecentlyUsed<RunResult>(KEPT_RUNS, (key) => this.pool.close(key));
  private readonly weeks = new RecentlyUsed<Week>(KEPT_WEEKS);
  private readonly netYears = new RecentlyUsed<Uint8Array>(KEPT_NET_YEARS);
  private readonly meterYears = new RecentlyUsed<MeterYear>(KEPT_METERS);
  private readonly computing: Computing;
  private readonly underWay = new SharedYears();
  private readonly running = new Map<string, number>();
  /** The last run looked at first: what workers hold of it stays for its year. */
  private previewed: string | null = null;
  private readonly facts = new RunFacts();

  constructor(private readonly options: EngineOptions) {
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
    const loads = new LoadsStore(options.loadsBytes ?? DEFAULT_LOADS_BYTES, PARTS_OF_YEAR);
    this.computing = {
      pool: this.pool,
      loads: options.cache === false ? null : loads,
      nowS: options.nowS,
    };
  }

  effectiveDistrict(input: RunInput): ReturnType<Engine['effectiveDistrict']> {
    return this.facts.effectiveDistrict(input);
  }

  /** Hash of everything a run depends on; issues when the scenario does not fold. */
  inputHash(input: RunInput): Outcome<string> {
    return this.facts.inputHash(input);
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
    this.running.set(hash.value, (this.running.get(hash.value) ?? 0) + 1);
    const ran = await this.settled(async () => {
      try {
        const result = await this.yearUnderWay(hash.value, input, options);
        if (options.passing !== true) this.results.set(hash.value, result);
        return result;
      } finally {
        const others = this.running.get(hash.value)! - 1;
        if (others > 0) this.running.set(hash.value, others);
        else this.running.delete(hash.value);
        this.closeUnless(hash.value);
      }
    }, hash.issues);
    return this.told(input, ran);
  }

  private yearUnderWay(hash: string, input: RunInput, options: RunOptions): Promise<RunResult> {
    const compute = (shared: RunOptions) => computeYear(this.computing, hash, input, shared);
    return this.options.cache === false ? compute(options) : this.underWay.join(hash, options, compute);
  }

  /**
   * The year that somebody looks into: the one in his hands where it is of these inputs. It then stands among those kept, so
   * that the workers hold its run open until others are looked at.
   */
  private async lookedAt(input: RunInput, options: LookOptions): Promise<Outcome<RunResult>> {
    const hash = this.inputHash(input);
    const isKnown = hash.ok && this.adoptKnown(hash.value, options);
    return isKnown ? succeed(options.known!, hash.issues) : this.run(input, options);
  }

  private adoptKnown(hash: string, { known }: LookOptions): boolean {
    if (this.options.cache === false || known?.inputHash !== hash) return false;
    this.adopt(known);
    return true;
  }

  /** With what can be said of a result only once it is there. */
  private told(input: RunInput, ran: Outcome<RunResult>): Outcome<RunResult> {
    if (!ran.ok) return ran;
    return succeed(ran.value, [...ran.issues, ...this.facts.warningsOf(input, ran.value)]);
  }

  /** What the workers hold of a run that left no result (cancelled, failed, asked for one building only) is let go. */
  private closeUnless(key: string): void {
    if (this.results.get(key) !== undefined || this.running.has(key) || this.previewed === key) return;
    this.pool.close(key);
  }

  isKnown(input: RunInput): boolean {
    const hash = this.inputHash(input);
    return hash.ok && this.cached(this.results, hash.value) !== undefined;
  }

  async preview(
    input: RunInput,
    chunks: readonly number[],
    options: RunOptions = {},
  ): Promise<Outcome<Preview>> {
    const hash = this.inputHash(input);
    if (!hash.ok) return hash;
    const before = this.previewed;
    this.previewed = hash.value;
    if (before !== null && before !== hash.value) this.closeUnless(before);
    return this.settled(() => computeWeeks(this.computing, hash.value, input, chunks, options), hash.issues);
  }

  async week(input: RunInput, step: number, options: LookOptions = {}): Promise<Outcome<Week>> {
    const ran = await this.lookedAt(input, options);
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

  async attribution(
    input: RunInput,
    branchId: string,
    step: number,
    options: LookOptions = {},
  ): Promise<Outcome<Attribution>> {
    const ran = await this.lookedAt(input, options);
    if (!ran.ok) return ran;
    const result = ran.value;
    const branchRow = result.rows.branchIds.indexOf(branchId);
    if (branchRow < 0) return fail([unknownElement(branchId)]);
    const chunk = Math.floor(step / result.chunkSteps);
    const job: Job<Attribution> = (remote) =>
      remote.attribute(result.inputHash, chunk, chunkStart(result, chunk), branchRow, step);
    return this.settled(() => this.pool.run(result.inputHash, input, job, options.signal));
  }

  async meters(input: RunInput, options: RunOptions = {}): Promise<Outcome<MeterYear>> {
    const ran = await this.run(input, options);
    if (!ran.ok) return ran;
    const result = ran.value;
    const present = this.cached(this.meterYears, result.inputHash);
    if (present !== undefined) return succeed(present);
    return this.settled(async () => {
      try {
        const folded = this.effectiveDistrict(input);
        const meters =
          folded.ok && answersToVoltage(folded.value)
            ? await answeringMetersOf(this.computing, input, result, options)
            : await metersOf(this.computing, input, result, this.netYears, options);
        this.meterYears.set(result.inputHash, meters);
        return meters;
      } finally {
        this.closeUnless(result.inputHash);
      }
    });
  }

  async connect(
    input: RunInput,
    question: ConnectQuestion,
    options: ConnectOptions = {},
  ): Promise<Outcome<ConnectAnswer>> {
    const district = this.effectiveDistrict(input);
    if (!district.ok) return district;
    const ran = await this.run(input, options);
    if (!ran.ok) return ran;
    const year = { result: ran.value, transformers: district.value.network?.transformers };
    const asked = await this.settled(async () => {
      try {
        return await connectWith(this.pool, input, year, question, options);
      } finally {
        this.closeUnless(ran.value.inputHash);
      }
    });
    return asked.ok ? asked.value : asked;
  }

  async buildingYear(
    input: RunInput,
    buildingId: string,
    options: LookOptions = {},
  ): Promise<Outcome<BuildingYear>> {
    const hash = this.inputHash(input);
    if (!hash.ok) return hash;
    this.adoptKnown(hash.value, options);
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
}
