export * from './outcome';
export * from './building';
export * from './network';
export * from './district';
export * from './weather';
export * from './scenario';
export * from './run';
