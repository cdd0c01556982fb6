export * from './boundary';
export * from './network';
export * from './step';
