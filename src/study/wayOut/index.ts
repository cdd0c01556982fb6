export { candidatesFor } from './candidates';
export { violationPath, type ViolationPath } from './path';
export { withOptions } from './pricing';
export {
  FAMILIES,
  MV_SITE,
  type Family,
  type LeftOut,
  type PricedOption,
  type SiteViolation,
  type WayOut,
  type WayOutCost,
  type WayOutOption,
  type WayOutProgress,
  type WayOutSoFar,
  type WayOutSet,
} from './types';
export { bySite, firstYearOf, isWayOut, violationKey, violationsOf } from './violations';
export type { WayOutRequest, WayOutTools } from './request';
export { wayOut } from './wayOut';
