export * from './criteria';
export * from './definitions';
export * from './pareto';
export * from './ranking';
export * from './weightFlip';
