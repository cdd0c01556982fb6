export { buildingFileSchema, readBuildingFile } from './readBuildingFile';
