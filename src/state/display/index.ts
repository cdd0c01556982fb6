export * from './palette';
export * from './variables';
export * from './paint';
