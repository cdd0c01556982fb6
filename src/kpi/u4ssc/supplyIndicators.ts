import { indicator, percentOf } from './indicator';

const MANUAL = 'U4SSC KPIs Verification Manual 2022';
const CODE_LIST = 'U4SSC KPI set; code and name as public KPI programs list them';
const YEAR = 'Everything connected to the grid of the district, 12 months';

/** Electricity supply: ICT (EC: ICT: ES) and infrastructure (EC: I: ES). */
export const SUPPLY_INDICATORS = [
  indicator({
    code: 'EC: ICT: ES: 1C',
    name: 'Smart Electricity Meters',
    unit: '%',
    definition: '100 times smart electricity meters installed over all electricity meters.',
    boundary: 'All electricity meters of the district',
    source: `${MANUAL}, p. 44`,
    evidence: 'seen',
    direction: 'higher',
    inputs: { smartMeters: 'smart electricity meters installed', meters: 'all electricity meters' },
    formula: ({ smartMeters, meters }) => percentOf(smartMeters, meters),
    isShare: true,
  }),
  indicator({
    code: 'EC: ICT: ES: 2A',
    name: 'Electricity Supply ICT Monitoring',
    unit: '%',
    definition:
      '100 times length of the electricity supply system monitored by ICT (SCADA or similar) over its whole length. The numerator is a length in the source; the rest of its formula is cut off there.',
    boundary: 'All lines of the district',
    source: `${MANUAL}, p. 45`,
    evidence: 'seen',
    direction: 'higher',
    inputs: { monitoredLengthM: 'length of lines with telemetry', lengthM: 'length of all lines' },
    formula: ({ monitoredLengthM, lengthM }) => percentOf(monitoredLengthM, lengthM),
    isShare: true,
  }),
  indicator({
    code: 'EC: ICT: ES: 3A',
    name: 'Demand Response Penetration',
    unit: '%',
    definition:
      '100 times electricity customers with demand-response capabilities over all electricity customers; here those who are enrolled and controllable.',
    boundary: 'All electricity customers of the district',
    source: CODE_LIST,
    evidence: 'thirdParty',
    direction: 'higher',
    inputs: {
      controllableCustomers: 'customers enrolled and controllable',
      customers: 'all electricity customers',
    },
    formula: ({ controllableCustomers, customers }) => percentOf(controllableCustomers, customers),
    isShare: true,
  }),
  indicator({
    code: 'EC: I: ES: 1C',
    name: 'Electricity System Outage Frequency',
    unit: 'number/yr',
    definition: 'SAIFI: customer interruptions of 12 months over customers served (IEEE 1366).',
    boundary: YEAR,
    source: `${MANUAL}, p. 75`,
    evidence: 'seen',
    direction: 'lower',
    inputs: {
      customerInterruptions: 'sum of customer interruptions of 12 months',
      customersServed: 'customers served',
    },
    formula: ({ customerInterruptions, customersServed }) =>
      customersServed === 0 ? Number.NaN : customerInterruptions / customersServed,
  }),
  indicator({
    code: 'EC: I: ES: 2C',
    name: 'Electricity System Outage Time',
    unit: 'min',
    definition:
      'CAIDI, not SAIDI: customer minutes of interruption over customer interruptions, the average length of an interruption. Without an interruption it has no value.',
    boundary: YEAR,
    source: `${MANUAL}, p. 76`,
    evidence: 'seen',
    direction: 'lower',
    inputs: {
      customerMin: 'sum of customer minutes of interruption of 12 months',
      customerInterruptions: 'sum of customer interruptions of 12 months',
    },
    formula: ({ customerMin, customerInterruptions }) =>
      customerInterruptions === 0 ? Number.NaN : customerMin / customerInterruptions,
  }),
  indicator({
    code: 'EC: I: ES: 3C',
    name: 'Access to Electricity',
    unit: '%',
    definition:
      '100 times households with an authorised connection over all households (SDG 7.1.1). Households, not inhabitants.',
    boundary: 'All households of the district',
    source: `${MANUAL}, p. 77`,
    evidence: 'seen',
    direction: 'higher',
    inputs: {
      authorisedHouseholds: 'households with an authorised connection',
      households: 'all households',
    },
    formula: ({ authorisedHouseholds, households }) => percentOf(authorisedHouseholds, households),
    isShare: true,
    recheck: {
      when: (value) => value < 90,
      because: 'Less than 90 % is unusual: are these households, and not inhabitants?',
    },
  }),
];
