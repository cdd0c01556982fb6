import { KPI_PLACES } from '../../kpi/kpiGroups';
import type { AppState } from '../appState';

/** What the strip is about: the district, or what is selected and what feeds it. */
export const STRIP_LEVELS = ['district', 'transformer', 'feeder', 'home'] as const;
export type StripLevel = (typeof STRIP_LEVELS)[number];

export const FEWEST_SHOWN = 6;
export const MOST_SHOWN = 8;

/** Shown until somebody chooses: load, limits, carbon, cost, and what the poorest third of the households bear. */
export const PROPOSED_STRIP: readonly string[] = [
  'peakImport',
  'transformersOver100',
  'worstTransformerLoading',
  'hoursOverload',
  'busesOutsideBand',
  'carbon',
  'energyCost',
  'energyBurdenLowest',
];

/** Indicators that stand in no year alone: bills, burden and poverty from the meters, and what measures cost. */
export const COUNTED_LATER: readonly string[] = [
  'medianEnergyBill',
  'medianElectricityBill',
  'allElectricityBills',
  'unbilledEnergy',
  'unbilledEnergyShare',
  'energyBurdenLowest',
  'energyBurdenMiddle',
  'energyBurdenHighest',
  'povertyTenPercent',
  'povertyTwiceMedian',
  'povertyHalfMedian',
  'povertyLihc',
  'povertySixPercent',
  'communityExchange',
  'communitySavings',
  'communityLosers',
  'investment',
  'measuresCost',
];

export const isCountedLater = (id: string): boolean => COUNTED_LATER.includes(id);

/** The indicators of the strip, in their order. */
export const stripIds = ({ strip }: Pick<AppState, 'strip'>): readonly string[] => strip ?? PROPOSED_STRIP;

/** As many as there is room for, none twice, each one that there is; null where it is no such list. */
export function checkedStrip(ids: readonly string[]): readonly string[] | null {
  const known = ids.filter((id) => KPI_PLACES.has(id) || isCountedLater(id));
  const isList = known.length === ids.length && new Set(ids).size === ids.length;
  return isList && ids.length >= FEWEST_SHOWN && ids.length <= MOST_SHOWN ? ids : null;
}

export const isStripLevel = (text: string | null): text is StripLevel =>
  STRIP_LEVELS.some((level) => level === text);
