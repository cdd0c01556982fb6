export * from './decomposition';
export * from './degreeDays';
export * from './perez';
export * from './plane';
export * from './psychrometrics';
export * from './steps';
export * from './sun';
export * from './sunOnPlane';
