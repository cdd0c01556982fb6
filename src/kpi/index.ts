export * from './basis';
export * from './compare';
export * from './districtKpis';
export { indexOfMax } from './sums';
export * from './provisional';
export * from './factors';
