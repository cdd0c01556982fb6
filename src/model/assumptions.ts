/**
 * Figures that a scenario may assume otherwise than the program does: the registry of keys. Defaults and their sources stand
 * where they are used (src/kpi/factors.ts).
 */
export interface AssumptionDeclaration {
  readonly label: string;
  readonly unit: string;
  /** What may be entered; wide enough for any country and year, so that a slip of the unit is caught. */
  readonly min: number;
  readonly max: number;
}

const CARBON = { unit: 'kg CO2e/kWh', min: 0, max: 2 } as const;
const PRICE = { unit: 'EUR/kWh', min: 0, max: 3 } as const;
const PER_METRE = { unit: 'EUR/m', min: 0, max: 3000 } as const;
const EACH = { unit: 'EUR', min: 0, max: 1_000_000 } as const;
const YEARLY = { unit: 'EUR/a', min: 0, max: 10_000 } as const;
const SHARE = { unit: '1', min: 0, max: 1 } as const;
const RATE = { unit: '1', min: 0, max: 0.5 } as const;
const PER_KM = { unit: '1/(km a)', min: 0, max: 10 } as const;
const PER_PIECE = { unit: '1/a', min: 0, max: 1 } as const;
const HOURS = { unit: 'h', min: 0, max: 1000 } as const;
const SWITCHING = { unit: 'min', min: 0, max: 1440 } as const;
const PRIMARY = { unit: 'kWh/kWh', min: 0, max: 5 } as const;

export const ASSUMPTIONS = {
  gridCarbonKgPerKwh: { ...CARBON, label: 'Carbon of grid electricity' },
  gridCarbonDaySwing: { ...SHARE, label: 'Swing of grid carbon over the day' },
  gridCarbonSeasonSwing: { ...SHARE, label: 'Swing of grid carbon over the year' },
  marginalKgPerKwh: { ...CARBON, label: 'Marginal carbon of grid electricity' },
  gasCarbonKgPerKwh: { ...CARBON, label: 'Carbon of natural gas' },
  oilCarbonKgPerKwh: { ...CARBON, label: 'Carbon of heating oil' },
  districtHeatCarbonKgPerKwh: { ...CARBON, label: 'Carbon of district heat' },
  electricityPriceEurPerKwh: { ...PRICE, label: 'Price of electricity' },
  feedInPriceEurPerKwh: { ...PRICE, label: 'Price paid for exports' },
  gasPriceEurPerKwh: { ...PRICE, label: 'Price of natural gas' },
  oilPriceEurPerKwh: { ...PRICE, label: 'Price of heating oil' },
  districtHeatPriceEurPerKwh: { ...PRICE, label: 'Price of district heat' },
  electricityPrimary: { ...PRIMARY, label: 'Primary factor of grid electricity' },
  gasPrimary: { ...PRIMARY, label: 'Primary factor of natural gas' },
  oilPrimary: { ...PRIMARY, label: 'Primary factor of heating oil' },
  districtHeatPrimary: { ...PRIMARY, label: 'Primary factor of district heat' },
  lvCableEurPerM: { ...PER_METRE, label: 'LV cable, without trench' },
  lvTrenchEurPerM: { ...PER_METRE, label: 'Trench for LV cables' },
  mvCableEurPerM: { ...PER_METRE, label: 'MV cable, without trench' },
  mvTrenchEurPerM: { ...PER_METRE, label: 'Trench for MV cables' },
  transformerListShare: { unit: '1', min: 0, max: 20, label: 'Price of transformers per list price' },
  substationEur: { ...EACH, label: 'Housing and switchgear of a substation' },
  remoteDriveEur: { ...EACH, label: 'Remote control of the switches of a line' },
  stationTelemetryEur: { ...EACH, label: 'Telemetry of a station' },
  onLoadTapChangerEur: { ...EACH, label: 'On-load tap changer, with the exchange of its transformer' },
  lineRegulatorEur: { ...EACH, label: 'Line regulator' },
  fieldVisitEur: { ...EACH, label: 'Switching, joint or tap by hand' },
  overheadLineEurPerM: { ...PER_METRE, label: 'Overhead line, with its poles' },
  feederBatteryEurPerKwh: { unit: 'EUR/kWh', min: 0, max: 5000, label: 'Cells of a feeder battery' },
  feederBatteryEurPerKw: { unit: 'EUR/kW', min: 0, max: 5000, label: 'Inverter of a feeder battery' },
  chargerEur: { ...EACH, label: 'Charging point at home' },
  bidirectionalChargerEur: { ...EACH, label: 'Charging point at home that takes power back' },
  chargerRunningShare: { ...SHARE, label: 'Running cost of charging points per investment and year' },
  chargingControlEurPerYear: { ...YEARLY, label: 'Control of the charging of a building' },
  heatPumpControlEurPerYear: { ...YEARLY, label: 'Control of the heat pump of a building' },
  tariffServiceEurPerYear: { ...YEARLY, label: 'Serving a household under a tariff that tells hours apart' },
  deviceRunningShare: { ...SHARE, label: 'Running cost of devices in buildings per investment and year' },
  meteringRunningShare: {
    ...SHARE,
    label: 'Running cost of meters and remote switches of homes per investment and year',
  },
  chargerLifetimeYears: { unit: 'a', min: 1, max: 100, label: 'Life of a charging point' },
  automationLifetimeYears: { unit: 'a', min: 1, max: 100, label: 'Life of remote control and telemetry' },
  networkLifetimeYears: { unit: 'a', min: 1, max: 100, label: 'Life of lines and transformers' },
  networkRunningShare: { ...SHARE, label: 'Running cost of lines and transformers per investment and year' },
  interestRate: { unit: '1', min: 0, max: 0.5, label: 'Interest of annuities' },
  discountRateLow: { ...RATE, label: 'Discount rate, the lowest of three' },
  discountRateMiddle: { ...RATE, label: 'Discount rate, the middle of three' },
  discountRateHigh: { ...RATE, label: 'Discount rate, the highest of three' },
  horizonYears: { unit: 'a', min: 1, max: 100, label: 'Years over which present values are counted' },
  grantShareSystems: { ...SHARE, label: 'Grant for heating and cooling' },
  grantShareElectricity: { ...SHARE, label: 'Grant for panels, cars and batteries' },
  grantShareEnvelope: { ...SHARE, label: 'Grant for the envelope' },
  grantShareOperation: { ...SHARE, label: 'Grant for ventilation, control and lighting' },
  grantShareNetwork: { ...SHARE, label: 'Grant for the network' },
  wholesaleEurPerKwh: { ...PRICE, label: 'Electricity bought in, without taxes and grid' },
  fuelVatShare: { ...SHARE, label: 'Value-added tax in the prices of gas, oil and district heat' },
  fuelLeviesEurPerKwh: { ...PRICE, label: 'Levies in the prices of gas, oil and district heat' },
  medianIncomeEurPerYear: { ...EACH, label: 'Median disposable income per equivalent person' },
  incomeGini: { unit: '1', min: 0, max: 0.95, label: 'Gini coefficient of incomes' },
  vulnerableShare: { ...SHARE, label: 'Households that depend on electricity or warmth more than others' },
  unbilledShare: { ...SHARE, label: 'Electricity that customers take and nobody is billed for' },
  rentPassedOnShare: { ...SHARE, label: 'Of the yearly cost of measures, passed on to tenants as rent' },
  mvCableFailuresPerKmYear: { ...PER_KM, label: 'Failures of MV cables' },
  mvOverheadFailuresPerKmYear: { ...PER_KM, label: 'Failures of MV overhead lines' },
  lvCableFailuresPerKmYear: { ...PER_KM, label: 'Failures of LV cables' },
  lvOverheadFailuresPerKmYear: { ...PER_KM, label: 'Failures of LV overhead lines' },
  transformerFailuresPerYear: { ...PER_PIECE, label: 'Failures of a transformer' },
  switchFailuresPerYear: { ...PER_PIECE, label: 'Failures of the switches of a line' },
  mvCableRepairH: { ...HOURS, label: 'Repair of an MV cable' },
  mvOverheadRepairH: { ...HOURS, label: 'Repair of an MV overhead line' },
  lvCableRepairH: { ...HOURS, label: 'Repair of an LV cable' },
  lvOverheadRepairH: { ...HOURS, label: 'Repair of an LV overhead line' },
  transformerRepairH: { ...HOURS, label: 'Replacement of a failed transformer' },
  switchRepairH: { ...HOURS, label: 'Repair of switchgear' },
  manualSwitchingMin: { ...SWITCHING, label: 'Switching by hand, from the fault to supply' },
  remoteSwitchingMin: { ...SWITCHING, label: 'Switching from the control room, from the fault to supply' },
} as const satisfies Readonly<Record<string, AssumptionDeclaration>>;
export type AssumptionKey = keyof typeof ASSUMPTIONS;

/** A figure the scenario assumes in the place of the program's. */
export interface AssumptionOverride {
  readonly key: AssumptionKey;
  readonly value: number;
  /** The unit of the registry, said again so that nobody has to guess. */
  readonly unit: string;
  readonly source: string;
  /** Year, month or day the figure stands for: `2025`, `2025-01`, `2025-01-31`. */
  readonly date: string;
}
