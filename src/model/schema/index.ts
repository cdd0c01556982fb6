export { parseDistrict } from './parseDistrict';
export { districtIssues } from './districtIssues';
export { parseBaseEdits, parseScenario, type KnownParameters } from './parseScenario';
export { shortValue } from './schemaIssues';
export { buildingSchema, evidenceSchema, footprintSchema } from './buildingSchema';
export { districtSchema } from './districtSchema';
export { networkSchema } from './networkSchema';
export { baseEditSchema, measureSchema, scenarioSchema } from './scenarioSchema';
