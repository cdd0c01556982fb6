export * from './baseEdits';
export * from './fold';
export * from './hash';
