import type { Factors } from '../../kpi';
import type { Investment, NotKnown } from '../../measures';
import { worstQuality } from '../../model/archetypes';
import type { AssumptionKey } from '../../model/assumptions';
import type { Building, ElectricVehicles, SourcedValue } from '../../model/building';
import type { Running } from './networkPrices';
import { sourcedFactor } from './sourcedFactor';

/** What a control of charging costs every year: one service a building, or a tariff for each car. */
const SERVICE: Readonly<Record<ElectricVehicles['control'], AssumptionKey | null>> = {
  unmanaged: null,
  managed: 'chargingControlEurPerYear',
  timeOfUse: 'tariffServiceEurPerYear',
  valleyFilling: 'chargingControlEurPerYear',
  vehicleToGrid: 'chargingControlEurPerYear',
  stationLimit: 'chargingControlEurPerYear',
};

function serviceEur(vehicles: ElectricVehicles | null, factors: Factors): number {
  const key = vehicles === null ? null : SERVICE[vehicles.control];
  if (key === null) return 0;
  return factors[key].value * (vehicles?.control === 'timeOfUse' ? vehicles.count : 1);
}

interface ChargingPrice {
  readonly investment: Investment | NotKnown;
  readonly lifetimeYears: SourcedValue | null;
  readonly running: Running | NotKnown;
}

const LOW_SHARE = 0.7;
const HIGH_SHARE = 2;

/**
 * What the cars of a building cost beside the cars, which are no work on the district: a charging point for each that was added,
 * points that take power back for all where they give, and every year what the control costs more than the one before.
 */
export function chargingPrice(old: Building, { vehicles }: Building, factors: Factors): ChargingPrice {
  if (vehicles === old.vehicles || vehicles === null) {
    const unknown: NotKnown = { known: false, reason: 'No prices are kept for this measure.' };
    return { investment: unknown, lifetimeYears: null, running: unknown };
  }
  const before = old.vehicles;
  const gives = vehicles.control === 'vehicleToGrid';
  // Points that could not take power back are of no more use.
  const standing = gives && before?.control !== 'vehicleToGrid' ? 0 : (before?.count ?? 0);
  const points = Math.max(0, vehicles.count - standing);
  const price = sourcedFactor(gives ? factors.bidirectionalChargerEur : factors.chargerEur);
  const typical = points * price.value;
  const investment: Investment = {
    known: true,
    low: LOW_SHARE * typical,
    typical,
    high: HIGH_SHARE * typical,
    unit: 'EUR',
    quality: price.quality,
    rangeQuality: 'unknown_untraceable',
    sources: [price.source],
  };
  const share = sourcedFactor(factors.chargerRunningShare);
  const moreEur = Math.max(0, serviceEur(vehicles, factors) - serviceEur(before, factors));
  const key = SERVICE[vehicles.control];
  const used = [price, share, ...(key === null ? [] : [sourcedFactor(factors[key])])];
  return {
    investment,
    lifetimeYears: sourcedFactor(factors.chargerLifetimeYears),
    running: {
      eur: typical * share.value + moreEur,
      quality: worstQuality(used.map(({ quality }) => quality)),
      sources: used.map(({ source }) => source),
    },
  };
}
