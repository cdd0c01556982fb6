export {
  districtHosting,
  type DistrictHosting,
  type DistrictHostingSettings,
  type HostDraw,
  type PlaceHosting,
} from './districtHosting';
export { hostingKpis } from './hostingKpis';
export type { HostPlace } from './places';
