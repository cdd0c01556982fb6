export { readCircuitFile, readCircuitValue } from './readCircuitFile';
export { writeCircuitFile } from './writeCircuitFile';
export { circuitIssues } from './circuitIssues';
