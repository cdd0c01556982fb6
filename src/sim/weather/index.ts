export * from './degreeDays';
export * from './plane';
export * from './psychrometrics';
export * from './steps';
export * from './sun';
