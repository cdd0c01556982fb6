export {
  METER_DIRECTIONS,
  METER_LAYOUTS,
  METER_QUANTITIES,
  METER_UNITS,
  PERIOD_ENDS,
  SEPARATORS,
  DATE_ORDERS,
  type Basis,
  type ChannelDetection,
  type Detected,
  type MeterChoices,
  type MeterDetection,
  type MeterDirection,
  type MeterLayout,
  type MeterQuantity,
  type MeterUnit,
  type PeriodEnd,
  type StampAt,
} from './detection';
export { billedYears, billTotal, type BilledYear } from './bills/billTotals';
export { alignByCalendar } from './alignCalendar';
export { connectionLimitW, suspectReadings, withoutSuspects, type SuspectReading } from './suspects';
export { hasNumberedHours, readNumberedHours } from './numberedHours';
export { readMeterCsv } from './readMeterCsv';
export { readGreenButton } from './greenButton/readGreenButton';
export { detectionEntries, entryLabel, valueText } from './reportDetection';
export {
  hourlyPower,
  monthsOfHours,
  totalOf,
  yearTotals,
  type HourlyPower,
  type MeterTotal,
  type YearTotal,
} from './totals';
export { writeHourlyCsv } from './writeHourly';
export { fixedClock, localText, zoneClock, type ZoneClock } from './zone';
export type {
  BilledChannel,
  BillPeriod,
  MeterBills,
  MeterChannel,
  MeterOutcome,
  MeterReading,
  MeterSeries,
  PlacedReading,
} from './meterSeries';
