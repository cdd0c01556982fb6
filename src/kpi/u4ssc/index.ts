export * from './code';
export * from './indicator';
export * from './indicators';
export * from './scorecard';
export * from './scoring';
export * from './targets';
