export * from './basis';
export * from './compare';
export * from './districtKpis';
export * from './factors';
