import type { Outcome } from '../model/outcome';
import type { RunInput } from '../model/run';
import type { RunOutline } from '../protocol/yearWorker';
import { hashColumns } from '../scenario';
import { calendarOf } from '../sim/arrays/calendar';
import type { AnsweredMeters } from './answeredMeters';
import type { Preview, RunOptions } from './contract';
import type { LoadsStore } from './loadsStore';
import { OpenRefusedError, type WorkerPool } from './pool';
import type { RecentlyUsed } from './recentlyUsed';
import { RunLoads } from './runLoads';
import type { RunResult } from '../study/runResult';
import { ENGINE_VERSION } from './version';
import { YearRun } from './yearRun';

/** What years are computed with. */
export interface Computing {
  readonly pool: WorkerPool;
  /** Loads that runs leave to each other; null where caches are off. */
  readonly loads: LoadsStore | null;
  /** Meters of buildings that answer to voltage, of the last years; null where caches are off. */
  readonly answered: RecentlyUsed<AnsweredMeters> | null;
  readonly nowS: () => number;
}

/** The whole year of a run. Throws what the pool throws. */
export async function computeYear(
  computing: Computing,
  inputHash: string,
  input: RunInput,
  options: RunOptions,
): Promise<RunResult> {
  options.onProgress?.({ stage: 'compile', done: 0, remainingS: null });
  const { outline, calendar, loads, year } = await openedYear(computing, inputHash, input, options, false);
  const table = await year.solve();
  const regulators = year.regulatorYears();
  const charging = year.chargingYear();
  const answered = year.answeredMeters();
  if (answered !== null) computing.answered?.set(inputHash, answered);
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
    rows: outline.rows,
    table,
    ...(regulators.length === 0 ? {} : { regulators }),
    ...(charging === null ? {} : { charging }),
  };
}

/** Some weeks of a run, from a week of warming up each. Throws what the pool throws. */
export async function computeWeeks(
  computing: Computing,
  inputHash: string,
  input: RunInput,
  chunks: readonly number[],
  options: RunOptions,
): Promise<Preview> {
  const { outline, calendar, year } = await openedYear(computing, inputHash, input, options, true);
  const table = await year.solveChunks(chunks);
  const { stepS } = input;
  return { inputHash, chunks, rows: outline.rows, table, stepS, stepCount: calendar.stepCount };
}

/** A run opened in a worker, ready to be solved. */
async function openedYear(
  computing: Computing,
  inputHash: string,
  input: RunInput,
  options: RunOptions,
  onlyReads: boolean,
) {
  const outline = await openedRun(computing, inputHash, input, options);
  const calendar = calendarOf(input.stepS, input.weather.startWeekday);
  const loads = await runLoads(computing, inputHash, input, outline, options, onlyReads);
  const { pool, nowS } = computing;
  const year = new YearRun(pool, inputHash, input, outline, calendar, loads, options, nowS);
  return { outline, calendar, loads, year };
}

async function openedRun(
  { pool }: Computing,
  inputHash: string,
  input: RunInput,
  { signal }: RunOptions,
): Promise<RunOutline> {
  const opened = await pool.run(
    inputHash,
    input,
    (remote) => remote.open(inputHash, input) as Promise<Outcome<RunOutline>>,
    signal,
  );
  if (!opened.ok) throw new OpenRefusedError(opened);
  return opened.value;
}

/** What the run can take over from earlier ones; nothing where caches are off. */
async function runLoads(
  { pool, loads }: Computing,
  inputHash: string,
  input: RunInput,
  { rows }: RunOutline,
  { signal }: RunOptions,
  onlyReads: boolean,
): Promise<RunLoads> {
  const buildings = rows.buildingIds.length;
  const { stepCount } = calendarOf(input.stepS, input.weather.startWeekday);
  if (loads === null) return new RunLoads(buildings, stepCount, null, []);
  const keys = await pool.run(inputHash, input, (remote) => remote.loadsKeys(inputHash), signal);
  const named = keys.map((key) => `${ENGINE_VERSION} ${key}`);
  return new RunLoads(buildings, stepCount, loads, named, onlyReads);
}
