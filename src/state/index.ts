export * from './actions';
export * from './appState';
export * from './document';
export * from './hooks';
export { standingPreview, type ScenarioPreview } from './previews';
export type { PresentRunner } from './present/presentRunner';
export * from './selectors';
export * from './store';
export { isAnyOutside, overLimit, worstOf, type BranchYear, type Standing } from './standing';
export * from './worst';
export * from './strip/strip';
export { countedKey, countedKpis, countingOf, isCountedOld } from './strip/counted';
export * from './building';
export * from './marked';
export * from './imports';
export {
  CONNECT_POWER_FACTOR,
  connectPlace,
  type ConnectPlace,
  type ConnectRefusal,
} from './studies/connectPlace';
export { connectMeasures, type ConnectMeasures } from './studies/connectMeasures';
export type { ConnectStudy, ConnectWish } from './studies/connectStudy';
export { caseReportWriter, type CaseReport } from './studies/caseReport';
export { areSameYears, comparableOf, type Comparable, type ComparableYear } from './studies/comparable';
export type { ComparisonStudy } from './studies/comparisonStudy';
export { yearsAsked, type DifferenceStudy } from './studies/differenceStudy';
export {
  HOSTED_IDS,
  HOSTING_DRAWS,
  hostingQuestions,
  withHostingShown,
  type HostedId,
  type HostingStudy,
  type NodesStudy,
} from './studies/hostingStudy';
export type { BudgetStudy, TimelineStudy } from './studies/timelineStudy';
export type { PeaksStudy } from './studies/peaksStudy';
export type { Pace } from './studies/studyYears';
export { rangedInputs, type OwnRanges, type SpreadStudy, type TornadoStudy } from './studies/tornadoStudy';
export type { WayOutStudy } from './studies/wayOutStudy';
export { ProjectKeeper } from './persistence';
export { openSharedScenario, PRESENT_YEAR } from './shareOpening';
export {
  told,
  type KeptDistrict,
  type KeptProject,
  type OpenProject,
  type ProjectShelf,
  type TabMemory,
  type Told,
  type UnreadableProject,
  type WriteVerdict,
} from './projects';
export { statesOf, type Bookmark, type History, type WorkState } from './history';
export { shareAddress, sharedOf, typedTexts } from './share';
