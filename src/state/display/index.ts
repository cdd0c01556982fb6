export * from './palette';
export * from './scenarioColour';
export * from './variables';
export * from './flow';
export * from './paint';
