import { compareKpis, type Kpi, type KpiDelta } from '../../kpi';
import type { QualityClass } from '../../model/building';
import { formatNumber, formatQuantity, MINUS } from '../../units';
import type { ScenarioCosts } from '../scenarioCosts';
import type { ScenarioYear } from '../scenarioYear';
import { qualityOf, type KpiQuality } from './quality';

/** One indicator in one scenario, beside the baseline. */
export interface KpiCell {
  readonly scenarioKey: string;
  readonly value: number;
  /** Value less that of the baseline; exactly 0 where nothing changed. */
  readonly delta: number;
  /** Of the baseline's value; NaN where that is 0. */
  readonly relative: number;
  readonly sign: '+' | '-' | '0' | '?';
  readonly verdict: KpiDelta['verdict'];
  /** `0.8 MW more (+6 %), worse`. */
  readonly words: string;
  /** Whether factors or limits are counted otherwise than in the baseline, so that part of the difference is theirs. */
  readonly otherBasis: boolean;
  readonly quality: QualityClass;
  /** What the class is owed to. */
  readonly because: readonly string[];
}

/** One indicator in all scenarios. Words of the definition are the baseline's. */
export interface KpiRow extends Omit<Kpi, 'value'> {
  /** In the order of the scenarios. */
  readonly cells: readonly KpiCell[];
}

export interface KeyedYear {
  readonly key: string;
  readonly year: ScenarioYear;
  /** Of its measures, where they are known. */
  readonly costs?: ScenarioCosts;
  /** Of tariffs, prices and incomes, where bills are known. */
  readonly money?: { readonly quality: QualityClass };
}

/** Every indicator of the baseline, in its order, in every scenario; those that others alone have come after. */
export function kpiTable(baseline: KeyedYear, years: readonly KeyedYear[]): readonly KpiRow[] {
  const known = new Set(baseline.year.kpis.map(({ id }) => id));
  const others = new Map<string, Kpi>();
  for (const { year } of years)
    for (const kpi of year.kpis) if (!known.has(kpi.id)) others.set(kpi.id, { ...kpi, value: Number.NaN });
  const rows = [...baseline.year.kpis, ...others.values()];
  const columns = years.map(({ key, year, costs, money }) => {
    const quality = qualityOf(year, costs, money?.quality);
    const byId = new Map(year.kpis.map((kpi) => [kpi.id, kpi]));
    return compareKpis(rows, year.kpis).map((delta) =>
      cellOf(key, delta, byId.get(delta.kpi.id), quality(delta.kpi.id), key === baseline.key),
    );
  });
  return rows.map(({ value: _, ...kpi }, row) => ({ ...kpi, cells: columns.map((cells) => cells[row]!) }));
}

function cellOf(
  scenarioKey: string,
  { kpi, a, b, delta, relative, verdict }: KpiDelta,
  own: Kpi | undefined,
  { quality, because }: KpiQuality,
  isBaseline: boolean,
): KpiCell {
  const otherBasis = own !== undefined && own.definition !== kpi.definition;
  const words = isBaseline ? 'baseline' : deltaWords(a, b, kpi.unit, verdict, otherBasis);
  const sign = verdict === 'same' ? '0' : delta > 0 ? '+' : delta < 0 ? '-' : '?';
  return { scenarioKey, value: b, delta, relative, sign, verdict, words, otherBasis, quality, because };
}

function deltaWords(
  a: number,
  b: number,
  unit: string,
  verdict: KpiDelta['verdict'],
  otherBasis: boolean,
): string {
  if (Number.isNaN(b - a)) return 'cannot be told';
  if (verdict === 'same') return 'the same';
  const delta = b - a;
  // Shares differ in points, and have no share of their own.
  const isShare = unit === '%';
  const share = isShare ? '' : formatShare(delta, a);
  const size = isShare ? `${formatNumber(Math.abs(delta))} points` : formatQuantity(Math.abs(delta), unit);
  const amount = `${size} ${delta > 0 ? 'more' : 'less'}`;
  const change = share === '' ? amount : `${amount} (${share})`;
  const judged = verdict === 'different' ? change : `${change}, ${verdict}`;
  return otherBasis ? `${judged}; counted with other factors or limits` : judged;
}

/** Change of the baseline's amount with its sign; nothing where that is 0. */
function formatShare(delta: number, baseline: number): string {
  if (baseline === 0) return '';
  const percent = (100 * delta) / Math.abs(baseline);
  return `${delta > 0 ? '+' : MINUS}${formatNumber(Math.abs(percent), 2)} %`;
}
