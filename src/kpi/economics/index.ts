export * from './annuity';
export * from './avoidedCarbon';
export * from './definitions';
export * from './discounting';
export * from './replacement';
