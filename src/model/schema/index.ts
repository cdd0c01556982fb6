export { parseDistrict } from './parseDistrict';
export { districtIssues } from './districtIssues';
export { parseBaseEdits, parseScenario, type KnownParameters } from './parseScenario';
export { shortValue } from './schemaIssues';
export {
  buildingSchema,
  evidenceSchema,
  footprintSchema,
  HOUSEHOLD_ELECTRICITY_RANGE,
  OVERRIDE_RANGES,
} from './buildingSchema';
export { districtSchema } from './districtSchema';
export { networkSchema } from './networkSchema';
export { baseEditSchema, measureSchema, scenarioJsonSchema, scenarioSchema } from './scenarioSchema';
