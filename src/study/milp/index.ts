export { highsSolver } from './highs';
export { lpText, type Milp, type MilpColumn, type MilpResult, type MilpRow, type MilpSolver } from './milp';
