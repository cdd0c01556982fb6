export * from './definitions';
export * from './trapezoid';
export * from './unserved';
