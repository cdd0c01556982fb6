import { basisOf, FACTORS } from '../../kpi';
import { investmentOf, MEASURES, type Disruption, type Investment, type NotKnown } from '../../measures';
import type { Building } from '../../model/building';
import type { District } from '../../model/district';
import { MEASURE_TYPES, type MeasureType, type Scenario } from '../../model/scenario';
import type { WeatherYear } from '../../model/weather';
import { applyAt } from '../../scenario';
import { areasFor, type AreasOf } from '../../study/scenarioCosts/areas';
import { chargingPrice } from '../../study/scenarioCosts/chargingPrice';
import { measureIn, namesBuilding } from './packages';

/** What can be done to one building, in the order the panel lists it. */
export const OFFER_GROUPS = {
  envelope: [
    'roofInsulation',
    'wallInsulation',
    'floorInsulation',
    'windowReplacement',
    'airSealing',
    'externalShading',
    'envelopeRetrofit',
  ],
  heating: [
    'heatPumps',
    'groundHeatPumps',
    'districtHeatConnection',
    'directElectricHeating',
    'hotWaterTanks',
    'splitAirConditioner',
  ],
  electricity: [
    'rooftopPhotovoltaics',
    'homeBattery',
    'vehiclesUnmanaged',
    'vehiclesManaged',
    'vehiclesTimeOfUse',
    'vehiclesValleyFilling',
    'vehiclesToGrid',
    'vehiclesStationLimit',
  ],
  operation: [
    'heatingSetback',
    'smartThermostat',
    'flexibleHeatPumps',
    'heatRecoveryVentilation',
    'efficientLighting',
    'consumptionFeedback',
    'timeOfUseTariff',
    'criticalPeakTariff',
    'dynamicTariff',
  ],
} as const satisfies Readonly<Record<string, readonly MeasureType[]>>;
export type OfferGroup = keyof typeof OFFER_GROUPS;
export type OfferedType = (typeof OFFER_GROUPS)[OfferGroup][number];

const VEHICLES: readonly MeasureType[] = MEASURE_TYPES.filter((type) => type.startsWith('vehicles'));

/** A measure as it stands for one building in one package. */
export interface Offer {
  readonly type: OfferedType;
  readonly isChosen: boolean;
  readonly isInherited: boolean;
  /** Why it cannot be added as the package stands; null where it can, or is. */
  readonly refusal: string | null;
  readonly investment: Investment | NotKnown;
  readonly lifetimeYears: number | null;
  readonly disruption: Disruption | null;
  /** What it would put in, in the words of a size: peak watts of panels, joules of a battery. */
  readonly size: { readonly value: number; readonly unit: 'Wp' | 'J' | 'cars' } | null;
}

interface Place {
  /** Before any measure. */
  readonly base: District;
  readonly weather: WeatherYear;
  readonly scenario: Scenario | null;
  /** Folded with the package. */
  readonly standing: District;
}

/** Everything that can be done to a building, with what speaks against it as its package stands. */
export function offersOf(buildingId: string, place: Place): ReadonlyMap<OfferedType, Offer> {
  const { base, standing, weather } = place;
  const row = base.buildings.findIndex(({ id }) => id === buildingId);
  if (row < 0) return new Map();
  const areasOf = areasFor(base.buildings, base.archetypeRegion, weather);
  const types = Object.values(OFFER_GROUPS).flat();
  const lone: District = { ...standing, buildings: [standing.buildings[row]!] };
  const loneBase: District = { ...base, buildings: [base.buildings[row]!] };
  return new Map(
    types.map((type) => [type, offerOf(type, { ...place, buildingId, row, areasOf, lone, loneBase })]),
  );
}

interface OfferPlace extends Place {
  readonly buildingId: string;
  readonly row: number;
  readonly areasOf: AreasOf;
  /** The building alone, as the package leaves it, and before any measure. */
  readonly lone: District;
  readonly loneBase: District;
}

function offerOf(type: OfferedType, place: OfferPlace): Offer {
  const { scenario, row, areasOf, buildingId } = place;
  const definition = MEASURES[type];
  const chosen = scenario === null ? undefined : measureIn(scenario, type, buildingId);
  // A chosen one is priced at the building as it was before it, like `scenarioCosts` does.
  const found = chosen === undefined ? place.lone : beforeMeasure(type, place);
  const before = found.buildings[0]!;
  const parameters = chosen?.parameters ?? {};
  const after = applied(type, found, parameters, scenario?.seed ?? place.base.seed);
  const region = place.base.archetypeRegion;
  return {
    type,
    isChosen: chosen !== undefined,
    isInherited: chosen?.inheritedFrom !== undefined,
    refusal: chosen === undefined ? refusalAt(type, place, after === before) : null,
    ...(VEHICLES.includes(type)
      ? pricedPoints(before, after, scenario)
      : {
          investment: investmentOf(before, definition, { parameters }, region, areasOf(row, before, after)),
          lifetimeYears: definition.work?.lifetimeYears?.value ?? null,
        }),
    disruption: definition.work?.disruption ?? null,
    size: sizeOf(type, after),
  };
}

/** Charging points at the very price that the costs of the scenario and its report have. */
function pricedPoints(
  before: Building,
  after: Building,
  scenario: Scenario | null,
): Pick<Offer, 'investment' | 'lifetimeYears'> {
  const { factors } = scenario === null ? { factors: FACTORS } : basisOf(scenario);
  const { investment, lifetimeYears } = chargingPrice(before, after, factors);
  return { investment, lifetimeYears: lifetimeYears?.value ?? null };
}

function applied(
  type: MeasureType,
  lone: District,
  parameters: Readonly<Record<string, number>>,
  seed: number,
): Building {
  const measure = { id: type, type, adoption: 1, parameters };
  return applyAt(lone, measure, seed, null).buildings[0]!;
}

/** The building after all of its measures in the package that come before this one. */
function beforeMeasure(type: MeasureType, { scenario, loneBase, buildingId }: OfferPlace): District {
  let standing = loneBase;
  for (const measure of scenario?.measures ?? []) {
    if (!namesBuilding(measure, buildingId)) continue;
    if (measure.type === type) break;
    const building = applied(measure.type, standing, measure.parameters, scenario!.seed);
    standing = { ...standing, buildings: [building] };
  }
  return standing;
}

/** Why a measure cannot be added. What is there already, or has been chosen, is never counted twice. */
function refusalAt(
  type: MeasureType,
  { lone, base, scenario, buildingId }: OfferPlace,
  isWithout: boolean,
): string | null {
  const verdict = MEASURES[type].applicability?.(lone.buildings[0]!, base.archetypeRegion, {});
  if (verdict?.applicable === false) return verdict.reason;
  const other = VEHICLES.includes(type)
    ? scenario?.measures.find((one) => VEHICLES.includes(one.type) && namesBuilding(one, buildingId))
    : undefined;
  if (other !== undefined)
    return `The cars of this building are in the package already: ${MEASURES[other.type].label}.`;
  return isWithout ? 'It would change nothing at this building.' : null;
}

function sizeOf(type: OfferedType, after: Building): Offer['size'] {
  if (type === 'rooftopPhotovoltaics' && after.photovoltaics !== null)
    return { value: after.photovoltaics.peakW, unit: 'Wp' };
  if (type === 'homeBattery' && after.battery !== undefined)
    return { value: after.battery.capacityJ, unit: 'J' };
  if (VEHICLES.includes(type) && after.vehicles !== null)
    return { value: after.vehicles.count, unit: 'cars' };
  return null;
}
