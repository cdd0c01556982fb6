export * from './palette';
export * from './variables';
export * from './flow';
export * from './paint';
