import type { KpiDefinition } from '../definition';

const common = {
  unit: 'EUR',
  boundary: 'Customers behind the meters of the district, one year, under the tariffs in force',
  source: 'Own definition; tariffs and prices are placeholders unless given',
  evidence: 'own',
  direction: 'lower',
} as const;

export const BILL_DEFINITIONS = {
  medianEnergyBill: {
    ...common,
    id: 'medianEnergyBill',
    symbol: 'B',
    name: 'Median energy bill of households',
    definition:
      'Electricity bill less what is paid for exports, and gas, oil and district heat, with taxes: median of the households. Without what measures cost.',
  },
  medianElectricityBill: {
    ...common,
    id: 'medianElectricityBill',
    symbol: 'B_e',
    name: 'Median electricity bill of households',
    definition:
      'Connection, contracted power, energy and monthly peak with taxes, less what is paid for exports: median of the households.',
  },
  allElectricityBills: {
    ...common,
    id: 'allElectricityBills',
    symbol: 'sum B_e',
    name: 'Electricity bills of all customers',
    definition:
      'Sum of all electricity bills: income of supplier, grid operator and state less what is paid for exports.',
    direction: 'neither',
  },
  unbilledEnergy: {
    ...common,
    id: 'unbilledEnergy',
    symbol: 'E_nb',
    unit: 'J',
    name: 'Energy not billed',
    definition:
      'sum u (1 - r) E_imp over the buildings: E_imp what a building takes from the grid in a year, u the share that nobody is billed for, r what an audit of the building recovers of it. Non-technical losses; u is the scenario’s assumption, 0 unless it makes one.',
    source: 'Own definition; the share is an assumption without a source',
  },
  unbilledEnergyShare: {
    ...common,
    id: 'unbilledEnergyShare',
    symbol: 'e_nb',
    unit: '%',
    name: 'Energy not billed, share',
    definition: 'Energy not billed over all that the buildings take from the grid, sum E_imp.',
    source: 'Own definition; the share is an assumption without a source',
  },
} as const satisfies Readonly<Record<string, KpiDefinition>>;
