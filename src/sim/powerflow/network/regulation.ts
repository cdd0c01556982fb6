import { type BatchSolver, createBatchSolver, loadsByRow } from '../batch';
import type { SolveSettings } from '../flow';
import { kernelModule } from '../kernel';
import type { CompiledNetwork } from './compiled';
import type { CompiledRegulators } from './regulators';
import { TapRule } from './tapRule';
import { Terminals } from './terminals';

const PHASES = 3;
/** Powers of a regulator's branch are found when they move by less, W and var in any phase. */
const FOUND_W = 1e-4;
/** Power flows for the powers of one set of positions; each is a thousand times nearer than the one before, less so near the last load. */
const MOST_FLOWS = 100;
/** How far the search of a step has come. */
const [UNTRIED, RAISED, SOLVED] = [0, 1, 2];

/** Positions of all regulators in consecutive steps, and the loads that the network with all of them in the middle takes for them. */
export interface Regulation {
  /** [regulator][step] */
  readonly taps: Int32Array;
  /** [regulator][step]: real voltages of its part over those of the network that is solved. */
  readonly factor: Float64Array;
  /** [injection row][step] */
  readonly pW: Float64Array;
  readonly qVar: Float64Array;
}

/** Powers of injection rows, [row][step]. */
export interface RowLoads {
  readonly pW: Float64Array;
  readonly qVar: Float64Array;
}

/**
 * Positions that the regulators settle to in every step (README, 23), each step by itself, from the middle: a step's bits depend on
 * nothing but its own loads. Where the middle has no solution they start once more from above; a step that has none there either
 * stays in the middle, one that loses it on the way where it was.
 */
export function regulate(
  net: CompiledNetwork,
  regulators: CompiledRegulators,
  loads: RowLoads,
  stepCount: number,
  settings: SolveSettings,
): Regulation {
  const search = new Search(net, regulators, loads, stepCount, solverOf(net, regulators, settings));
  let active: readonly number[] = Array.from({ length: stepCount }, (_, step) => step);
  while (active.length > 0) active = search.round(active);
  return search.found();
}

interface Ready {
  readonly settings: SolveSettings;
  readonly solver: BatchSolver;
}
const solvers = new WeakMap<CompiledNetwork, Ready>();

function solverOf(net: CompiledNetwork, { nodes }: CompiledRegulators, settings: SolveSettings): BatchSolver {
  const present = solvers.get(net);
  if (present !== undefined && present.settings === settings) return present.solver;
  const solver = createBatchSolver(net.flow, { ...settings, precision: 'f64' }, kernelModule(), {
    nodes,
    voltages: 'complex64',
  });
  solvers.set(net, { settings, solver });
  return solver;
}

class Search {
  private readonly rule: TapRule;
  private readonly factor: Float64Array;
  /** [regulator][phase][step]: what its branch takes beyond what it takes in the middle. */
  private readonly extraW: Float64Array;
  private readonly extraVar: Float64Array;
  private readonly flows: Uint8Array;
  /** [step] */
  private readonly stage: Uint8Array;
  private readonly count: number;

  constructor(
    private readonly net: CompiledNetwork,
    private readonly regulators: CompiledRegulators,
    private readonly loads: RowLoads,
    private readonly stepCount: number,
    private readonly solver: BatchSolver,
  ) {
    this.count = regulators.placed.length;
    this.rule = new TapRule(regulators.placed, stepCount);
    this.factor = new Float64Array(this.count * stepCount).fill(1);
    this.extraW = new Float64Array(PHASES * this.count * stepCount);
    this.extraVar = new Float64Array(PHASES * this.count * stepCount);
    this.flows = new Uint8Array(stepCount);
    this.stage = new Uint8Array(stepCount).fill(UNTRIED);
  }

  found(): Regulation {
    const all = Array.from({ length: this.stepCount }, (_, step) => step);
    return { taps: this.rule.taps, factor: this.factor, ...this.referred(all) };
  }

  /** One power flow of some steps; those that need another one. */
  round(active: readonly number[]): readonly number[] {
    const { pW, qVar } = this.referred(active);
    const width = active.length;
    const v = new Float64Array(4 * PHASES * this.count * width);
    const solved = new Uint8Array(width);
    this.solver.solve(loadsByRow(pW, qVar, width), 0, width, (chunk) => {
      for (let row = 0; row < 4 * PHASES * this.count; row++)
        chunk.copyVoltages(row, v, row * width + chunk.fromStep);
      for (let i = 0; i < chunk.stepCount; i++) solved[chunk.fromStep + i] = chunk.status[i] === 0 ? 1 : 0;
    });
    return active.filter((step, i) =>
      solved[i] === 1
        ? this.isOpen(step, new Terminals(this.net, this.regulators, v, width, i))
        : this.startsAgain(step),
    );
  }

  /** A step without a solution in the middle is tried from above once; whether there is an above to try. */
  private startsAgain(step: number): boolean {
    const { stage, rule, regulators } = this;
    if (stage[step] === SOLVED) return false;
    const isFirst = stage[step] === UNTRIED;
    stage[step] = RAISED;
    rule.startFrom(step, isFirst ? 'top' : 'middle');
    const none = new Float64Array(PHASES * this.count);
    this.retap(step, new Float64Array(this.count), [none, none]);
    return isFirst && regulators.placed.some((_, r) => rule.ratio(r, step) !== 1);
  }

  /** Takes up what a power flow says of a step; whether it needs another one. */
  private isOpen(step: number, at: Terminals): boolean {
    const { rule, factor, stepCount } = this;
    this.stage[step] = SOLVED;
    this.flows[step]!++;
    if (this.moveExtra(step, at) > FOUND_W) {
      if (this.flows[step]! < MOST_FLOWS) return true;
      this.withhold(step);
      return false;
    }
    this.flows[step] = 0;
    const vPu = Float64Array.from(
      { length: this.count },
      (_, r) => factor[r * stepCount + step]! * at.heldPu(r),
    );
    const powers = at.powers.map((power) => power.slice());
    const before = Float64Array.from({ length: this.count }, (_, r) => factor[r * stepCount + step]!);
    if (!rule.move(step, vPu)) return false;
    this.retap(step, before, powers);
    return true;
  }

  /** Powers that are not found are none: with them the step has no solution. */
  private withhold(step: number): void {
    for (let k = step; k < this.extraW.length; k += this.stepCount) this.extraW[k] = Number.NaN;
  }

  /** (a^2 - 1) S of every regulator that is not in the middle; by how much the largest has moved, W or var. */
  private moveExtra(step: number, at: Terminals): number {
    const { extraW, extraVar, stepCount } = this;
    let most = 0;
    for (let r = 0; r < this.count; r++) {
      const ratio = this.rule.ratio(r, step);
      if (ratio === 1) continue;
      for (let f = 0; f < PHASES; f++) {
        const k = (PHASES * r + f) * stepCount + step;
        const share = ratio * ratio - 1;
        const [p, q] = [share * at.powers[0]![PHASES * r + f]!, share * at.powers[1]![PHASES * r + f]!];
        most = Math.max(most, Math.abs(p - extraW[k]!), Math.abs(q - extraVar[k]!));
        extraW[k] = p;
        extraVar[k] = q;
      }
    }
    return most;
  }

  /** Factors of new positions, and what branches then take as long as the powers behind them are what they were. */
  private retap(step: number, before: Float64Array, powers: readonly Float64Array[]): void {
    const { factor, stepCount, regulators } = this;
    regulators.placed.forEach(({ above }, r) => {
      const ratio = this.rule.ratio(r, step);
      const now = (above < 0 ? 1 : factor[above * stepCount + step]!) * ratio;
      factor[r * stepCount + step] = now;
      const share = (ratio * ratio - 1) * (before[r]! / now) * (before[r]! / now);
      for (let f = 0; f < PHASES; f++) {
        const k = (PHASES * r + f) * stepCount + step;
        this.extraW[k] = share * powers[0]![PHASES * r + f]!;
        this.extraVar[k] = share * powers[1]![PHASES * r + f]!;
      }
    });
  }

  /** Loads of some steps over the square of their part's factor, and what regulators' branches take beyond the middle. */
  private referred(active: readonly number[]): RowLoads {
    const { loads, stepCount, factor, regulators } = this;
    const { partOfInjection, injectionRow } = regulators;
    const width = active.length;
    const rows = partOfInjection.length;
    const out = { pW: new Float64Array(rows * width), qVar: new Float64Array(rows * width) };
    for (let row = 0; row < rows; row++) {
      const part = partOfInjection[row]!;
      for (let i = 0; i < width; i++) {
        const step = active[i]!;
        const scale = part < 0 ? 1 : factor[part * stepCount + step]!;
        out.pW[row * width + i] = loads.pW[row * stepCount + step]! / (scale * scale);
        out.qVar[row * width + i] = loads.qVar[row * stepCount + step]! / (scale * scale);
      }
    }
    injectionRow.forEach((first, r) => {
      for (let f = 0; f < PHASES; f++)
        for (let i = 0; i < width; i++) {
          const k = (PHASES * r + f) * stepCount + active[i]!;
          out.pW[(first + f) * width + i] = this.extraW[k]!;
          out.qVar[(first + f) * width + i] = this.extraVar[k]!;
        }
    });
    return out;
  }
}
