export {
  yearBeforeOf,
  type ConnectAnswer,
  type ConnectCapacity,
  type ConnectStanding,
  type ConnectVerdict,
  type Reinforcement,
  type WithoutReinforcement,
  type YearBefore,
} from './answer';
export { canConnect, connecting } from './canConnect';
export type { StepViolation } from './judge';
export type { ConnectQuestion } from './question';
export type { PricedWork } from './reinforcement';
export { YearLoads, type StepLoads } from './yearLoads';
