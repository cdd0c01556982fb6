import loadHighs from 'highs';
import { lpText, type Milp, type MilpResult } from './milp';

/** Where no optimum is proven in this time, the answer is `limit`: no answer. */
const TIME_LIMIT_S = 30;

const STATUS: Readonly<Record<string, Exclude<MilpResult['status'], 'optimal'>>> = {
  Infeasible: 'infeasible',
  'Primal infeasible or unbounded': 'infeasible',
  Unbounded: 'unbounded',
};

/**
 * HiGHS (highs.dev, MIT), compiled to WebAssembly: branch and cut over a simplex solver, on one thread with a fixed seed, so that the same
 * programme has the same answer everywhere.
 */
export async function highsSolver(): Promise<(problem: Milp) => MilpResult> {
  const highs = await loadHighs();
  return (problem) => {
    if (problem.columns.length === 0) return { status: 'optimal', objective: 0, values: [] };
    const options = { output_flag: false, time_limit: TIME_LIMIT_S, mip_rel_gap: 0, random_seed: 0 } as const;
    const solution = highs.solve(lpText(problem), options);
    if (solution.Status !== 'Optimal') return { status: STATUS[solution.Status] ?? 'limit' };
    const values = problem.columns.map(({ binary }, column) => {
      const value = solution.Columns[`x${column}`]?.Primal ?? 0;
      return binary ? Math.round(value) : value;
    });
    return { status: 'optimal', objective: solution.ObjectiveValue, values };
  };
}
