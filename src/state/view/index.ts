export * from './changes';
export * from './effective';
export * from './figureWords';
export * from './series';
export * from './tables';
export * from './text';
export * from './values';
