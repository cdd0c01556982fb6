import { buildingModelJsonSchema, parseBuildingModel, type BuildingModel } from '../../model/buildingModel';
import type { Outcome } from '../../model/outcome';
import { parseJsonText } from '../json';
import { readableJson } from '../writeDistrict';

/** A building in this program's own format (README.md): shape, references and geometry are checked, all findings listed. */
export function readBuildingFile(text: string, fileName: string): Outcome<BuildingModel> {
  const json = parseJsonText(text, fileName);
  return json.ok ? parseBuildingModel(json.value, fileName) : json;
}

/** The JSON Schema of the format as text; `public/gridtwin-building.schema.json` holds the same. */
export function buildingFileSchema(): string {
  return `${readableJson(buildingModelJsonSchema())}\n`;
}
