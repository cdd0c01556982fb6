import type { GroupYear } from '../kpi/community';
import { fail, succeed, type Issue, type Outcome } from '../model/outcome';
import type { RunInput } from '../model/run';
import type { BuildingLoads } from '../sim/arrays/buildingLoads';
import { calendarOf, chunkRange } from '../sim/arrays/calendar';
import type { WeekTable } from '../sim/arrays/results';
import type { MoneyInput, MoneyYear } from '../study/money';
import type { DistrictHosting, DistrictHostingSettings } from '../study/districtHosting';
import type { ChargingYear } from '../study/stationCharging';
import { chunkStart } from './chunkStart';
import { connectWith, type ConnectYear } from './connect';
import { computeWeeks, computeYear, type Computing } from './computeYear';
import type {
  Attribution,
  BuildingYear,
  ConnectAnswer,
  ConnectOptions,
  ConnectQuestion,
  Engine,
  HostingOptions,
  LookOptions,
  MeterYear,
  Preview,
  RunOptions,
  RunResult,
  Week,
} from './contract';
import type { EngineOptions } from './engineOptions';
import { hostingWith } from './hosting';
import { issuesOf, unknownElement, workerIssue } from './issues';
import { LoadsStore } from './loadsStore';
import { Metering, type MeteredYear } from './metering';
import { WorkerPool, type Job } from './pool';
import { RecentlyUsed } from './recentlyUsed';
import { RunFacts } from './runFacts';
import { RunsInUse } from './runsInUse';
import { PARTS_OF_YEAR } from './runLoads';
import { UnderWay, type Compute } from './underWay';
import { WeekQuestions } from './weekQuestions';

const KEPT_RUNS = 6;
const KEPT_WEEKS = 4;
const KEPT_ANSWERED = 2;
const DEFAULT_JOB_TIMEOUT_MS = 60_000;
/** An hourly year of a building's loads takes about 85 kB: some 6,000 buildings. */
const DEFAULT_LOADS_BYTES = 512e6;

export type { EngineOptions };

/** The engine over a pool of workers. Results are kept by the hash of what they depend on. */
export class PooledEngine implements Engine {
  private readonly pool: WorkerPool;
  private readonly results = new RecentlyUsed<RunResult>(KEPT_RUNS, (key) => this.pool.close(key));
  private readonly weeks = new RecentlyUsed<Week>(KEPT_WEEKS);
  private readonly metering: Metering;
  private readonly computing: Computing;
  private readonly questions: WeekQuestions;
  private readonly yearsUnderWay = new UnderWay<RunResult>();
  private readonly weeksUnderWay = new UnderWay<Week>();
  private readonly inUse = new RunsInUse(
    (key) => this.results.get(key) !== undefined,
    (key) => this.pool.close(key),
  );
  private readonly facts = new RunFacts();

  constructor(private readonly options: EngineOptions) {
    this.pool = new WorkerPool({
      spawn: options.spawn,
      workerCount: options.workerCount,
      jobTimeoutMs: options.jobTimeoutMs ?? DEFAULT_JOB_TIMEOUT_MS,
      setTimer: options.setTimer,
      clearTimer: options.clearTimer,
      ...(options.beginAfter === undefined ? {} : { beginAfter: options.beginAfter }),
      onWorkerLost: (reason) =>
        options.onIssue?.(
          workerIssue('worker-replaced', 'warning', `A worker died (${reason}) and was replaced.`),
        ),
    });
    this.questions = new WeekQuestions(this.pool);
    const loads = new LoadsStore(options.loadsBytes ?? DEFAULT_LOADS_BYTES, PARTS_OF_YEAR);
    this.computing = {
      pool: this.pool,
      loads: options.cache === false ? null : loads,
      answered: options.cache === false ? null : new RecentlyUsed(KEPT_ANSWERED),
      nowS: options.nowS,
    };
    this.metering = new Metering(this.computing, options.cache !== false);
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
    const ran = await this.settled(
      () =>
        this.inUse.using(hash.value, async () => {
          const result = await this.yearUnderWay(hash.value, input, options);
          if (options.passing !== true) this.results.set(hash.value, result);
          return result;
        }),
      hash.issues,
    );
    return this.told(input, ran);
  }

  private yearUnderWay(hash: string, input: RunInput, options: RunOptions): Promise<RunResult> {
    const compute = (shared: RunOptions) => computeYear(this.computing, hash, input, shared);
    return this.computedOnce(this.yearsUnderWay, hash, options, compute);
  }

  private computedOnce<Answer>(
    underWay: UnderWay<Answer>,
    key: string,
    options: RunOptions,
    compute: Compute<Answer>,
  ): Promise<Answer> {
    return this.options.cache === false ? compute(options) : underWay.join(key, options, compute);
  }

  /**
   * The year that somebody looks into: the one in his hands where it is of these inputs. It then stands among those kept, so
   * that the workers hold its run open until others are looked at; not where he is only passing.
   */
  private async lookedAt(input: RunInput, options: LookOptions): Promise<Outcome<RunResult>> {
    const hash = this.inputHash(input);
    const isKnown = hash.ok && this.adoptKnown(hash.value, options);
    return isKnown ? succeed(options.known!, hash.issues) : this.run(input, options);
  }

  private adoptKnown(hash: string, options: LookOptions): boolean {
    const { known } = options;
    if (this.options.cache === false || known?.inputHash !== hash) return false;
    if (options.passing !== true) this.adopt(known);
    return true;
  }

  /** With what can be said of a result only once it is there. */
  private told(input: RunInput, ran: Outcome<RunResult>): Outcome<RunResult> {
    if (!ran.ok) return ran;
    return succeed(ran.value, [...ran.issues, ...this.facts.warningsOf(input, ran.value)]);
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
    this.inUse.lookAtFirst(hash.value);
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
    const compute = async (shared: RunOptions) => {
      const week = await this.computedWeek(input, result, chunk, shared);
      this.weeks.set(name, week);
      return week;
    };
    return this.settled(() => this.computedOnce(this.weeksUnderWay, name, options, compute));
  }

  private async computedWeek(
    input: RunInput,
    result: RunResult,
    chunk: number,
    { signal }: RunOptions,
  ): Promise<Week> {
    const { fromStep, toStep } = chunkRange(calendarOf(result.stepS, result.startWeekday), chunk);
    const job: Job<WeekTable> = (remote) => remote.week(result.inputHash, chunk, chunkStart(result, chunk));
    const table = await this.pool.run(result.inputHash, input, job, signal);
    return { chunk, fromStep, stepCount: toStep - fromStep, table };
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
    return this.settled(() =>
      this.inUse.using(result.inputHash, () =>
        this.questions.ask(input, result, branchRow, step, options.signal),
      ),
    );
  }

  meters(input: RunInput, options: LookOptions = {}): Promise<Outcome<MeterYear>> {
    return this.askedOf(input, options, (year) => this.metering.all(year, options));
  }

  group(input: RunInput, rows: readonly number[], options: LookOptions = {}): Promise<Outcome<GroupYear>> {
    return this.askedOf(input, options, (year) => this.metering.group(year, rows, options));
  }

  async money(input: RunInput, asked: MoneyInput, { signal }: RunOptions = {}): Promise<Outcome<MoneyYear>> {
    const { inputHash } = asked.year.result;
    const job: Job<unknown> = (remote) => remote.money(asked);
    const counted = await this.settled(() =>
      this.inUse.using(inputHash, () => this.pool.run(inputHash, input, job, signal)),
    );
    return counted.ok ? (counted.value as Outcome<MoneyYear>) : counted;
  }

  async connect(
    input: RunInput,
    question: ConnectQuestion,
    options: ConnectOptions = {},
  ): Promise<Outcome<ConnectAnswer>> {
    const asked = await this.askedOf(input, options, (year) =>
      connectWith(this.pool, input, year, question, options),
    );
    return asked.ok ? asked.value : asked;
  }

  hosting(
    input: RunInput,
    questions: readonly DistrictHostingSettings[],
    options: HostingOptions = {},
  ): Promise<Outcome<readonly DistrictHosting[]>> {
    return this.askedOf(input, options, (year) => hostingWith(this.pool, input, year, questions, options));
  }

  /** An answer from the finished year of a run, which is computed where it is not at hand. */
  private async askedOf<Answer>(
    input: RunInput,
    options: LookOptions,
    answer: (year: ConnectYear & MeteredYear) => Promise<Answer>,
  ): Promise<Outcome<Answer>> {
    const folded = this.effectiveDistrict(input);
    if (!folded.ok) return folded;
    const ran = await this.lookedAt(input, options);
    if (!ran.ok) return ran;
    const { value: result } = ran;
    const { value: district } = folded;
    const year = { input, result, district, transformers: district.network?.transformers };
    return this.settled(() => this.inUse.using(result.inputHash, () => answer(year)));
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
    const charging = await this.chargingOf(input, options);
    if (!charging.ok) return charging;
    const job: Job<BuildingLoads> = (remote) => remote.buildingYear(hash.value, row, charging.value);
    return this.settled(() =>
      this.inUse.using(hash.value, async () => ({
        buildingId,
        loads: await this.pool.run(hash.value, input, job, options.signal),
      })),
    );
  }

  /** What stations' limits have moved in the year of a run, which is computed where cars keep to one; undefined where none does. */
  private async chargingOf(
    input: RunInput,
    options: LookOptions,
  ): Promise<Outcome<ChargingYear | undefined>> {
    const folded = this.effectiveDistrict(input);
    if (!folded.ok || !folded.value.buildings.some(({ vehicles }) => vehicles?.control === 'stationLimit'))
      return succeed(undefined);
    const ran = await this.lookedAt(input, options);
    return ran.ok ? succeed(ran.value.charging) : ran;
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
