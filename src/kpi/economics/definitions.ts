import type { KpiDefinition } from '../definition';

const TEXTBOOK = 'Textbook of engineering economics';
const common = { source: TEXTBOOK, evidence: 'fromMemory' } as const;

export const ECONOMICS_DEFINITIONS: readonly KpiDefinition[] = [
  {
    ...common,
    id: 'capitalRecoveryFactor',
    symbol: 'CRF',
    unit: '1/yr',
    name: 'Capital recovery factor',
    definition: 'i (1 + i)^n/((1 + i)^n - 1) at interest i over n years; 1/n without interest.',
    boundary: 'One investment today, equal payments at the ends of n years',
    direction: 'neither',
  },
  {
    ...common,
    id: 'annuity',
    symbol: 'a',
    unit: 'EUR/yr',
    name: 'Annuity',
    definition: 'Investment times capital recovery factor.',
    boundary: 'One investment, without running cost',
    direction: 'lower',
  },
  {
    ...common,
    id: 'netPresentValue',
    symbol: 'NPV',
    unit: 'EUR',
    name: 'Net present value',
    definition: 'sum (B_t - C_t) d(t), year 0 undiscounted; shown at several discount rates side by side.',
    boundary:
      'Benefits and costs named beside it, of the years named beside it, with replacements and residual value',
    direction: 'higher',
  },
  {
    ...common,
    id: 'levelisedCostOfEnergy',
    symbol: 'LCOE',
    unit: 'EUR/kWh',
    name: 'Levelised cost of energy',
    definition: '(investment CRF + yearly cost)/yearly energy, or PV(cost)/PV(energy) where years differ.',
    boundary: 'One plant over its life, before tax and grants',
    direction: 'lower',
  },
  {
    ...common,
    id: 'costOfAvoidedCarbon',
    symbol: 'LCAC',
    unit: 'EUR/t CO2e',
    name: 'Levelised cost of avoided carbon',
    definition:
      '(PV cost of the scenario - PV cost of the base)/(tonnes of the base - tonnes of the scenario). It says whether tonnes are discounted; undefined where nothing is avoided; negative values are no ranking.',
    boundary: 'Scenario against its baseline, over the years named beside it',
    direction: 'neither',
  },
];
