import { basisOf, districtKpis, type KpiBasis } from '../../kpi';
import type { SourcedNumber } from '../../kpi/u4ssc';
import { footprintAreaM2 } from '../../geometry';
import { worstQuality } from '../../model/archetypes';
import { isHome, type Building, type BuildingUse, type QualityClass } from '../../model/building';
import { END_USES, isGeneration, type EndUse } from '../../model/run';
import { conditionedFloorM2 } from '../../sim/buildings/envelope';
import { householdOf } from '../../sim/devices/household';
import { factorQuality } from '../../kpi/factorQuality';
import { demandResponseOf } from '../money';
import { supplyInputs, type ReliabilityStudy } from '../reliability';
import type { ScenarioYear } from '../scenarioYear';

/** What a run cannot know: whoever knows it gives it with its class. */
export interface GivenInputs {
  /** Of passenger vehicles registered in the district. */
  readonly vehicles?: SourcedNumber;
  /** Of public buildings. */
  readonly certifiedFloorAreaM2?: SourcedNumber;
  readonly managedFloorAreaM2?: SourcedNumber;
  /** Renewable share of what the district takes from the grid, 0 to 1. */
  readonly gridRenewableShare?: SourcedNumber;
  readonly publishedSets?: SourcedNumber;
  readonly inventoriedSets?: SourcedNumber;
}

export type IndicatorInputs = Readonly<Record<string, SourcedNumber | undefined>>;

const PUBLIC: readonly BuildingUse[] = ['school', 'hospital', 'publicHall'];
const MODELLED: QualityClass = 'estimation_assumptions';

const modelled = (value: number): SourcedNumber => ({ value, quality: MODELLED });
const sumOver = <Row>(rows: readonly Row[], of: (row: Row, at: number) => number): number =>
  rows.reduce((total, row, at) => total + of(row, at), 0);

/** Persons of all households as the run draws them. */
export function inhabitantsOf({ buildings, seed }: ScenarioYear['district']): number {
  return sumOver(buildings, ({ id, use, households }) =>
    sumOver(Array.from({ length: Math.max(0, households) }), (_, i) => householdOf(seed, id, i, use).persons),
  );
}

/** Inputs of every indicator that has some, by its id; what is absent is not reported. */
export function indicatorInputs(
  year: ScenarioYear,
  given: GivenInputs = {},
  reliability?: ReliabilityStudy,
): ReadonlyMap<string, IndicatorInputs> {
  const { district, scenario } = year;
  const basis = basisOf(scenario);
  const supply = supplyInputs(district, basis, reliability);
  return new Map<string, IndicatorInputs>([
    ['EC: ICT: ES: 1C', supply],
    ['EC: ICT: ES: 2A', supply],
    ['EC: ICT: ES: 3A', responseInputs(district)],
    ['EC: I: ES: 1C', supply],
    ['EC: I: ES: 2C', supply],
    ['EC: I: ES: 3C', accessInputs(district.buildings)],
    ['EC: I: T: 8A', { lowCarbonVehicles: modelled(sumOver(district.buildings, ({ vehicles }) => vehicles?.count ?? 0)), vehicles: given.vehicles }], // prettier-ignore
    ...energyInputs(year, basis, given),
    ...publicInputs(year, given),
    [
      'EC: ICT: PS: 1A, share',
      { publishedSets: given.publishedSets, inventoriedSets: given.inventoriedSets },
    ],
    ['EC: ICT: PS: 1A, number', { publishedSets: given.publishedSets }],
  ]);
}

function responseInputs(district: ScenarioYear['district']): IndicatorInputs {
  const { controllableCustomers, customers } = demandResponseOf(district);
  return { controllableCustomers: modelled(controllableCustomers), customers: modelled(customers) };
}

function accessInputs(buildings: readonly Building[]): IndicatorInputs {
  const connected = buildings.filter(({ connection }) => connection !== null);
  return {
    authorisedHouseholds: modelled(sumOver(connected, ({ households }) => households)),
    households: modelled(sumOver(buildings, ({ households }) => households)),
  };
}

/** Electric energy that a building's end uses take in, J; `uses` some of them. */
function electricJ({ result }: ScenarioYear, row: number, uses: readonly EndUse[]): number {
  const { buildingEndUseJ } = result.table;
  return sumOver(uses, (use) => buildingEndUseJ[row * END_USES.length + END_USES.indexOf(use)]!);
}

const DRAWN = END_USES.filter((use) => !isGeneration(use));

function energyInputs(
  year: ScenarioYear,
  basis: KpiBasis,
  { gridRenewableShare }: GivenInputs,
): [string, IndicatorInputs][] {
  const { district, result } = year;
  const kpis = new Map(districtKpis(result, basis).map(({ id, value }) => [id, value]));
  const valueOf = (id: string): number => kpis.get(id) ?? Number.NaN;
  const inhabitants = modelled(inhabitantsOf(district));
  const carbonClass = worstQuality([
    MODELLED,
    ...(
      ['gridCarbonKgPerKwh', 'gasCarbonKgPerKwh', 'oilCarbonKgPerKwh', 'districtHeatCarbonKgPerKwh'] as const
    ).map((key) => factorQuality(basis.factors[key])),
  ]);
  const thermalJ = sumOver(district.buildings, ({ use }, row) =>
    isHome(use) ? result.table.buildingFuelJ[row]! + electricJ(year, row, ['spaceHeating', 'hotWater']) : 0,
  );
  const ownJ = valueOf('generation') - valueOf('gridExport');
  const energyJ = valueOf('electricityUse') + valueOf('fuel');
  return [
    ['EN: EN: AQ: 2C', { emissionKg: { value: valueOf('carbon'), quality: carbonClass }, inhabitants }],
    [
      'EN: E: E: 1C',
      {
        energyJ: modelled(energyJ),
        // What the grid brings is of unknown origin until somebody says: own panels alone would read far too low.
        renewableJ:
          gridRenewableShare === undefined
            ? undefined
            : {
                value: ownJ + gridRenewableShare.value * (valueOf('electricityUse') - ownJ),
                quality: worstQuality([MODELLED, gridRenewableShare.quality]),
              },
      },
    ],
    ['EN: E: E: 2C', { electricityJ: modelled(valueOf('electricityUse')), inhabitants }],
    ['EN: E: E: 3C', { thermalJ: modelled(thermalJ), inhabitants }],
    ['finalEnergyPerInhabitant', { energyJ: modelled(energyJ), inhabitants }],
  ];
}

function publicInputs(year: ScenarioYear, given: GivenInputs): [string, IndicatorInputs][] {
  const { buildings } = year.district;
  const isPublic = ({ use }: Building): boolean => PUBLIC.includes(use);
  const floorAreaM2 = modelled(
    sumOver(buildings, (building) =>
      isPublic(building) ? conditionedFloorM2(footprintAreaM2(building.footprint), building.levels) : 0,
    ),
  );
  const energyJ = modelled(
    sumOver(buildings, (building, row) =>
      isPublic(building) ? electricJ(year, row, DRAWN) + year.result.table.buildingFuelJ[row]! : 0,
    ),
  );
  return [
    ['EC: I: B: 1A', { certifiedFloorAreaM2: given.certifiedFloorAreaM2, floorAreaM2 }],
    ['EC: I: B: 2A', { managedFloorAreaM2: given.managedFloorAreaM2, floorAreaM2 }],
    ['EN: E: E: 4A', { energyJ, floorAreaM2 }],
  ];
}
