import { KPI_PLACES, type KpiGroup } from '../../kpi/kpiGroups';
import { indexOfMax } from '../../kpi/sums';
import { END_USES, NET_SIGNS, type EndUse } from '../../model/run';
import type { RunResult } from '../../engine/contract';

/** What moved a figure most, in one word and one number. */
export interface Cause {
  /** `fuel`: what is burnt in the buildings. */
  readonly use: EndUse | 'fuel';
  readonly change: number;
  readonly unit: 'W' | 'Wh';
  /** Hour of the highest import after the change; null where the whole year is meant. */
  readonly step: number | null;
}

const JOULE_PER_WH = 3600;

/** What adds up over the year, so that the energy of the end uses tells where a change comes from. */
const SUMS: readonly KpiGroup[] = ['energy', 'buildings', 'carbon', 'money'];

const isOfPeak = (kpiId: string): boolean => kpiId === 'peakImport';

/**
 * Whether the end uses of the district can tell a change of an indicator. What single stations, lines or houses decide has
 * hours of its own, at noon as well as in the evening: the district's hardest hour is none of them.
 */
export function isCauseTold(kpiId: string): boolean {
  const group = KPI_PLACES.get(kpiId)?.group;
  return isOfPeak(kpiId) || (group !== undefined && SUMS.includes(group));
}

/**
 * The end use that changed most between two years. For the peak: its power in the hour of the highest import, after less
 * before, P_use(argmax after) - P_use(argmax before); these differences and that of the losses add up to the difference of the
 * peaks. For sums: its energy over the year, and fuel beside it. Null where nothing has changed or this cannot tell.
 */
export function causeOf(kpiId: string, before: RunResult, after: RunResult): Cause | null {
  if (!isCauseTold(kpiId)) return null;
  const isPeak = isOfPeak(kpiId);
  const [was, is] = [before, after].map((year) => (isPeak ? atPeak(year) : overYear(year)));
  const changes: Cause[] = END_USES.map((use, row) => ({
    use,
    change: NET_SIGNS[row]! * (is!.values[row]! - was!.values[row]!),
    unit: isPeak ? 'W' : 'Wh',
    step: is!.step,
  }));
  if (!isPeak) changes.push({ use: 'fuel', change: fuelWh(after) - fuelWh(before), unit: 'Wh', step: null });
  const [largest] = changes.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  return largest === undefined || largest.change === 0 ? null : largest;
}

interface Uses {
  readonly values: readonly number[];
  readonly step: number | null;
}

function atPeak({ table, stepCount }: RunResult): Uses {
  const step = indexOfMax(table.sourcePW);
  return { step, values: END_USES.map((_, row) => table.districtEndUseW[row * stepCount + step]!) };
}

function overYear({ table, stepCount, stepS }: RunResult): Uses {
  const values = END_USES.map((_, row) => {
    let sumW = 0;
    for (let step = 0; step < stepCount; step += 1) sumW += table.districtEndUseW[row * stepCount + step]!;
    return (sumW * stepS) / JOULE_PER_WH;
  });
  return { step: null, values };
}

function fuelWh({ table }: RunResult): number {
  let sumJ = 0;
  for (const j of table.buildingFuelJ) sumJ += j;
  return sumJ / JOULE_PER_WH;
}

/** Step of the year with the highest import. */
export const peakStep = ({ table }: RunResult): number => indexOfMax(table.sourcePW);
