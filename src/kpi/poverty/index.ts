export * from './definitions';
export * from './household';
export * from './measures';
