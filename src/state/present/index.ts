export { feedbackOf } from './feedback';
export type { FreeFrom } from './freeMode';
export { causeOf, isCauseTold, peakStep, type Cause } from './cause';
export { equityOf, stationRows, type Equity, type GroupRow, type StationRow } from './equity';
export { figuresBefore, figuresNow, figuresOfYear } from './figures';
export { Follower, snapshotOf, type Snapshot } from './follow';
export * from './figureText';
export { fullestStation, medianHouse } from './fullest';
export { isHidden } from './hidden';
export type { Invested } from './invested';
export { moneyNow } from './moneyStudy';
export { bringsCars, lacksPetrol } from './petrol';
export { PresentRunner, type PastSession } from './presentRunner';
export * from './presentState';
export { keptPresent, keptText } from './keep';
export { carriedAlong, isLoopback, linkOfWorkshop, type CarriedAlong } from './link';
export { recordBeside, recordHtml, roundsOf, type RecordBeside, type RecordContent } from './record';
export * from './prepare';
export { shippedSession } from './shipped';
export {
  causeTold,
  investedNow,
  moneyTold,
  percentOf,
  toldOf,
  type CauseTold,
  type MoneyTold,
  type Told,
} from './told';
export { verdictOf, yearBeforeOf, type Verdict } from './yearBefore';
