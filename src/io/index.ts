export { readEpw } from './epw';
export { readGeoJson } from './geojson';
export { readCityJson } from './cityjson';
export { readBaseEditsFile, readDistrictFile, readDistrictValue } from './districtFile';
export { readScenarioFile, readScenarioValue, scenarioFileSchema, writeScenario } from './scenarioFile';
export { readManifestFile, writeManifest } from './manifestFile';
export { writeDistrict, readableJson } from './writeDistrict';
export { importDistrict, type ImportedDistrict, type ImportOptions } from './importDistrict';
export { formatImportReport, countEvidence, type AttributeCounts, type ImportReport } from './importReport';
export { recogniseFile, type InputFile, type RecognisedFile } from './fileKind';
export { MAX_FILE_BYTES, sizeIssue } from './json';
export { readCsv, writeCsv, type CsvCell, type CsvTable } from './csv';
export { localProjection, referenceSystem, epsgCode, SUPPORTED_SYSTEMS } from './projection';
export type { ImportedFootprint, ImportedFootprints, Skipped } from './footprints';
export { readShareLink, writeShareLink, type SharedScenario } from './shareLink';
export {
  bookmarksOf,
  readProjectFile,
  workOf,
  writeProjectFile,
  type NamedWork,
  type ProjectContent,
  type ProjectWork,
} from './projectFile';
