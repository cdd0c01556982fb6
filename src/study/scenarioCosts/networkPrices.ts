import type { Factors } from '../../kpi';
import type { Investment, NotKnown, Quantity, QuantityItem } from '../../measures';
import { worstQuality } from '../../model/archetypes';
import type { AssumptionKey } from '../../model/assumptions';
import type { QualityClass, SourcedValue } from '../../model/building';
import { factorQuality } from '../../kpi/factorQuality';

/** Which assumption prices an item, and its range as shares of it. */
interface Priced {
  readonly key: AssumptionKey;
  readonly lowShare: number;
  readonly highShare: number;
}

const usual = (key: AssumptionKey): Priced => ({ key, lowShare: 0.7, highShare: 1.5 });
/** eDisGo's rural cable with earthwork, 60 and 80 against 100 and 140 kEUR/km, each less the cable. */
const LV_RURAL_SHARE = 51 / 91;
const MV_RURAL_SHARE = 60 / 120;

const PRICES: Readonly<Record<QuantityItem, Priced>> = {
  lvCable: usual('lvCableEurPerM'),
  lvTrench: { ...usual('lvTrenchEurPerM'), lowShare: LV_RURAL_SHARE },
  mvCable: usual('mvCableEurPerM'),
  mvTrench: { ...usual('mvTrenchEurPerM'), lowShare: MV_RURAL_SHARE },
  overheadLine: usual('overheadLineEurPerM'),
  transformer: usual('transformerListShare'),
  onLoadTapChanger: usual('onLoadTapChangerEur'),
  lineRegulator: usual('lineRegulatorEur'),
  substation: usual('substationEur'),
  remoteDrive: usual('remoteDriveEur'),
  stationTelemetry: usual('stationTelemetryEur'),
  fieldVisit: usual('fieldVisitEur'),
  // Market prices of today lie well above the source's.
  batteryEnergy: { ...usual('feederBatteryEurPerKwh'), highShare: 2.5 },
  batteryPower: { ...usual('feederBatteryEurPerKw'), highShare: 2.5 },
};

/** kVA and EUR: pylovo. */
const TRANSFORMER_LIST: readonly (readonly [kva: number, eur: number])[] = [
  [100, 2000],
  [160, 3000],
  [250, 5000],
  [400, 8000],
  [630, 12_000],
];

/** List price of a transformer: of the next size in the list; beyond it as much per kVA as the largest, which nobody says. */
function listPrice(ratedVa: number): { readonly eur: number; readonly isListed: boolean } {
  const kva = ratedVa / 1000;
  const listed = TRANSFORMER_LIST.find(([size]) => size >= kva);
  const [size, eur] = TRANSFORMER_LIST.at(-1)!;
  return listed === undefined
    ? { eur: (eur * kva) / size, isListed: false }
    : { eur: listed[1], isListed: true };
}

/** What was built at one element, once. */
export function networkInvestment(quantities: readonly Quantity[], factors: Factors): Investment | NotKnown {
  const sum = { low: 0, typical: 0, high: 0 };
  const classes: QualityClass[] = [];
  const sources = new Set<string>();
  for (const { item, amount, ratedVa } of quantities) {
    const { key, lowShare, highShare } = PRICES[item];
    const list = item === 'transformer' ? listPrice(ratedVa ?? Number.NaN) : { eur: 1, isListed: true };
    const eur = factors[key].value * list.eur * amount;
    if (!(eur >= 0 && eur < Infinity)) return { known: false, reason: 'Its size is not known.' };
    sum.typical += eur;
    sum.low += eur * lowShare;
    sum.high += eur * highShare;
    classes.push(list.isListed ? factorQuality(factors[key]) : 'unknown_untraceable');
    sources.add(factors[key].source);
  }
  return {
    known: true,
    ...sum,
    unit: 'EUR',
    quality: worstQuality(classes),
    rangeQuality: 'unknown_untraceable',
    sources: [...sources],
  };
}

/** Of the inverter, which goes first; its upkeep a year (Danish Energy Agency in PyPSA technology-data). */
const BATTERY_YEARS = 10;
const INVERTER_UPKEEP_SHARE = 0.002512;

const isBattery = ({ item }: Quantity): boolean => item === 'batteryEnergy' || item === 'batteryPower';

const isAutomation = ({ item }: Quantity): boolean => item === 'remoteDrive' || item === 'stationTelemetry';

/**
 * Years that what was built at one element lasts: of a battery those of its inverter, of all else the scenario's assumption;
 * remote control and telemetry have one of their own where nothing else was built there.
 */
export function networkLifetime(quantities: readonly Quantity[], factors: Factors): SourcedValue {
  const ofBattery = factors.feederBatteryEurPerKw.source;
  if (quantities.some(isBattery))
    return { value: BATTERY_YEARS, source: ofBattery, quality: 'extrapolated_higher_level' };
  const factor = quantities.every(isAutomation)
    ? factors.automationLifetimeYears
    : factors.networkLifetimeYears;
  return { value: factor.value, source: factor.source, quality: factorQuality(factor) };
}

/** Upkeep of a year, with what it stands on. */
export interface Running {
  readonly eur: number;
  readonly quality: QualityClass;
  readonly sources: readonly string[];
}

/** Upkeep a year of what was built; work by hand leaves nothing to keep up. */
export function networkRunning(quantities: readonly Quantity[], factors: Factors): Running | null {
  const classes: QualityClass[] = ['accurate_measurement'];
  const sources = new Set<string>();
  let eur = 0;
  for (const quantity of quantities) {
    if (quantity.item === 'fieldVisit' || quantity.item === 'batteryEnergy') continue;
    const investment = networkInvestment([quantity], factors);
    if (!investment.known) return null;
    const share = isBattery(quantity) ? INVERTER_UPKEEP_SHARE : factors.networkRunningShare.value;
    eur += investment.typical * share;
    sources.add((isBattery(quantity) ? factors.feederBatteryEurPerKw : factors.networkRunningShare).source);
    classes.push(
      investment.quality,
      isBattery(quantity) ? 'extrapolated_higher_level' : factorQuality(factors.networkRunningShare),
    );
  }
  return { eur, quality: worstQuality(classes), sources: [...sources] };
}
