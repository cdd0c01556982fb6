export * from './baseEdits';
export * from './equalSetpoints';
export * from './fold';
export * from './hash';
