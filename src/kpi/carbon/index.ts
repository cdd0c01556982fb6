export * from './definitions';
export * from './hourlyCarbon';
export * from './ledger';
export * from './marginal';
