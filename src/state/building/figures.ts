import { basisOf, type Factors } from '../../kpi';
import { centsOf, type Bill } from '../../kpi/bills';
import type { Building } from '../../model/building';
import type { District } from '../../model/district';
import { END_USES, NET_SIGNS } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import type { BuildingLoads } from '../../sim/arrays/buildingLoads';
import { HEATING_SYSTEM_TABLE, type HeatingSystemRow } from '../../sim/devices/heatingSystems';
import {
  billsOf,
  contractedIn,
  contractsOf,
  meteredContracts,
  usualTariffs,
} from '../../study/money/contracts';
import { occupantsOf } from '../../study/money/occupants';
import { tariffBook } from '../../study/money';
import { netPowerOf } from '../../study/calibration';
import type { OwnYear } from './types';

/** Parts of what a year's energy costs, as bills list them; what panels earn is negative. */
export const BILL_LINES = ['connection', 'contracted', 'energy', 'peak', 'vat', 'feedIn', 'fuel'] as const;
export type BillPartId = (typeof BILL_LINES)[number];

/** One building's year in figures. ISO 52000-1 tells need, use, delivered and exported energy apart. */
export interface BuildingFigures {
  readonly heatNeedJ: number;
  /** With the temperatures of today. */
  readonly heatNeedAtTodaysTemperaturesJ: number;
  /** Electricity of all uses and fuel: what systems and devices take in. */
  readonly energyUseJ: number;
  readonly deliveredElectricityJ: number;
  readonly deliveredFuelJ: number;
  /** Hardly set back at night: its rooms are warmer. */
  readonly hasHeatPump: boolean;
  readonly exportedElectricityJ: number;
  /** EUR a year; NaN where the year cannot be billed. */
  readonly billEur: Readonly<Record<BillPartId, number>>;
  readonly totalBillEur: number;
  readonly carbonKg: number;
  /** Largest import. */
  readonly peakW: number;
  readonly peakStep: number;
  readonly underheatingKH: number;
  readonly overheatingKH: number;
}

export interface Standing {
  readonly scenario: Scenario;
  /** Folded: with the measures of the scenario. */
  readonly district: District;
  /** Its input says in which steps it is counted. */
  readonly year: OwnYear;
}

export const J_PER_KWH = 3.6e6;
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

export function buildingFigures(standing: Standing): BuildingFigures | null {
  const { scenario, district, year } = standing;
  const { loads, buildingId } = year;
  const building = district.buildings.find(({ id }) => id === buildingId);
  if (building === undefined) return null;
  const { stepS } = year.input;
  const netW = netPowerOf(loads);
  const endUseJ = annualEndUseJ(loads, stepS);
  const [importW, exportW] = [netW.map((w) => Math.max(0, w)), netW.map((w) => Math.max(0, -w))];
  const deliveredElectricityJ = sum(importW) * stepS;
  const deliveredFuelJ = sum(loads.fuelW) * stepS;
  const { carrier } = HEATING_SYSTEM_TABLE[building.heating];
  const { factors } = basisOf(scenario);
  const fuel = fuelFactors(carrier, factors);
  const billEur = {
    ...electricityBill(standing, building, netW, endUseJ),
    fuel: (deliveredFuelJ / J_PER_KWH) * fuel.priceEurPerKwh,
  };
  const peakStep = importW.reduce((best, power, step) => (power > importW[best]! ? step : best), 0);
  const used = END_USES.reduce(
    (total, use, row) => (use === 'photovoltaics' ? total : total + NET_SIGNS[row]! * endUseJ[row]!),
    0,
  );
  return {
    heatNeedJ: sum(loads.heatNeedW) * stepS,
    heatNeedAtTodaysTemperaturesJ: year.heatNeedAtTodaysTemperaturesJ,
    energyUseJ: used + deliveredFuelJ,
    deliveredElectricityJ,
    deliveredFuelJ,
    hasHeatPump: building.heating === 'airHeatPump' || building.heating === 'groundHeatPump',
    exportedElectricityJ: sum(exportW) * stepS,
    billEur,
    totalBillEur: BILL_LINES.reduce((total, part) => total + billEur[part], 0),
    carbonKg:
      (deliveredElectricityJ / J_PER_KWH) * factors.gridCarbonKgPerKwh.value +
      (deliveredFuelJ / J_PER_KWH) * fuel.carbonKgPerKwh,
    peakW: importW[peakStep]!,
    peakStep,
    underheatingKH: (sum(loads.underheatingK) * stepS) / 3600,
    overheatingKH: (sum(loads.overheatingK) * stepS) / 3600,
  };
}

function annualEndUseJ({ endUseW }: BuildingLoads, stepS: number): Float64Array {
  const steps = endUseW.length / END_USES.length;
  return Float64Array.from(
    END_USES,
    (_, row) => sum(endUseW.subarray(row * steps, (row + 1) * steps)) * stepS,
  );
}

function fuelFactors(carrier: HeatingSystemRow['carrier'], factors: Factors) {
  const of = {
    gas: [factors.gasPriceEurPerKwh, factors.gasCarbonKgPerKwh],
    oil: [factors.oilPriceEurPerKwh, factors.oilCarbonKgPerKwh],
    heat: [factors.districtHeatPriceEurPerKwh, factors.districtHeatCarbonKgPerKwh],
    electricity: null,
    none: null,
  }[carrier];
  return { priceEurPerKwh: of?.[0]?.value ?? 0, carbonKgPerKwh: of?.[1]?.value ?? 0 };
}

const UNBILLED = { connection: NaN, contracted: NaN, energy: NaN, peak: NaN, vat: NaN, feedIn: NaN };

/** The bills of all contracts behind the meter under the tariffs in force, as src/study/money counts them; EUR. */
function electricityBill(
  { scenario, district, year }: Standing,
  building: Building,
  netW: Float64Array,
  endUseJ: Float64Array,
): Omit<BuildingFigures['billEur'], 'fuel'> {
  const { stepS, weather } = year.input;
  const book = tariffBook(scenario, { stepS, startWeekday: weather.startWeekday });
  const usual = usualTariffs(scenario, district);
  if (!book.ok || !usual.ok) return UNBILLED;
  const occupants = occupantsOf(building, 0, { table: { buildingEndUseJ: endUseJ } }, district.seed);
  const metered = { building, netW, contractedW: contractedIn(district.network)(building) };
  const asked = contractsOf(building, occupants, usual.value);
  const contracts = meteredContracts(metered, occupants, asked, book.value);
  if (!contracts.ok) return UNBILLED;
  const bills = billsOf(contracts.value, book.value);
  if (!bills.ok) return UNBILLED;
  const eur = (centsIn: (bill: Bill) => number): number =>
    bills.value.reduce((total, { bill }) => total + centsIn(bill), 0) / 100;
  return {
    connection: eur((bill) => centsOf(bill, { part: 'connection' })),
    contracted: eur((bill) => centsOf(bill, { part: 'contracted' })),
    energy: eur((bill) => centsOf(bill, { part: 'energy' })),
    peak: eur((bill) => centsOf(bill, { part: 'peak' })),
    vat: eur(({ vatCents }) => vatCents),
    feedIn: -eur(({ feedInCents }) => feedInCents),
  };
}
