export * from './definitions';
export * from './household';
export * from './incomeGroups';
export * from './measures';
