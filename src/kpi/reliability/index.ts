export * from './definitions';
export * from './indices';
export * from './majorEventDays';
