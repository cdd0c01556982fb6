export { stationChargingOf, type LimitedStation, type StationCar, type StationCharging } from './cars';
export {
  eachMoved,
  movedByBuilding,
  movedOfBuilding,
  type ChargingYear,
  type MovedCharging,
} from './chargingYear';
export { unservedChargingIssues } from './issues';
export { moveLoads, moveUses, type PhaseLoads } from './move';
export { StationPass } from './pass';
