import type { AssumptionKey } from '../model/assumptions';
import type { Factor } from './factors';

const EDISGO = 'eDisGo 06804bf5, config_grid_expansion_default.cfg';
const EARTHWORK = `${EDISGO}: cable with earthwork, urban (dena-Verteilnetzstudie), less the cable`;
const PER_CABLE = `${EDISGO}: cable without earthwork (Bundesnetzagentur, Analytische Kostenmodelle)`;
const BATTERY = 'PyPSA technology-data 000fdb72, costs_2025.csv (Danish Energy Agency, energy storage)';
const PLACEHOLDER = 'placeholder without a source: unknown_untraceable';
const OLD_PYPSA =
  'PyPSA technology-data 000fdb72, costs_2025.csv, electricity distribution grid, whose own source is open: unknown_untraceable';
const NO_GRANT = 'none assumed; the share is for whoever decides: unknown_untraceable';

const noGrant: Factor = { value: 0, unit: '1', source: NO_GRANT };

/** What the network and charging cost, how long it lasts, interest and grants: defaults that a scenario may replace. */
export const COST_FACTORS = {
  lvCableEurPerM: { value: 9, unit: 'EUR/m', source: PER_CABLE },
  lvTrenchEurPerM: { value: 91, unit: 'EUR/m', source: EARTHWORK },
  mvCableEurPerM: { value: 20, unit: 'EUR/m', source: PER_CABLE },
  mvTrenchEurPerM: { value: 120, unit: 'EUR/m', source: EARTHWORK },
  transformerListShare: {
    value: 1,
    unit: '1',
    source: 'pylovo: 2,000 to 12,000 EUR for 100 to 630 kVA',
  },
  substationEur: { value: 25_000, unit: 'EUR', source: PLACEHOLDER },
  remoteDriveEur: { value: 5000, unit: 'EUR', source: PLACEHOLDER },
  stationTelemetryEur: { value: 2500, unit: 'EUR', source: PLACEHOLDER },
  onLoadTapChangerEur: { value: 20_000, unit: 'EUR', source: PLACEHOLDER },
  lineRegulatorEur: { value: 25_000, unit: 'EUR', source: PLACEHOLDER },
  fieldVisitEur: { value: 300, unit: 'EUR', source: PLACEHOLDER },
  overheadLineEurPerM: { value: 40, unit: 'EUR/m', source: PLACEHOLDER },
  feederBatteryEurPerKwh: { value: 197.8874, unit: 'EUR/kWh', source: BATTERY },
  feederBatteryEurPerKw: { value: 227.5176, unit: 'EUR/kW', source: BATTERY },
  chargerEur: { value: 1000, unit: 'EUR', source: PLACEHOLDER },
  bidirectionalChargerEur: { value: 4000, unit: 'EUR', source: PLACEHOLDER },
  chargerRunningShare: { value: 0.01, unit: '1', source: PLACEHOLDER },
  chargingControlEurPerYear: { value: 60, unit: 'EUR/a', source: PLACEHOLDER },
  heatPumpControlEurPerYear: { value: 50, unit: 'EUR/a', source: PLACEHOLDER },
  tariffServiceEurPerYear: { value: 12, unit: 'EUR/a', source: PLACEHOLDER },
  deviceRunningShare: { value: 0.015, unit: '1', source: PLACEHOLDER },
  meteringRunningShare: { value: 0.05, unit: '1', source: PLACEHOLDER },
  chargerLifetimeYears: { value: 15, unit: 'a', source: PLACEHOLDER },
  automationLifetimeYears: { value: 15, unit: 'a', source: PLACEHOLDER },
  networkLifetimeYears: { value: 40, unit: 'a', source: OLD_PYPSA },
  networkRunningShare: { value: 0.02, unit: '1', source: OLD_PYPSA },
  interestRate: { value: 0.03, unit: '1', source: PLACEHOLDER },
  grantShareSystems: noGrant,
  grantShareElectricity: noGrant,
  grantShareEnvelope: noGrant,
  grantShareOperation: noGrant,
  grantShareNetwork: noGrant,
} as const satisfies Readonly<Partial<Record<AssumptionKey, Factor>>>;
