export { answeredLoads, type AnsweredLoads } from './answeredLoads';
export { recordAnswer } from './chunkAnswer';
export { correctBlocks } from './correctBlocks';
export { voltageResponseIssues } from './issues';
export {
  ANSWERING_COLUMNS,
  ANSWERING_USES,
  answersToVoltage,
  isLowered,
  voltageResponseOf,
  withoutLowering,
  type AnsweringBuilding,
  type VoltageResponse,
} from './response';
export { SETTLED_W } from './settle';
