import type { NetworkSteps } from '../../sim/powerflow/network';
import type { CompiledRun } from '../compiledRun';
import type { StepViolation } from '../canConnect/judge';

/** Limits beside voltage band and loading that a question may ask for; none of them does where absent. */
export interface HostingCriteria {
  /** Change of any phase voltage of a bus by the units in the same step, pu of nominal: reaching it breaks it. */
  readonly voltageDeviationPu?: number;
  /** Power may not flow from the low side of a transformer, or backwards through a regulator, where it did not before. */
  readonly noReversePower?: boolean;
}

/** Said of screenings (EPRI's method) as `>= 3 %`; nobody's document is at hand. */
export const VOLTAGE_DEVIATION_PU = 0.03;

export const isAsking = ({ voltageDeviationPu, noReversePower }: HostingCriteria): boolean =>
  voltageDeviationPu !== undefined || noReversePower === true;

const PHASES = 3;
/** A watt of a station is rounding, not a flow that has turned. */
const SLACK_W = 1;

type Seen = Pick<NetworkSteps, 'fromStep' | 'stepCount' | 'vMagRowPu' | 'pFromW' | 'iterations'>;

/** What the criteria look at, of one or more groups of the same steps side by side: [bus][phase][column] and [branch][column]. */
export class Looked {
  private readonly vPu: Float64Array;
  private readonly forwardW: Float64Array;
  private readonly branches: readonly number[];

  constructor(
    private readonly run: CompiledRun,
    private readonly columns: number,
  ) {
    const { rows, network } = run;
    const regulated = network.regulators?.placed.map(({ branch }) => branch) ?? [];
    const transformers = rows.transformerIds.map((_, row) => rows.lineCount + row);
    this.branches = [...new Set([...transformers, ...regulated])];
    this.vPu = new Float64Array(rows.busIds.length * PHASES * columns).fill(Number.NaN);
    this.forwardW = new Float64Array(this.branches.length * columns).fill(Number.NaN);
  }

  readonly see = (flows: Seen): void => {
    const { busIds } = this.run.rows;
    const isSolved = Array.from({ length: flows.stepCount }, (_, local) => flows.iterations(local) >= 0);
    for (let bus = 0; bus < busIds.length; bus += 1)
      for (let phase = 0; phase < PHASES; phase += 1) {
        const row = flows.vMagRowPu(bus, phase);
        if (row === null) continue;
        const at = (bus * PHASES + phase) * this.columns + flows.fromStep;
        for (let local = 0; local < isSolved.length; local += 1)
          if (isSolved[local]) this.vPu[at + local] = row[local]!;
      }
    this.branches.forEach((branch, row) => {
      // What enters at the from-end of a branch that is fed at its other end leaves it upstream.
      const sign = this.run.network.branchReversed[branch] === 1 ? -1 : 1;
      for (let local = 0; local < isSolved.length; local += 1)
        if (isSolved[local])
          this.forwardW[row * this.columns + flows.fromStep + local] = sign * flows.pFromW(branch, local);
    });
  };

  /** What the units of a group break against the same steps without them (`before`, one group), the worst first. */
  broken(
    before: Looked,
    group: number,
    steps: readonly number[],
    { voltageDeviationPu, noReversePower }: HostingCriteria,
  ): readonly StepViolation[] {
    const from = group * steps.length;
    return [
      ...(voltageDeviationPu === undefined ? [] : this.deviating(before, from, steps, voltageDeviationPu)),
      ...(noReversePower === true ? this.reversed(before, from, steps) : []),
    ].sort((a, b) => b.usage - a.usage || (a.elementId < b.elementId ? -1 : 1));
  }

  private deviating(before: Looked, from: number, steps: readonly number[], limit: number): StepViolation[] {
    return this.run.rows.busIds.flatMap((elementId, bus): StepViolation[] => {
      let [most, mostAt, mostPhase] = [0, -1, 0];
      for (let phase = 0; phase < PHASES; phase += 1)
        steps.forEach((_, at) => {
          const row = bus * PHASES + phase;
          const now = this.vPu[row * this.columns + from + at]!;
          const value = Math.abs(now - before.vPu[row * before.columns + at]!);
          if (value > most) [most, mostAt, mostPhase] = [value, at, phase];
        });
      if (mostAt < 0 || most < limit) return [];
      const kind = 'voltageDeviation';
      return [{ kind, elementId, node: mostPhase + 1, value: most, limit, usage: most / limit, step: steps[mostAt]! }]; // prettier-ignore
    });
  }

  private reversed(before: Looked, from: number, steps: readonly number[]): StepViolation[] {
    const { rows, network } = this.run;
    return this.branches.flatMap((branch, row): StepViolation[] => {
      let [most, mostAt] = [0, -1];
      steps.forEach((_, at) => {
        const now = this.forwardW[row * this.columns + from + at]!;
        const was = before.forwardW[row * before.columns + at]!;
        if (now < -SLACK_W && was >= -SLACK_W && now < most) [most, mostAt] = [now, at];
      });
      if (mostAt < 0) return [];
      // Of a transformer's rating; of a line with a regulator, whose rating is a current, just beyond the limit.
      const share = branch >= rows.lineCount ? -most / network.branchRating[branch]! : 0;
      const kind = 'reversePower';
      return [{ kind, elementId: rows.branchIds[branch]!, node: 0, value: most, limit: 0, usage: 1 + share, step: steps[mostAt]! }]; // prettier-ignore
    });
  }
}
