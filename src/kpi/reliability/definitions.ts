import type { KpiDefinition } from '../definition';

const MANUAL = 'U4SSC KPIs Verification Manual 2022';
const common = {
  boundary:
    'All customers served, 12 months; sustained interruptions only (longer than 5 min; the limit is from memory, not checked)',
  direction: 'lower',
} as const;

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
  {
    ...common,
    id: 'majorEventThreshold',
    symbol: 'T_MED',
    unit: 'min',
    name: 'Threshold of a major event day',
    definition:
      'exp(alpha + 2.5 beta) with mean and sample standard deviation of ln(daily SAIDI), days without interruption dropped. A day above it is a major event day.',
    boundary: 'Daily SAIDI of five years; an interruption counts on the day it begins',
    source: 'IEEE 1366',
    evidence: 'fromMemory',
    direction: 'neither',
  },
];
