export * from './definitions';
export * from './durationCurve';
export * from './selfUse';
export * from './shape';
