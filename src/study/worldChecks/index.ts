export { worldChecks, SAMPLE_SETTINGS, WORLD_SETTINGS, judged, type WorldSettings } from './worldChecks';
export { FIGURES, type FigureId } from './figures';
export { planningDefaults, type PlanningDefault } from './planning';
export { planningText, sampleText, worldJson, worldText, withWorldText } from './table';
export { NETWORK_SETTINGS, type NetworkSettings, type Stage } from './series';
export type { Site } from './cases';
export type { NotJudged, OurFigure, PublishedFigure, SourceMark, Verdict, WorldCheck } from './types';
