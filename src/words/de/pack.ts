/** Everything German in one piece, which a page fetches when it speaks German. */
export { de } from '.';
export { ASSUMPTION_NAMES } from './assumptionNames';
export { issueText, placeText, readingText } from './issues';
export { INPUT_NAMES, INPUT_PATTERNS } from './inputs';
export { BOUNDARY_NAMES, KPI_GROUP_NAMES, KPI_NAMES } from './kpis';
export { COST_BASIS_NAMES, COST_UNIT_NAMES, MEASURE_GROUP_NAMES, MEASURE_NAMES } from './measures';
export { OPTION_NAMES, OPTION_PATTERNS } from './options';
export { ATTRIBUTE_NAMES, KIND_NAMES, KIND_PLURALS, VALUE_NAMES } from './selectors';
export {
  CLASS_NAMES,
  REGION_NAMES,
  SOURCE_FRAMES,
  SOURCE_HEADS,
  SOURCE_NAMES,
  SOURCE_PHRASES,
} from './sources';
export { LANDMARK_NAMES } from './landmarks';
export { LAYER_NAMES } from './layers';
export { SIZING_RULE } from './sizingRule';
export { STORY_NAMES, STORY_TEXTS } from './stories';
export { U4SSC_NAMES, U4SSC_UNITS } from './u4ssc';
export { UNIT_NAMES } from './units';
