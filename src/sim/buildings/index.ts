export {
  compileBuildings,
  type BuildingsInput,
  type CompiledBuilding,
  type CompiledBuildings,
} from './compile';
export { initialState, simulateBuildings } from './simulate';
