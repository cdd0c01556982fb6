export { CityView, type CityViewProps } from './CityView';
export { cityTiles, type SceneTile } from './three/tiles';
export type * from './types';
