import { basisOf, districtKpis, provisionalOf, type Kpi, type KpiInput } from '../../kpi';
import { transformerRatings } from '../../kpi/dynamicRating';
import type { BatteryControl, ChargingControl } from '../../model/building';
import type { Transformer } from '../../model/network';
import type { Scenario } from '../../model/scenario';
import { formatDelta, formatNumber, formatQuantity, MISSING, NARROW_NO_BREAK_SPACE } from '../../units';
import type { ScenarioPreview } from '../previews';

type Assuming = Pick<Scenario, 'assumptions' | 'limits'>;
const known = new WeakMap<KpiInput, WeakMap<Assuming, readonly Kpi[]>>();
const NOTHING_OWN: Assuming = {};

/**
 * Indicators of a finished year as a scenario assumes factors and limits, computed once. Its transformers say which of them
 * are held against a rating that follows the weather.
 */
export function kpisOf(
  result: KpiInput,
  scenario: Assuming = NOTHING_OWN,
  transformers: readonly Transformer[] = [],
): readonly Kpi[] {
  const ofResult = known.get(result) ?? new WeakMap<Assuming, readonly Kpi[]>();
  known.set(result, ofResult);
  const present = ofResult.get(scenario);
  if (present !== undefined) return present;
  const ratings = transformerRatings(result.table, result.stepS, transformers);
  const kpis = districtKpis(result, basisOf(scenario), ratings);
  ofResult.set(scenario, kpis);
  return kpis;
}

/** What a first look can tell of a scenario. */
export const provisionalKpisOf = (
  { preview, scenario }: ScenarioPreview,
  transformers?: readonly Transformer[],
): readonly Kpi[] => provisionalOf(kpisOf(preview, scenario, transformers));

/** Shown in the strip; the comparison shows all. */
export const STRIP_KPIS: readonly string[] = [
  'peakImport',
  'transformersOver100',
  'worstTransformerLoading',
  'hoursOverload',
  'busesOutsideBand',
  'gridImport',
  'carbon',
  'energyCost',
];

/** Shorter names where eight stand side by side; the full name is in the note. */
export const STRIP_LABELS: Readonly<Record<string, string>> = {
  transformersOver100: 'Stations over limit',
  worstTransformerLoading: 'Worst transformer',
  hoursOverload: 'Overload hours',
  busesOutsideBand: 'Voltage off band',
};

/** A number of whole things, with all its digits. */
export const formatWhole = (value: number): string => formatQuantity(Math.round(value), 'count');

export function kpiText(value: number, unit: string): string {
  if (unit === '%') return formatPercent(value);
  if (unit === 'h') return `${formatHours(value)}${NARROW_NO_BREAK_SPACE}h`;
  return formatQuantity(value, unit === '1' ? 'count' : unit);
}

/** "+0.8 MW (+6 %)"; percentages differ in points. */
export function kpiDeltaText(value: number, reference: number, unit: string): string {
  if (unit === '%') {
    const points = Math.round(value) - Math.round(reference);
    return points === 0 ? '±0 points' : `${points > 0 ? '+' : ''}${formatWhole(points)} points`;
  }
  if (unit === 'h') {
    const change = value - reference;
    return change === 0 ? '±0' : `${change > 0 ? '+' : ''}${formatHours(change)}${NARROW_NO_BREAK_SPACE}h`;
  }
  if (unit === '1' || unit === 'count') {
    const change = value - reference;
    return change === 0 ? '±0' : `${change > 0 ? '+' : ''}${formatWhole(change)}`;
  }
  return formatDelta(value, reference, unit);
}

/** "118 %": whole percents, as limits are judged. */
export function formatPercent(percent: number): string {
  return Number.isFinite(percent) ? `${formatWhole(percent)}${NARROW_NO_BREAK_SPACE}%` : MISSING;
}

/** Whole hours as such, quarters with their digits. */
export function formatHours(hours: number): string {
  return Number.isInteger(hours) ? formatWhole(hours) : formatNumber(hours, 4);
}

export const USE_WORDS: Readonly<Record<string, string>> = {
  detached: 'Detached house',
  terraced: 'Terraced house',
  apartment: 'Apartments',
  office: 'Office',
  retail: 'Shop',
  school: 'School',
  hospital: 'Hospital',
  hotel: 'Hotel',
  restaurant: 'Restaurant',
  warehouse: 'Warehouse',
  publicHall: 'Public hall',
};

export const HEATING_WORDS: Readonly<Record<string, string>> = {
  gasBoiler: 'Gas boiler',
  oilBoiler: 'Oil boiler',
  districtHeat: 'District heat',
  directElectric: 'Direct electric',
  airHeatPump: 'Air heat pump',
  groundHeatPump: 'Ground heat pump',
  none: 'None',
};

export const COOLING_WORDS: Readonly<Record<string, string>> = {
  none: 'None',
  splitAirConditioner: 'Split air conditioner',
};

export const ENVELOPE_WORDS: Readonly<Record<string, string>> = {
  asBuilt: 'as built',
  usualRefurbishment: 'refurbished',
  advancedRefurbishment: 'refurbished to an advanced level',
};

export const END_USE_WORDS = {
  spaceHeating: 'Space heating',
  hotWater: 'Hot water',
  cooling: 'Cooling',
  appliancesAndLight: 'Appliances and light',
  vehicleCharging: 'Vehicle charging',
  photovoltaics: 'Photovoltaics',
  vehicleDischarging: 'Vehicles giving back',
  batteryCharging: 'Battery charging',
  batteryDischarging: 'Battery giving back',
} as const;

export const CHARGING_WORDS = {
  unmanaged: 'charged on arrival',
  managed: 'charged over the night',
  timeOfUse: 'charged in cheap hours',
  valleyFilling: 'charged when the building draws least',
  vehicleToGrid: 'covering the peaks of the building',
} as const satisfies Readonly<Record<ChargingControl, string>>;

export const BATTERY_WORDS = {
  selfConsumption: 'stores what the panels leave over',
  peakShaving: 'holds the peak down',
  tariff: 'follows the hours of a tariff',
} as const satisfies Readonly<Record<BatteryControl['kind'], string>>;

export const ATTRIBUTE_WORDS: Readonly<Record<string, string>> = {
  heightM: 'Height',
  levels: 'Storeys',
  use: 'Use',
  constructionYear: 'Construction year',
  households: 'Households',
  heating: 'Heating',
  cooling: 'Cooling',
  envelope: 'Envelope',
  connection: 'Connection',
  phases: 'Phases',
  mainFuseA: 'Main fuse',
  retrofit: 'Work done',
  photovoltaics: 'Photovoltaics',
  vehicles: 'Electric cars',
};

export const LINE_ROLE_WORDS = {
  mv: 'MV cable',
  lvMain: 'LV street cable',
  service: 'Service cable',
} as const;
