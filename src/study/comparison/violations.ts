import { limitsOf } from '../../kpi';
import { ratingsOfRows } from '../../kpi/dynamicRating';
import { lineAboveS } from '../../kpi/transformerHours';
import type { RunTable } from '../../sim/arrays/results';
import type { ScenarioYear } from '../scenarioYear';
import type { ElementKind } from './elements';

/** An element that does not keep a limit of the scenario in its year. */
export interface Violation {
  readonly elementId: string;
  readonly kind: ElementKind;
  readonly what: 'loading' | 'underVoltage' | 'overVoltage';
  /** Loading (1 = all that it may carry: its nameplate, or of a dynamically rated transformer what its hot spot allows) or phase voltage in pu. */
  readonly limit: number;
  readonly worst: number;
  readonly worstStep: number;
  /** What a dynamically rated transformer may carry, 1 = nameplate. */
  readonly rating?: number;
  /** NaN where the year keeps no hours for this limit: lines at others than 80, 100 and 120 %, buses at others than +-10 %. */
  readonly hours: number;
  /** The worst steps above the limit, the worst first; only the worst where the year keeps no series. */
  readonly topSteps: readonly number[];
}

const S_PER_HOUR = 3600;

const UNDER_PU = 0.9;
const OVER_PU = 1.1;

/** Transformers, lines and buses that break a limit, each kind with the worst first. */
export function violationsIn(
  { result, scenario, district }: ScenarioYear,
  topCount = 3,
): readonly Violation[] {
  const { table, rows, stepS, stepCount } = result;
  const { loadingLimit, lowerPu, upperPu } = limitsOf(scenario.limits);
  const ratings = ratingsOfRows(result, district.network?.transformers ?? []);
  const branches = rows.branchIds.flatMap((elementId, row): Violation[] => {
    const rating = ratings[row - rows.lineCount] ?? 1;
    const most = table.branchLoadingMax[row]!;
    if (!(most > loadingLimit * rating)) return [];
    const found = { elementId, what: 'loading', limit: loadingLimit, worst: most / rating } as const;
    const worstStep = table.branchLoadingMaxStep[row]!;
    if (row < rows.lineCount) {
      const hours = lineAboveS(result, row, loadingLimit) / S_PER_HOUR;
      return [{ ...found, kind: 'line', worstStep, hours, topSteps: [worstStep] }];
    }
    const at = (row - rows.lineCount) * stepCount;
    const loading = table.transformerLoading.subarray(at, at + stepCount);
    const steps = stepsAbove(loading, loadingLimit * rating);
    const hours = (steps.length * stepS) / S_PER_HOUR;
    const rated = rating === 1 ? {} : { rating };
    return [
      { ...found, ...rated, kind: 'transformer', worstStep, hours, topSteps: steps.slice(0, topCount) },
    ];
  });
  const buses = rows.busIds.flatMap((elementId, row): Violation[] => {
    const [lowest, highest] = [table.busVMinPu[row]!, table.busVMaxPu[row]!];
    const under =
      lowest < lowerPu ? [busViolation(elementId, 'underVoltage', lowerPu, lowest, row, table)] : [];
    const over =
      highest > upperPu ? [busViolation(elementId, 'overVoltage', upperPu, highest, row, table)] : [];
    return [...under, ...over];
  });
  const excess = ({ worst, limit }: Violation): number => Math.abs(worst - limit);
  const worstFirst = (kind: ElementKind): readonly Violation[] =>
    [...branches, ...buses].filter((each) => each.kind === kind).sort((a, b) => excess(b) - excess(a));
  return [...worstFirst('transformer'), ...worstFirst('line'), ...worstFirst('bus')];
}

function busViolation(
  elementId: string,
  what: 'underVoltage' | 'overVoltage',
  limit: number,
  worst: number,
  row: number,
  table: RunTable,
): Violation {
  const isUnder = what === 'underVoltage';
  const worstStep = (isUnder ? table.busVMinStep : table.busVMaxStep)[row]!;
  const counted = limit === (isUnder ? UNDER_PU : OVER_PU);
  const hours = counted
    ? (isUnder ? table.busUnderVoltageS : table.busOverVoltageS)[row]! / S_PER_HOUR
    : Number.NaN;
  return { elementId, kind: 'bus', what, limit, worst, worstStep, hours, topSteps: [worstStep] };
}

/** Steps above a limit, the most loaded first, the earlier of equals first. */
function stepsAbove(loading: Float64Array, limit: number): readonly number[] {
  const steps: number[] = [];
  loading.forEach((value, step) => {
    if (value > limit) steps.push(step);
  });
  return steps.sort((a, b) => loading[b]! - loading[a]! || a - b);
}
