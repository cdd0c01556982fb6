/** Variables that can be painted, and their classes, the lowest first. */
export const display = {
  titles: {
    loading: 'Loading',
    voltage: 'Voltage',
    demandIntensity: 'Electricity demand',
    netExchange: 'Exchange with the grid',
    annualIntensity: 'Electricity in a year',
    difference: 'Difference to the baseline',
    carbon: 'Carbon intensity',
    evidence: 'Where the data comes from',
  },
  classes: {
    loading: 'light|normal|close to its limit|overloaded|severely overloaded',
    voltage: 'too low|low|near nominal|high|too high',
    demandIntensity: 'very low|low|medium|raised|high|very high',
    netExchange: 'exports much|exports|about balanced|imports|imports much',
    annualIntensity: 'very low|low|medium|raised|high|very high',
    difference: 'much less|less|no material change|more|much more',
    carbon: 'very low|low|medium|high|very high',
    evidence: 'given|derived|assumed',
  },
  limits: {
    loading: 'share of the rated power or current; 120 % is a usual short-time limit',
    voltage: 'EN 50160: 0.90 to 1.10 of nominal',
    fixed: 'fixed limits, the same for every district and scenario',
    evidence: 'import report: 0 given, 1 derived, 2 assumed',
  },
} as const;
