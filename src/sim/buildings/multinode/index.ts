export { type ConstantFilms, constantFilms } from './constantFilms';
export type { ZoneNetwork } from './network';
export { type NetworkColumn, networkColumns } from './networkColumns';
export { simulateBuildingModel, type ZoneModelOptions } from './simulate';
export type { BuildingModelYear, Extreme, ZoneBalanceYear, ZoneYear } from './year';
export { AIR_NODE, RADIANT_NODE, zoneNetwork } from './zoneNetwork';
