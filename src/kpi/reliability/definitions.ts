import type { KpiDefinition } from '../definition';

const MANUAL = 'U4SSC KPIs Verification Manual 2022';
const common = {
  boundary:
    'All customers served, 12 months; sustained interruptions only (longer than 5 min; the limit is from memory, not checked)',
  direction: 'lower',
} as const;

/** Named by whoever computes them from failure rates and topology. */
export const ENERGY_NOT_SUPPLIED: KpiDefinition = {
  id: 'energyNotSupplied',
  symbol: 'ENS',
  unit: 'MWh/yr',
  name: 'Energy not supplied',
  definition:
    'sum lambda r P: failures a year times duration times mean power of those interrupted, momentary interruptions included.',
  boundary: 'All customers served, 12 months',
  source: 'usual definition',
  evidence: 'fromMemory',
  direction: 'lower',
};

export const VULNERABLE_HOURS: KpiDefinition = {
  id: 'vulnerableHoursWithoutSupply',
  symbol: 't_out,vul',
  unit: 'h/yr',
  name: 'Hours without supply of a vulnerable home',
  definition:
    'Expected hours without supply a year, mean of the households that are marked vulnerable (illness, age, infants: drawn by an assumed share unless known).',
  boundary: 'Vulnerable households with a connection, 12 months',
  source: 'Social proxy of this project',
  evidence: 'own',
  direction: 'lower',
};

export const LOWEST_THIRD_HOURS: KpiDefinition = {
  id: 'lowestThirdHoursWithoutSupply',
  symbol: 't_out,low',
  unit: 'h/yr',
  name: 'Hours without supply of a home of the lowest income third',
  definition:
    'Expected hours without supply a year, mean of the third of households with the lowest income per equivalent person (synthetic incomes unless known).',
  boundary: 'Households of the lowest third with a connection, 12 months',
  source: 'Social proxy of this project',
  evidence: 'own',
  direction: 'lower',
};

/** Of years of chance, not of the expected one: an expected year has no days. */
export const MAJOR_EVENT_DEFINITIONS: readonly KpiDefinition[] = [
  {
    ...common,
    id: 'majorEventThreshold',
    symbol: 'T_MED',
    unit: 'min',
    name: 'Threshold of major event days',
    definition:
      'exp(alpha + 2.5 beta): alpha and beta are mean and standard deviation of ln(SAIDI of a day) over the five years before, days without any left out. A day above it is a major event day.',
    boundary: 'All customers served, days of the five years before',
    source: 'IEEE 1366-2012, annex B.2',
    evidence: 'seen',
  },
  {
    ...common,
    id: 'saidiWithoutMajorEvents',
    symbol: 'SAIDI_-MED',
    unit: 'min/yr',
    name: 'SAIDI without major event days',
    definition: 'SAIDI of the days at most at T_MED; an interruption counts on the day on which it begins.',
    source: 'IEEE 1366-2012, annex B.2',
    evidence: 'seen',
  },
];

export const RELIABILITY_DEFINITIONS: readonly KpiDefinition[] = [
  {
    ...common,
    id: 'saifi',
    symbol: 'SAIFI',
    unit: '1/yr',
    name: 'System average interruption frequency',
    definition: 'sum N_i/N_T: customer interruptions over customers served.',
    source: `IEEE 1366, as in ${MANUAL}, p. 75`,
    evidence: 'seen',
  },
  {
    ...common,
    id: 'saidi',
    symbol: 'SAIDI',
    unit: 'min/yr',
    name: 'System average interruption duration',
    definition: 'sum r_i N_i/N_T: customer minutes of interruption over customers served.',
    source: 'IEEE 1366',
    evidence: 'fromMemory',
  },
  {
    ...common,
    id: 'caidi',
    symbol: 'CAIDI',
    unit: 'min',
    name: 'Customer average interruption duration',
    definition: 'SAIDI/SAIFI: the average length of an interruption; no value without any.',
    source: `IEEE 1366, as in ${MANUAL}, p. 76`,
    evidence: 'seen',
  },
  {
    ...common,
    id: 'asai',
    symbol: 'ASAI',
    unit: '1',
    name: 'Average service availability',
    definition: '1 - SAIDI/525 600 min: share of the year with supply.',
    source: 'IEEE 1366',
    evidence: 'fromMemory',
    direction: 'higher',
  },
  {
    ...common,
    id: 'maifi',
    symbol: 'MAIFI',
    unit: '1/yr',
    name: 'Momentary average interruption frequency',
    definition: 'Momentary customer interruptions over customers served.',
    boundary: 'All customers served, 12 months; interruptions of at most 5 min',
    source: 'IEEE 1366',
    evidence: 'fromMemory',
  },
  ENERGY_NOT_SUPPLIED,
  VULNERABLE_HOURS,
  LOWEST_THIRD_HOURS,
];
