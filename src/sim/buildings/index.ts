export {
  compileBuildings,
  compileRows,
  type BuildingsInput,
  type CompiledBuilding,
  type CompiledBuildings,
} from './compile';
export { ZONE_MODELS, type ZoneModel } from './zones';
export { initialState, simulateBuildings } from './simulate';
