export { elementSun } from './elementSun';
export type { ElementSun, WindowSun } from './types';
