export { CityView, type CityViewProps, type WithoutMap } from './CityView';
export { cityTiles, type SceneTile } from './three/tiles';
export type * from './types';
