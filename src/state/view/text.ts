import { basisOf, districtKpis, provisionalOf, type Kpi, type KpiInput } from '../../kpi';
import type { Transformer } from '../../model/network';
import type { Scenario } from '../../model/scenario';
import { formatDelta, formatNumber, formatQuantity, MISSING, NARROW_NO_BREAK_SPACE } from '../../units';
import { en } from '../../words/en';
import { wordsOf, type Language } from '../../words';
import type { ScenarioPreview } from '../previews';
import { branchRatings } from '../standing';

type Assuming = Pick<Scenario, 'assumptions' | 'limits'>;
const known = new WeakMap<KpiInput, WeakMap<Assuming, WeakMap<readonly Transformer[], readonly Kpi[]>>>();
const NOTHING_OWN: Assuming = {};
const BY_NAMEPLATE: readonly Transformer[] = [];

/**
 * Indicators of a finished year as a scenario assumes factors and limits, computed once. Transformers say, by their ids, which of
 * them are held against a rating that follows the weather: the year may be of older inputs, with a station more or less.
 */
export function kpisOf(
  result: KpiInput,
  scenario: Assuming = NOTHING_OWN,
  transformers: readonly Transformer[] = BY_NAMEPLATE,
): readonly Kpi[] {
  const ofResult =
    known.get(result) ?? new WeakMap<Assuming, WeakMap<readonly Transformer[], readonly Kpi[]>>();
  known.set(result, ofResult);
  const ofScenario = ofResult.get(scenario) ?? new WeakMap<readonly Transformer[], readonly Kpi[]>();
  ofResult.set(scenario, ofScenario);
  const present = ofScenario.get(transformers);
  if (present !== undefined) return present;
  const ratings = branchRatings(result, { transformers }).subarray(result.rows.lineCount);
  const kpis = districtKpis(result, basisOf(scenario), ratings);
  ofScenario.set(transformers, kpis);
  return kpis;
}

/** What a first look can tell of a scenario. */
export const provisionalKpisOf = (
  { preview, scenario }: ScenarioPreview,
  transformers?: readonly Transformer[],
): readonly Kpi[] => provisionalOf(kpisOf(preview, scenario, transformers));

type StripLabel = keyof typeof en.top.strip.labels;
const isShortened = (id: string): id is StripLabel => id in en.top.strip.labels;

/** A shorter name where eight stand side by side; the full name is in the note. */
export const stripLabel = (id: string, language: Language): string | undefined =>
  isShortened(id) ? wordsOf(language)(`top.strip.labels.${id}`) : undefined;

/** A number of whole things, with all its digits. */
export const formatWhole = (value: number, language: Language = 'en'): string =>
  formatQuantity(Math.round(value), 'count', language);

export function kpiText(value: number, unit: string, language: Language = 'en'): string {
  if (unit === '%') return formatPercent(value, language);
  if (unit === 'h') return `${formatHours(value, language)}${NARROW_NO_BREAK_SPACE}h`;
  return formatQuantity(value, unit === '1' ? 'count' : unit, language);
}

/** "+0.8 MW (+6 %)"; percentages differ in points. */
export function kpiDeltaText(
  value: number,
  reference: number,
  unit: string,
  language: Language = 'en',
): string {
  if (unit === '%') {
    const points = Math.round(value) - Math.round(reference);
    // A change within a point is still one: it is judged better or worse, and “±0” beside that would be a contradiction.
    const change = points === 0 ? value - reference : points;
    const size = points === 0 ? formatNumber(change, 2, language) : formatWhole(change, language);
    const text = change === 0 ? '±0' : `${change > 0 ? '+' : ''}${size}`;
    return wordsOf(language)('figures.points', { points: text });
  }
  if (unit === 'h') {
    const change = value - reference;
    return change === 0
      ? '±0'
      : `${change > 0 ? '+' : ''}${formatHours(change, language)}${NARROW_NO_BREAK_SPACE}h`;
  }
  if (unit === '1' || unit === 'count') {
    const change = value - reference;
    return change === 0 ? '±0' : `${change > 0 ? '+' : ''}${formatWhole(change, language)}`;
  }
  return formatDelta(value, reference, unit, language);
}

/** "118 %": whole percents, as limits are judged. */
export function formatPercent(percent: number, language: Language = 'en'): string {
  return Number.isFinite(percent) ? `${formatWhole(percent, language)}${NARROW_NO_BREAK_SPACE}%` : MISSING;
}

/** Whole hours as such, quarters with their digits. */
export function formatHours(hours: number, language: Language = 'en'): string {
  return Number.isInteger(hours) ? formatWhole(hours, language) : formatNumber(hours, 4, language);
}
