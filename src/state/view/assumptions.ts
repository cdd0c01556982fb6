import { FACTORS } from '../../kpi';
import { factorQuality } from '../../kpi/factorQuality';
import { ASSUMPTIONS, type AssumptionKey, type AssumptionOverride } from '../../model/assumptions';
import type { QualityClass } from '../../model/building';
import type { Scenario, WeatherSpell } from '../../model/scenario';
import type { WeatherYear } from '../../model/weather';
import { NARROW_NO_BREAK_SPACE } from '../../units';
import { assumptionWords, listOf, sourceWords, wordsOf, type Language } from '../../words';
import type { en } from '../../words/en';
import { timeOfStep } from '../selectors';
import { speechOf } from './speech';

export type AssumptionGroup = keyof typeof en.assumptions.groups;

/** Where a figure stands among the others; one without a place does not compile. */
const GROUPS: Readonly<Record<AssumptionKey, AssumptionGroup>> = {
  electricityPriceEurPerKwh: 'prices',
  feedInPriceEurPerKwh: 'prices',
  gasPriceEurPerKwh: 'prices',
  oilPriceEurPerKwh: 'prices',
  districtHeatPriceEurPerKwh: 'prices',
  gridCarbonKgPerKwh: 'carbon',
  gridCarbonDaySwing: 'carbon',
  gridCarbonSeasonSwing: 'carbon',
  marginalKgPerKwh: 'carbon',
  gasCarbonKgPerKwh: 'carbon',
  oilCarbonKgPerKwh: 'carbon',
  districtHeatCarbonKgPerKwh: 'carbon',
  electricityPrimary: 'primary',
  gasPrimary: 'primary',
  oilPrimary: 'primary',
  districtHeatPrimary: 'primary',
  lvCableEurPerM: 'network',
  lvTrenchEurPerM: 'network',
  mvCableEurPerM: 'network',
  mvTrenchEurPerM: 'network',
  transformerListShare: 'network',
  substationEur: 'network',
  remoteDriveEur: 'network',
  stationTelemetryEur: 'network',
  onLoadTapChangerEur: 'network',
  lineRegulatorEur: 'network',
  fieldVisitEur: 'network',
  overheadLineEurPerM: 'network',
  networkLifetimeYears: 'network',
  networkRunningShare: 'network',
  automationLifetimeYears: 'network',
  feederBatteryEurPerKwh: 'devices',
  feederBatteryEurPerKw: 'devices',
  chargerEur: 'devices',
  bidirectionalChargerEur: 'devices',
  chargerRunningShare: 'devices',
  chargingControlEurPerYear: 'devices',
  heatPumpControlEurPerYear: 'devices',
  tariffServiceEurPerYear: 'devices',
  deviceRunningShare: 'devices',
  meteringRunningShare: 'devices',
  chargerLifetimeYears: 'devices',
  interestRate: 'economics',
  discountRateLow: 'economics',
  discountRateMiddle: 'economics',
  discountRateHigh: 'economics',
  horizonYears: 'economics',
  grantShareSystems: 'grants',
  grantShareElectricity: 'grants',
  grantShareEnvelope: 'grants',
  grantShareOperation: 'grants',
  grantShareNetwork: 'grants',
  wholesaleEurPerKwh: 'trade',
  fuelVatShare: 'trade',
  fuelLeviesEurPerKwh: 'trade',
  unbilledShare: 'trade',
  rentPassedOnShare: 'trade',
  medianIncomeEurPerYear: 'households',
  incomeGini: 'households',
  vulnerableShare: 'households',
  mvCableFailuresPerKmYear: 'reliability',
  mvOverheadFailuresPerKmYear: 'reliability',
  lvCableFailuresPerKmYear: 'reliability',
  lvOverheadFailuresPerKmYear: 'reliability',
  transformerFailuresPerYear: 'reliability',
  switchFailuresPerYear: 'reliability',
  mvCableRepairH: 'reliability',
  mvOverheadRepairH: 'reliability',
  lvCableRepairH: 'reliability',
  lvOverheadRepairH: 'reliability',
  transformerRepairH: 'reliability',
  switchRepairH: 'reliability',
  manualSwitchingMin: 'reliability',
  remoteSwitchingMin: 'reliability',
};

export const ASSUMPTION_GROUPS: readonly AssumptionGroup[] = [...new Set(Object.values(GROUPS))];
const KEYS = Object.keys(GROUPS) as readonly AssumptionKey[];

/** Plain numbers without a unit; every other one without a unit is a share, shown in percent. */
const PLAIN: ReadonlySet<AssumptionKey> = new Set(['incomeGini', 'transformerListShare']);

/** Of one figure: what is assumed, by whom, and what the program would assume. */
export interface AssumptionRow {
  readonly key: AssumptionKey;
  readonly group: AssumptionGroup;
  readonly label: string;
  readonly value: number;
  /** What the program assumes. */
  readonly normal: number;
  readonly normalSource: string;
  readonly normalQuality: QualityClass;
  /** What the scenario assumes in its place. */
  readonly own: AssumptionOverride | null;
  readonly quality: QualityClass;
}

/** Every figure of the registry as a scenario assumes it, group by group. */
export function assumptionRows(
  { assumptions = [] }: Pick<Scenario, 'assumptions'>,
  language: Language,
): readonly AssumptionRow[] {
  return KEYS.map((key) => {
    const own = assumptions.find((one) => one.key === key) ?? null;
    const factor = FACTORS[key];
    const normalQuality = factorQuality(factor);
    return {
      key,
      group: GROUPS[key],
      label: assumptionWords(language, key),
      value: own?.value ?? factor.value,
      normal: factor.value,
      normalSource: withoutClass(factor.source, normalQuality, language),
      normalQuality,
      own,
      quality: own === null ? normalQuality : 'personal_estimation',
    };
  });
}

/** The class has a place of its own beside the source. */
function withoutClass(source: string, quality: QualityClass, language: Language): string {
  const said = source.replace(`: ${quality}`, '');
  const isPlaceholder = said === 'placeholder without a source';
  return isPlaceholder ? wordsOf(language)('assumptions.noBasis') : sourceWords(language, said);
}

/** Whether a row is called or sourced like that; `typed` in small letters. */
export function isFound(row: AssumptionRow, typed: string, language: Language): boolean {
  const group = wordsOf(language)(`assumptions.groups.${row.group}`);
  const texts = [row.label, group, row.own?.source ?? row.normalSource, shownUnit(row.key, language)];
  return texts.join(' ').toLowerCase().includes(typed);
}

/** The unit a figure is shown and typed in. */
export function shownUnit(key: AssumptionKey, language: Language): string {
  const { unit } = ASSUMPTIONS[key];
  if (unit === '1') return PLAIN.has(key) ? '' : '%';
  if (unit === 'a') return wordsOf(language)('assumptions.years');
  return unit.replace('CO2', 'CO₂');
}

/** How many of the shown unit one of the registry's is. */
export const shownFactor = (key: AssumptionKey): number =>
  ASSUMPTIONS[key].unit === '1' && !PLAIN.has(key) ? 100 : 1;

/** All digits that somebody can have typed, without those that a factor of a hundred leaves behind. */
export const shownValue = (key: AssumptionKey, value: number): number =>
  Number((value * shownFactor(key)).toPrecision(12));

/** `0.32 EUR/kWh`, `3 %`. */
export function assumedText(key: AssumptionKey, value: number, language: Language): string {
  const unit = shownUnit(key, language);
  const text = speechOf(language).typed(shownValue(key, value));
  return unit === '' ? text : `${text}${NARROW_NO_BREAK_SPACE}${unit}`;
}

/** `14 January` of a day of the year, 1 = 1 January. */
export function dayText(dayOfYear: number, language: Language): string {
  const words = wordsOf(language);
  const { dayOfMonth, month } = timeOfStep((dayOfYear - 1) * 24, 3600, 0);
  return words('assumptions.spells.day', {
    day: dayOfMonth,
    month: listOf(words('time.months'))[month - 1]!,
  });
}

export function spellText({ kind, startDay, byK }: WeatherSpell, language: Language): string {
  const { words, typed } = speechOf(language);
  return words('assumptions.spells.set', {
    kind: words(`assumptions.spells.${kind}`),
    day: dayText(startDay, language),
    kelvin: `${kind === 'coldSnap' ? '−' : '+'}${typed(byK)}`,
  });
}

const DAYS = 365;
const SPELL_DAYS = 7;

/** The week that is coldest or hottest already, by its mean: day of the year that it begins on. */
export function hardestWeek({ tempDegC }: WeatherYear, kind: WeatherSpell['kind']): number {
  const sign = kind === 'coldSnap' ? -1 : 1;
  const perDay = tempDegC.length / DAYS;
  const ofDays = (from: number) =>
    tempDegC.subarray(from * perDay, (from + SPELL_DAYS) * perDay).reduce((sum, temp) => sum + temp, 0) *
    sign;
  let best = 0;
  for (let day = 1; day <= DAYS - SPELL_DAYS; day += 1) if (ofDays(day) > ofDays(best)) best = day;
  return best + 1;
}
