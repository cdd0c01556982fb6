export type { BusDemand } from './customers';
export { digitalCoverage, type DigitalCoverage } from './digital';
export { DRAWN_INDICES, drawnYears, type DrawnIndex, type Spread } from './drawnYears';
export type { FaultKind, FaultPlace } from './faults';
export { majorEvents, type MajorEvents } from './majorEvents';
export { RESTORED_BY, type Outage, type OutageGroup, type RestoredBy } from './outages';
export {
  RELIABILITY_IN_YEAR,
  reliabilityKpis,
  reliabilityQuality,
  SUPPLY_CODES,
  supplyInputs,
  supplyReadings,
} from './reliabilityKpis';
export { reliabilityStudy, type BusReliability, type ReliabilityStudy, type YearIndices } from './study';
export { hoursOfHomes, type HouseholdHours, type HoursOfHomes } from './vulnerable';
