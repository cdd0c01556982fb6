import type { RunTable } from '../sim/arrays/results';
import type { RunRows } from '../sim/arrays/rows';
import { DEFAULT_BASIS, type KpiBasis } from './basis';
import { comfortKpis, needKpis, primaryKpis } from './buildingKpis';
import { carbonHoursKpis } from './carbonHours';
import { carbonKpis } from './carbonKpis';
import { chargingKpis } from './chargingKpis';
import { energyKpis } from './energyKpis';
import { gridKpis, type TransformerRatings } from './gridKpis';
import { inGroups, KPI_PLACES, type KpiGroup } from './kpiGroups';
import { generationKpis, loadKpis } from './loadKpis';
import { loadingKpis, voltageKpis } from './networkKpis';

/** One indicator of a district's year, with what it means and where its borders lie. */
export interface Kpi {
  readonly id: string;
  readonly label: string;
  /** In the base unit below; NaN when it cannot be told. */
  readonly value: number;
  readonly unit: string;
  readonly definition: string;
  readonly boundary: string;
  readonly source: string;
  readonly betterWhen: 'lower' | 'higher' | 'neither';
  /** The letters that formulas write it with. */
  readonly symbol?: string;
  /** What it stands with in tables. */
  readonly group?: KpiGroup;
}

/** What the indicators are computed from: a year's table and its rows. */
export interface KpiInput {
  readonly table: RunTable;
  readonly rows: RunRows;
  readonly stepS: number;
  readonly stepCount: number;
  /** Absent where no car keeps to its station's limit. */
  readonly charging?: { readonly unservedJ: readonly number[] };
}

/** With its group and its symbol, where it has a place among the indicators of a year. */
function placed(kpi: Kpi): Kpi {
  const place = KPI_PLACES.get(kpi.id);
  return place === undefined ? kpi : { ...kpi, symbol: place.symbol, group: place.group };
}

/**
 * The indicators of a year, group by group (`KPI_GROUPS`) in the order they are shown. Values in base units: W, J, count, %, h, K h, kg CO2e, EUR. What the
 * scenario assumes of factors and limits comes as `basisOf(scenario)`; what transformers may carry beside their nameplate as
 * `transformerRatings`.
 */
export function districtKpis(
  input: KpiInput,
  basis: KpiBasis = DEFAULT_BASIS,
  ratings?: TransformerRatings,
): readonly Kpi[] {
  const { factors, limits } = basis;
  const kpis = [
    ...gridKpis(input, limits, ratings),
    ...loadKpis(input),
    ...loadingKpis(input, ratings),
    ...voltageKpis(input, limits),
    ...energyKpis(input, factors),
    ...generationKpis(input),
    ...chargingKpis(input),
    ...needKpis(input),
    ...primaryKpis(input, factors),
    ...carbonKpis(input, factors),
    ...carbonHoursKpis(input, factors),
    ...comfortKpis(input),
  ];
  return inGroups(kpis.map(placed));
}
