export { VOLTAGE_DEVIATION_PU, type HostingCriteria } from './criteria';
export {
  districtHosting,
  hosting,
  hostingYearOf,
  type DistrictHosting,
  type DistrictHostingSettings,
  type FoundPlace,
  type HostDraw,
  type HostingStep,
  type HostingYear,
  type PlaceHosting,
} from './districtHosting';
export { comparedHostingKpis, criteriaText, hostingKpis, isHostingKpi } from './hostingKpis';
export {
  DEFAULT_DRAWS,
  DEFAULT_MAX_W,
  hostingSettings,
  mostFrequent,
  type HostingQuestion,
} from './question';
export type { HostPlace } from './places';
