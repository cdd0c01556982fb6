import { BRANCH_RESULT_FIELDS, type ChunkResult } from '../batch';
import type { CompiledNetwork } from './compiled';
import type { StepRows } from './networkSteps';
import type { Regulation } from './regulation';

const PHASES = 3;
/** Powers stand before currents. */
const CURRENTS_FROM = BRANCH_RESULT_FIELDS.indexOf('iFromPu0');
const LOSS = BRANCH_RESULT_FIELDS.indexOf('lossW');

/**
 * What was solved with all regulators in the middle, made real: behind a regulator V = A v, I = A i, S = A^2 s, with A the product of
 * the ratios on the way (README, 23).
 */
export class RegulatedSteps {
  /** [step]: sum of the branches' losses, those that stand twice included. */
  readonly lossesW: Float64Array;

  constructor(
    private readonly net: CompiledNetwork,
    private readonly regulation: Regulation,
    /** Steps of the regulation; those of the chunk lie among them. */
    private readonly allSteps: number,
    private readonly chunk: Pick<ChunkResult, 'fromStep' | 'stepCount'>,
  ) {
    this.lossesW = new Float64Array(chunk.stepCount);
  }

  tap(regulator: number, step: number): number {
    return this.regulation.taps[regulator * this.allSteps + this.chunk.fromStep + step]!;
  }

  /** Makes rows of the chunk real, in place. */
  refer({ voltages, branches, fields }: Pick<StepRows, 'voltages' | 'branches' | 'fields'>): void {
    const { partOfPosition, partOfTableRow } = this.net.regulators!;
    const { stepCount } = this.chunk;
    partOfPosition.forEach((part, position) => {
      for (let f = 0; part >= 0 && f < PHASES; f++) this.scale(voltages, PHASES * position + f, part, 1);
    });
    partOfTableRow.forEach((part, row) => {
      for (let field = 0; part >= 0 && field < fields; field++)
        this.scale(branches, row * fields + field, part, field < CURRENTS_FROM ? 2 : 1);
      const from = (row * fields + LOSS) * stepCount;
      for (let step = 0; step < stepCount; step++) this.lossesW[step]! += branches[from + step]!;
    });
  }

  private scale(values: Float64Array, row: number, part: number, power: 1 | 2): void {
    const { stepCount } = this.chunk;
    for (let step = 0; step < stepCount; step++) {
      const factor = this.factor(part, step);
      values[row * stepCount + step]! *= power === 2 ? factor * factor : factor;
    }
  }

  private factor(part: number, step: number): number {
    return this.regulation.factor[part * this.allSteps + this.chunk.fromStep + step]!;
  }
}
