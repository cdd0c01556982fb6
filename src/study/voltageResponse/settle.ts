import { busVoltages, type NetworkLoads } from '../../sim/powerflow/network';
import { Mixing } from '../../sim/powerflow/controls/mixing';
import { addChanges, changesAt, gapsOf, givenOf, noChanges, type Changes, type Given } from './changes';
import type { VoltageResponse } from './response';

/** At rest: in no phase of any building would the voltages change a power by more, W or var. */
export const SETTLED_W = 0.5;
/** Rounds in which the network's voltages are taken as they are; then they are mixed with earlier ones. */
const PLAIN_ROUNDS = 2;
const MOST_ROUNDS = 60;

/** Voltages that the powers of each step belong to, and whether both have come to rest. */
export interface Settled {
  readonly given: Given;
  /** [answering building][phase][step], pu: voltages that the answer is taken at. */
  readonly vPu: Float64Array;
  /** [step]: 1 where buildings differ from what the model gave them. */
  readonly answers: Uint8Array;
  /** [step]: power flows of the run's network; negative where powers and voltages have not come to rest. */
  readonly rounds: Float64Array;
}

/** The fixed point S = f(V(S)) of every step, each by itself (README). `usesW`: [building][answering use][step]. */
export function settle(
  response: VoltageResponse,
  loads: NetworkLoads,
  usesW: Float64Array,
  steps: number,
): Settled {
  const { reference, operated, buses } = response;
  const before = busVoltages(reference, buses, loads, steps);
  const now = operated === reference ? before : busVoltages(operated, buses, loads, steps);
  const given = givenOf(response, loads, usesW, before.vPu, steps);
  const all = Array.from({ length: steps }, (_, step) => step);
  const gaps = gapsOf(
    response,
    noChanges(response.buildings.length, all),
    changesAt(response, given, all, now.vPu),
  );
  const solved = (step: number): boolean => before.solved[step] === 1 && now.solved[step] === 1;
  const answers = Uint8Array.from(all, (step) => (solved(step) && gaps[step]! > SETTLED_W ? 1 : 0));
  const rounds = Float64Array.from(all, (step) => (solved(step) ? 1 : -1));
  const active = all.filter((step) => answers[step] === 1);
  const search = new Search(response, loads, given, before.vPu, now.vPu.slice(), rounds);
  search.run(active, picked(now.vPu, steps, active));
  return { given, vPu: search.vPu, answers, rounds };
}

class Search {
  private readonly mixings = new Map<number, Mixing>();

  constructor(
    private readonly response: VoltageResponse,
    private readonly loads: NetworkLoads,
    private readonly given: Given,
    private readonly referencePu: Float64Array,
    /** [answering building][phase][step]: in the end those that the powers belong to. */
    readonly vPu: Float64Array,
    private readonly rounds: Float64Array,
  ) {}

  /** `tried`: voltages of the active steps, [answering building][phase][position]. */
  run(first: readonly number[], tried: Float64Array): void {
    let [active, rows] = [first, tried];
    for (let round = 1; round < MOST_ROUNDS && active.length > 0; round += 1)
      [active, rows] = this.oneRound(active, rows, round);
    active.forEach((step, i) => {
      this.rounds[step] = -this.rounds[step]!;
      this.keep(step, this.mixings.get(step)?.nearest ?? columnOf(rows, active.length, i));
    });
  }

  /** Solves the steps with the powers of their voltages; those that have not come to rest, and what to try next. */
  private oneRound(
    active: readonly number[],
    tried: Float64Array,
    round: number,
  ): [active: readonly number[], tried: Float64Array] {
    const { response, given, rounds } = this;
    const { operated, buses } = response;
    const taken = changesAt(response, given, active, tried);
    const measured = busVoltages(operated, buses, this.answered(taken), active.length);
    const gaps = gapsOf(response, taken, changesAt(response, given, active, measured.vPu));
    const left: number[] = [];
    const next: Float64Array[] = [];
    active.forEach((step, i) => {
      rounds[step] = 1 + round;
      const solved = measured.solved[i] === 1;
      const own = columnOf(tried, active.length, i);
      if (solved && gaps[i]! <= SETTLED_W) {
        this.keep(step, own);
        return;
      }
      left.push(step);
      next.push(this.nextVoltages(step, round, own, columnOf(measured.vPu, active.length, i), solved));
    });
    return [left, rowsOf(next, tried.length / active.length)];
  }

  private nextVoltages(
    step: number,
    round: number,
    tried: Float64Array,
    measured: Float64Array,
    solved: boolean,
  ): Float64Array {
    if (round <= PLAIN_ROUNDS && solved) return measured;
    const known = this.mixings.get(step);
    if (!solved && known?.nearest === undefined) {
      // What the voltages ask for is more than the network takes: nearer to the reference it is less.
      const reference = columnOf(this.referencePu, this.given.steps, step);
      return tried.map((value, i) => (value + reference[i]!) / 2);
    }
    const mixing = known ?? new Mixing();
    this.mixings.set(step, mixing);
    const residual = measured.map((value, i) => (solved ? value - tried[i]! : value));
    return mixing.next(tried, residual, solved);
  }

  private keep(step: number, column: Float64Array): void {
    const { steps } = this.given;
    for (let row = 0; row < column.length; row += 1) this.vPu[row * steps + step] = column[row]!;
  }

  /** Loads of some steps only, with their changes. */
  private answered(changes: Changes): NetworkLoads {
    const { loads, response, given } = this;
    const of = (rows: Float64Array): Float64Array => picked(rows, given.steps, changes.active);
    const [netPW, netQVar] = [of(loads.netPW), of(loads.netQVar)];
    addChanges(response, changes, netPW, netQVar);
    return { netPW, netQVar, storageNetW: of(loads.storageNetW) };
  }
}

function columnOf(rows: Float64Array, pitch: number, at: number): Float64Array {
  const column = new Float64Array(rows.length / pitch);
  for (let row = 0; row < column.length; row += 1) column[row] = rows[row * pitch + at]!;
  return column;
}

/** Columns of `height` values side by side. */
function rowsOf(columns: readonly Float64Array[], height: number): Float64Array {
  const rows = new Float64Array(columns.length * height);
  columns.forEach((column, i) => {
    for (let row = 0; row < height; row += 1) rows[row * columns.length + i] = column[row]!;
  });
  return rows;
}

/** Rows of steps, only some of these kept. */
export function picked(rows: Float64Array, steps: number, active: readonly number[]): Float64Array {
  if (active.length === steps) return rows.slice();
  const count = active.length;
  const out = new Float64Array((rows.length / steps) * count);
  for (let row = 0; row * steps < rows.length; row += 1)
    for (let i = 0; i < count; i += 1) out[row * count + i] = rows[row * steps + active[i]!]!;
  return out;
}
