export { CityView, type CityViewProps, type WithoutMap } from './CityView';
export { sunPosition } from './three/sun';
export { cityTiles, type SceneTile } from './three/tiles';
export type * from './types';
