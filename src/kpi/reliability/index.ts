export * from './definitions';
export * from './factors';
export * from './indices';
export * from './majorEventDays';
