export { parseBuildingModel } from './parse';
export { buildingModelJsonSchema } from './schema';
export type * from './types';
export { GASES, ROUGHNESSES, TERRAINS } from './types';
