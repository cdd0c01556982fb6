import type { MeasureType, Scenario } from '../../model/scenario';
import { hasPath } from '../../scenario';
import type { PathYear } from '../../study/path';
import { measureWords, wordsOf, type Language } from '../../words';
import { curveText } from './curve';

/** "Heat pumps 0 % in 2026 to 60 % in 2035, ...": the curves that the years are made of; what begins at once says so. */
export function assumedText(scenario: Scenario, language: Language): string | null {
  if (!hasPath(scenario)) return null;
  const list = scenario.measures
    .map((measure) => `${measureWords(language, measure.type).label} ${curveText(measure, language)}`)
    .join('; ');
  return wordsOf(language)('timeline.assumed', { list });
}

const SMALLEST_FALL_PERCENT = 1;

/** What takes load off as the sentence has it, and what only adds load: beside any other measure the reason may be another one. */
const NAMED_REASONS: readonly MeasureType[] = ['heatPumps', 'groundHeatPumps', 'rooftopPhotovoltaics'];
const ONLY_ADD: readonly MeasureType[] = [
  'vehiclesUnmanaged',
  'splitAirConditioner',
  'directElectricHeating',
];

const isExplained = ({ measures }: Scenario): boolean =>
  measures.some(({ type }) => NAMED_REASONS.includes(type)) &&
  measures.every(({ type }) => NAMED_REASONS.includes(type) || ONLY_ADD.includes(type));

/** A heat pump draws less than the direct electric heating whose place it takes, and roofs take load off: it looks like a fault. */
export function fallsText(scenario: Scenario, found: readonly PathYear[], language: Language): string | null {
  if (!isExplained(scenario)) return null;
  const grows = scenario.measures.every(
    ({ adoption }) =>
      typeof adoption === 'number' ||
      adoption.every(({ share }, at) => at === 0 || share >= adoption[at - 1]!.share),
  );
  const known = found.flatMap(({ year, kpis }) => {
    const value = kpis.find(({ id }) => id === 'worstTransformerLoading')?.value ?? Number.NaN;
    return Number.isNaN(value) ? [] : [{ year, value }];
  });
  const at = known.findIndex(
    ({ value }, row) => row > 0 && value < known[row - 1]!.value - SMALLEST_FALL_PERCENT,
  );
  if (!grows || at < 0) return null;
  return wordsOf(language)('timeline.falls', { from: known[at - 1]!.year, to: known[at]!.year });
}
