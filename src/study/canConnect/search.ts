import { transformerRatings } from '../../kpi/dynamicRating';
import type { CompiledNetwork } from '../../sim/powerflow/network';
import type { Network } from '../../model/network';
import type { RunTable } from '../../sim/arrays/results';
import type { CompiledRun } from '../compiledRun';
import type { ConnectCapacity, ConnectStanding, ConnectVerdict, YearBefore } from './answer';
import { judge, type Judged } from './judge';
import { addedLoad, type ConnectQuestion } from './question';
import { extremesOf, solveSteps, solvingYear, type Extremes } from './solved';
import { YearLoads, type StepLoads } from './yearLoads';
import { worstSteps } from './worstSteps';

/** Work that can be stopped after each of its steps, of which it says how far it has come. */
export type InSteps<Value> = Generator<ConnectStanding, Value>;

/** A year, what its loads were, and where another power is judged against it. */
export class Search {
  stage: ConnectStanding['stage'] = 'verdict';
  years = 0;
  verdict: ConnectVerdict | null = null;
  capacity: ConnectCapacity | null = null;
  private readonly loads: YearLoads;
  private readonly steps: Set<number>;
  private readonly transformers: Network['transformers'];
  private before: Extremes;
  /** What transformers may carry in the last year that was solved; steps by themselves cannot tell. */
  private ratings: Float64Array;
  private kept: { readonly steps: readonly number[]; readonly loads: StepLoads } | null = null;

  constructor(
    readonly run: CompiledRun,
    year: YearBefore,
    readonly question: ConnectQuestion,
  ) {
    this.loads = new YearLoads(run, year.table, year.charging);
    const network = run.district.network!;
    this.transformers = year.transformers ?? network.transformers;
    this.ratings = this.ratingsIn(year.table);
    this.before = extremesOf(year.table, this.ratings);
    this.steps = new Set(worstSteps(network, year, question.busId, question.direction === 'load'));
  }

  /**
   * The year without the addition, by the loads that it is solved with here. Where nothing answers to voltage it is the year
   * that was run.
   */
  *comparable(network: CompiledNetwork): InSteps<Extremes> {
    if (this.run.response !== null) this.before = yield* this.solved(network, 0);
    return this.before;
  }

  /** At the steps that are hardest as far as is known. */
  *atWorst(network: CompiledNetwork, pW: number): InSteps<Judged> {
    const steps = [...this.steps].sort((a, b) => a - b);
    if (this.kept?.steps.length !== steps.length) this.kept = { steps, loads: this.loads.columns(steps) };
    const { steps: columns, loads } = this.kept;
    const found = this.judged(
      solveSteps(network, columns, loads, addedLoad(this.question, pW), this.ratings),
    );
    yield this.standing(1);
    return found;
  }

  /** In every step of the year; the worst of what it breaks are looked at from now on. */
  *inYear(network: CompiledNetwork, pW: number): InSteps<Judged> {
    const found = this.judged(yield* this.solved(network, pW));
    for (const { step } of found.broken) this.steps.add(step);
    return found;
  }

  private *solved(network: CompiledNetwork, pW: number): InSteps<Extremes> {
    this.years += 1;
    const solving = solvingYear(this.run, network, this.loads, addedLoad(this.question, pW));
    for (;;) {
      const next = solving.next();
      if (next.done === true) {
        this.ratings = this.ratingsIn(next.value);
        return extremesOf(next.value, this.ratings);
      }
      yield this.standing(next.value);
    }
  }

  /** Whether what a transformer may carry depends on the course of its year. */
  get isRatedByItsYear(): boolean {
    return this.transformers.some(({ dynamicRating }) => dynamicRating !== undefined);
  }

  /** Begins anew with another network: transformers may carry what they may without the addition. */
  forget(): void {
    this.ratings = this.before.ratings;
  }

  private ratingsIn(table: Pick<RunTable, 'transformerLoading' | 'outdoorDegC'>): Float64Array {
    return transformerRatings(table, this.run.calendar.stepS, this.transformers);
  }

  private judged(after: Extremes): Judged {
    return judge(after, this.before, this.run.rows, this.question.limits);
  }

  private standing(yearShare: number): ConnectStanding {
    const { stage, years, verdict, capacity } = this;
    return { stage, years, yearShare, verdict, capacity };
  }
}
