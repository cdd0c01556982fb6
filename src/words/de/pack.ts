/** Everything German in one piece, which a page fetches when it speaks German. */
export { de } from '.';
export { ASSUMPTION_NAMES } from './assumptionNames';
export { issueText } from './issues';
export { INPUT_NAMES, INPUT_PATTERNS } from './inputs';
export { BOUNDARY_NAMES, KPI_GROUP_NAMES, KPI_NAMES, SOURCE_NAMES, SOURCE_PHRASES } from './kpis';
export { COST_BASIS_NAMES, COST_UNIT_NAMES, MEASURE_GROUP_NAMES, MEASURE_NAMES } from './measures';
export { OPTION_NAMES, OPTION_PATTERNS } from './options';
export { ATTRIBUTE_NAMES, KIND_NAMES, KIND_PLURALS, VALUE_NAMES } from './selectors';
