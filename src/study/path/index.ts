export { failuresOf, firstYear, isOverloaded, isTransformerOverloaded, isViolated } from './firstYears';
export { investmentsByYear, type MeasureInvestment, type YearInvestment } from './investments';
export { interventionsOf, type Interventions } from './interventions';
export { runPath, type PathRequest, type PathTools } from './scenarioPath';
export {
  layTimeline,
  TIMELINE_ORDERS,
  UNDONE_REASONS,
  type Intervention,
  type Timeline,
  type TimelineOrder,
  type TimelineYear,
  type Undone,
} from './timeline';
export { timelineScenario } from './timelineScenario';
export type { ElementFailure, FirstYear, PathYear, ScenarioPathResult } from './types';
